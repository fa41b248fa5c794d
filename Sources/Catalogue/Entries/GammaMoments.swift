import Tensors

extension Implementation {
    static let gammaMoments = Implementation(
        "gamma-moments", title: Title("Moments of the gamma distribution", "伽马分布的矩"),
        aliases: ["gamma distribution moments", "伽马分布的期望与方差"],
        topics: ["gamma distribution", "gamma", "伽马分布"],
        equation: #"\operatorname{E}[X] = \frac{\alpha}{\beta}, \quad \operatorname{Var}(X) = \frac{\alpha}{\beta^2}"#,
        parameters: [
            Parameter("alpha", symbols: ["a", "k"], shape: [], domain: .positive),
            Parameter("beta", symbols: ["b", "theta", "lambda"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("mean", "α/β") { (a) throws(TensorError) in try a[0] / a[1] },
            Variant("variance", "α/β²") { (a) throws(TensorError) in try a[0] / a[1].square() },
            Variant("mean-scale", "α β") { (a) throws(TensorError) in try a[0] * a[1] },
            Variant("variance-scale", "α β²") { (a) throws(TensorError) in try a[0] * a[1].square() },
        ],
        sample: [2, 3],
        stressSamples: [[1e300, 10], [1e-300, 1e-200]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .decreasing)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
