import Tensors

extension Implementation {
    static let hypergeometricProbability = Implementation(
        "hypergeometric-probability", title: Title("Hypergeometric probability", "超几何概率"),
        aliases: ["hypergeometric distribution", "超几何分布", "超几何分布律"],
        topics: ["hypergeometric", "超几何"],
        equation: #"P(k) = \frac{\binom{K}{k} \binom{N - K}{n - k}}{\binom{N}{n}}"#,
        parameters: [
            Parameter("k", symbols: ["x", "m", "i"], shape: [], domain: .interval(0, 4)),
            Parameter("N", symbols: ["M"], shape: [], domain: .interval(20, 30)),
            Parameter("K", symbols: ["M", "D", "r", "m"], shape: [], domain: .interval(8, 12)),
            Parameter("n", shape: [], domain: .interval(4, 6)),
        ],
        result: [],
        variants: [
            Variant("standard", "the probability") { (a) throws(TensorError) in
                func log(_ n: Tensor, _ k: Tensor) throws(TensorError) -> Tensor {
                    try (n + 1).applying(.logGamma) - (k + 1).applying(.logGamma) - (n - k + 1).applying(.logGamma)
                }
                return try (log(a[2], a[0]) + log(a[1] - a[2], a[3] - a[0]) - log(a[1], a[3])).exp()
            },
        ],
        sample: [2, 20, 8, 5],
        stressSamples: [[0, 20, 8, 5]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
