import Tensors

extension Implementation {
    static let hyperplaneDistance = Implementation(
        "hyperplane-distance", title: Title("Distance of a point from a hyperplane", "点到超平面的距离"),
        aliases: ["distance from a point to a plane", "distance from a point to a line", "点到平面的距离", "点到直线的距离", "point-to-plane distance"],
        topics: ["SVM", "支持向量机", "超平面", "hyperplane", "margin", "间隔", "distance", "距离", "logistic"],
        equation: #"d = \frac{|w^\top x + b|}{\|w\|}"#,
        parameters: [
            Parameter("w", symbols: ["theta", "n", "beta"], shape: ["d"]),
            Parameter("x", symbols: ["p", "x_i", "x_0"], shape: ["d"]),
            Parameter("b", symbols: ["w_0", "c", "d"], shape: []),
        ],
        result: [],
        variants: [
            Variant("distance", "without its sign") { (a) throws(TensorError) in try (a[0].dot(a[1]) + a[2]).abs() / a[0].norm() },
            Variant("signed", "with its sign") { (a) throws(TensorError) in try (a[0].dot(a[1]) + a[2]) / a[0].norm() },
            Variant("labelled", "times a label",
                parameters: [
                    .init("w", symbols: ["theta", "n", "beta"], shape: ["d"]),
                    .init("x", symbols: ["p", "x_i"], shape: ["d"]),
                    .init("b", symbols: ["w_0", "c"], shape: []),
                    .init("y", symbols: ["t", "y_i"], shape: [], domain: .signs),
                ],
                sample: [Tensor([3, 4]), Tensor([1, 2]), 1, -1]
            ) { (a) throws(TensorError) in try a[3] * (a[0].dot(a[1]) + a[2]) / a[0].norm() },
            Variant("line", "of a point in the plane from a line",
                parameters: [
                    .init("a", symbols: ["A"], shape: []),
                    .init("b", symbols: ["B"], shape: []),
                    .init("c", symbols: ["C"], shape: []),
                    .init("x", symbols: ["x_0", "x_1"], shape: []),
                    .init("y", symbols: ["y_0", "y_1"], shape: []),
                ],
                sample: [3, 4, 1, 2, 1]
            ) { (a) throws(TensorError) in try (a[0] * a[3] + a[1] * a[4] + a[2]).abs() / (a[0].square() + a[1].square()).sqrt() },
            Variant("plane", "of a point in space from a plane",
                parameters: [
                    .init("a", symbols: ["A"], shape: []),
                    .init("b", symbols: ["B"], shape: []),
                    .init("c", symbols: ["C"], shape: []),
                    .init("d", symbols: ["D"], shape: []),
                    .init("x", symbols: ["x_0"], shape: []),
                    .init("y", symbols: ["y_0"], shape: []),
                    .init("z", symbols: ["z_0"], shape: []),
                ],
                sample: [1, 2, 2, 1, 2, 1, 0]
            ) { (a) throws(TensorError) in try (a[0] * a[4] + a[1] * a[5] + a[2] * a[6] + a[3]).abs() / (a[0].square() + a[1].square() + a[2].square()).sqrt() },
        ],
        sample: [Tensor([3, 4]), Tensor([1, 2]), 1],
        stressSamples: [[Tensor([1e-200, 0]), Tensor([0, 0]), 0]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Stewart (2015), Calculus, 12.5")
}
