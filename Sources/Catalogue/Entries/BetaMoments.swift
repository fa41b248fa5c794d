import Tensors

extension Implementation {
    static let betaMoments = Implementation(
        "beta-moments", title: Title("Moments of the beta distribution", "贝塔分布的矩"),
        aliases: ["beta distribution moments", "贝塔分布的期望与方差"],
        topics: ["beta distribution", "beta", "贝塔分布", "beta 分布"],
        equation: #"\operatorname{E}[X] = \frac{\alpha}{\alpha + \beta}, \quad \operatorname{Var}(X) = \frac{\alpha \beta}{(\alpha + \beta)^2 (\alpha + \beta + 1)}"#,
        parameters: [
            Parameter("alpha", symbols: ["a"], shape: [], domain: .positive),
            Parameter("beta", symbols: ["b"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("mean", "α/(α + β)") { (a) throws(TensorError) in try a[0] / (a[0] + a[1]) },
            Variant("variance", "αβ/((α + β)²(α + β + 1))") { (a) throws(TensorError) in
                let sum = try a[0] + a[1]
                return try a[0] * a[1] / (sum.square() * (sum + 1))
            },
            Variant("mode", "(α − 1)/(α + β − 2)",
                parameters: [.init("alpha", symbols: ["a"], shape: [], domain: .interval(1.5, 4)), .init("beta", symbols: ["b"], shape: [], domain: .interval(1.5, 4))],
                sample: [2, 3]) { (a) throws(TensorError) in try (a[0] - 1) / (a[0] + a[1] - 2) },
        ],
        sample: [2, 3],
        stressSamples: [[1e-8, 1e8], [1e150, 1e150]],
        properties: [.bounded(0, 1), .monotone, .concave],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
