import Tensors

extension Implementation {
    static let exponentialMoments = Implementation(
        "exponential-moments", title: Title("Moments of the exponential distribution", "指数分布的矩"),
        aliases: ["exponential distribution moments", "指数分布的期望与方差"],
        topics: ["exponential distribution", "exponential", "指数分布"],
        equation: #"\operatorname{E}[X] = \frac{1}{\lambda}, \quad \operatorname{Var}(X) = \frac{1}{\lambda^2}"#,
        parameters: [
            Parameter("lambda", symbols: ["rate", "theta", "beta"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("mean", "1/λ") { (a) throws(TensorError) in a[0].reciprocal() },
            Variant("variance", "1/λ²") { (a) throws(TensorError) in a[0].square().reciprocal() },
            Variant("entropy", "1 − ln λ") { (a) throws(TensorError) in try 1 - a[0].log() },
            Variant("median", "ln 2/λ") { (a) throws(TensorError) in try Tensor(2).log() / a[0] },
        ],
        sample: [1.5],
        stressSamples: [[1e-300], [1e300]],
        properties: [.homogeneous(degree: -1), .convex, .decreasing],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
