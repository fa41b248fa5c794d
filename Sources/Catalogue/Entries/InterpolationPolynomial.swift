import Tensors

extension Implementation {
    static let interpolationPolynomial = Implementation(
        "interpolation-polynomial", title: Title("Polynomial interpolation", "多项式插值"),
        aliases: ["Lagrange interpolation", "Newton interpolation", "divided difference", "拉格朗日插值", "牛顿插值", "差商", "均差", "两点式插值"],
        topics: ["interpolation", "插值", "Lagrange", "拉格朗日", "polynomial", "多项式", "数值分析", "numerical analysis"],
        equation: #"L(x) = \sum_{j} y_j \prod_{i \ne j} \frac{x - x_i}{x_j - x_i}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: []),
            Parameter("y_0", symbols: ["f_0", "f_x0", "y_1", "y_k", "f_xk"], shape: []),
            Parameter("y_1", symbols: ["f_1", "f_x1", "y_2", "y_k+1", "f_xk1"], shape: []),
            Parameter("x_1", symbols: ["x_2", "x_k+1"], shape: []),
            Parameter("x_0", symbols: ["x_1", "x_k"], shape: []),
        ],
        result: [],
        variants: [
            Variant("line", "through two points") { (a) throws(TensorError) in try a[1] + (a[2] - a[1]) / (a[3] - a[4]) * (a[0] - a[4]) },
            Variant("line-weights", "through two points, by weights",
                parameters: [
                    .init("x", symbols: ["t"], shape: []),
                    .init("x_1", symbols: ["x_2", "x_k+1"], shape: []),
                    .init("x_0", symbols: ["x_1", "x_k"], shape: []),
                    .init("y_0", symbols: ["f_0", "f_x0", "y_1", "y_k"], shape: []),
                    .init("y_1", symbols: ["f_1", "f_x1", "y_2", "y_k+1"], shape: []),
                ],
                result: [],
                sample: [0.5, 3, 1, 1, 2]
            ) { (a) throws(TensorError) in try (a[0] - a[1]) / (a[2] - a[1]) * a[3] + (a[0] - a[2]) / (a[1] - a[2]) * a[4] },
            Variant("difference", "slope between two points",
                parameters: [
                    .init("f_x0", symbols: ["y_0", "y_1", "f_0", "f_xi", "f_xk"], shape: []),
                    .init("f_x1", symbols: ["y_1", "y_2", "f_1", "f_xj", "f_xk1"], shape: []),
                    .init("x_0", symbols: ["x_1", "x_i", "x_k"], shape: []),
                    .init("x_1", symbols: ["x_2", "x_j", "x_k+1"], shape: []),
                ],
                result: [],
                sample: [1, 2, 1, 3]
            ) { (a) throws(TensorError) in try (a[1] - a[0]) / (a[3] - a[2]) },
        ],
        sample: [0.5, 1, 2, 3, 1],
        stressSamples: [[0, 1, 1, 1, 0]],
        properties: [.affine, .argument(1, .affine)],
        needsNames: true,
        isOpen: true,
        source: "Stoer and Bulirsch (2002), Introduction to numerical analysis")
}
