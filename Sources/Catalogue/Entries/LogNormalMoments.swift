import Tensors

extension Implementation {
    static let logNormalMoments = Implementation(
        "log-normal-moments", title: Title("Moments of the log-normal distribution", "对数正态分布的矩"),
        aliases: ["log-normal distribution moments", "对数正态分布的期望与方差"],
        topics: ["lognormal", "log-normal distribution", "对数正态分布"],
        equation: #"\operatorname{E}[X] = e^{\mu + \sigma^2 / 2}"#,
        parameters: [
            Parameter("mu", symbols: ["m"], shape: []),
            Parameter("sigma", symbols: ["s"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("mean", "exp(μ + σ²/2)") { (a) throws(TensorError) in try (a[0] + 0.5 * a[1].square()).exp() },
            Variant("variance", "(exp σ² − 1) exp(2μ + σ²)") { (a) throws(TensorError) in try a[1].square().expm1() * (2 * a[0] + a[1].square()).exp() },
            Variant("mode", "exp(μ − σ²)") { (a) throws(TensorError) in try (a[0] - a[1].square()).exp() },
        ],
        sample: [0.5, 0.8],
        stressSamples: [[0, 1e-10], [-700, 1], [700, 5]],
        properties: [.convex, .monotone, .nonNegative],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
