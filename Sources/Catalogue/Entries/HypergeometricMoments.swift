import Tensors

extension Implementation {
    static let hypergeometricMoments = Implementation(
        "hypergeometric-moments", title: Title("Moments of the hypergeometric distribution", "超几何分布的期望与方差"),
        aliases: ["mean of the hypergeometric distribution", "超几何分布的期望"],
        topics: ["hypergeometric", "hypergeometric distribution", "超几何分布", "超几何"],
        equation: #"\operatorname{E}[X] = \frac{n K}{N}"#,
        parameters: [
            Parameter("n", shape: []),
            Parameter("K", symbols: ["M", "D", "r"], shape: [], domain: .positive),
            Parameter("N", symbols: ["M"], shape: [], domain: .interval(10, 20)),
        ],
        result: [],
        variants: [
            Variant("mean", "the mean") { (a) throws(TensorError) in try a[0] * a[1] / a[2] },
            Variant("variance", "the variance",
                parameters: [
                    .init("n", shape: [], domain: .interval(2, 5)),
                    .init("K", symbols: ["M", "D", "r"], shape: [], domain: .interval(3, 8)),
                    .init("N", symbols: ["M"], shape: [], domain: .interval(10, 20)),
                ],
                result: [],
                sample: [3, 5, 12]
            ) { (a) throws(TensorError) in try a[0] * a[1] / a[2] * (1 - a[1] / a[2]) * (a[2] - a[0]) / (a[2] - 1) },
        ],
        sample: [3, 5, 12],
        stressSamples: [[0, 1, 12]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
