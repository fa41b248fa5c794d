import Tensors

extension Implementation {
    static let binomialMoments = Implementation(
        "binomial-moments", title: Title("Moments of the binomial distribution", "二项分布的矩"),
        aliases: ["binomial distribution moments", "二项分布的期望与方差"],
        topics: ["binomial distribution", "binomial", "二项分布"],
        equation: #"\operatorname{E}[X] = n p, \quad \operatorname{Var}(X) = n p (1 - p)"#,
        parameters: [
            Parameter("n", symbols: ["N"], shape: [], domain: .positiveInteger),
            Parameter("p", symbols: ["theta", "mu"], shape: [], domain: .probability),
        ],
        result: [],
        variants: [
            Variant("mean", "n p") { (a) throws(TensorError) in try a[0] * a[1] },
            Variant("variance", "n p (1 − p)") { (a) throws(TensorError) in try a[0] * a[1] * (1 - a[1]) },
        ],
        sample: [10, 0.3],
        stressSamples: [[1e9, 1e-9], [5, 0]],
        properties: [.additive, .homogeneous(degree: 1), .nonNegative],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
