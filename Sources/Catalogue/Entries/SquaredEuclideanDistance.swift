import Tensors

extension Implementation {
    static let squaredEuclideanDistance = Implementation(
        "squared-euclidean-distance", title: Title("Squared Euclidean distance", "平方欧氏距离"),
        aliases: ["squared Euclidean", "欧氏距离的平方"],
        equation: #"d(x, y) = \sum_i (x_i - y_i)^2"#,
        parameters: [
            Parameter("x", symbols: ["a", "u", "p"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v", "q"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "without the root") { (a) throws(TensorError) in try (a[0] - a[1]).square().sum() },
        ],
        sample: [Tensor([1, 2]), Tensor([4, 6])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1e-100, 0]), Tensor([0, 0])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        source: "Euclid (c. 300 BC), Elements")
}
