import Tensors

extension Implementation {
    static let chebyshevDistance = Implementation(
        "chebyshev-distance", title: Title("Chebyshev distance", "切比雪夫距离"),
        aliases: ["Chebyshev", "maximum distance", "棋盘距离"],
        equation: #"d(x, y) = \max_i |x_i - y_i|"#,
        parameters: [
            Parameter("x", symbols: ["a", "u"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "the largest difference") { (a) throws(TensorError) in try (a[0] - a[1]).abs().maximum() },
        ],
        sample: [Tensor([1, 2]), Tensor([4, 6])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        source: "Cantrell (2000), Modern mathematical methods for physicists and engineers")
}
