import Tensors

extension Implementation {
    static let exponentialDistributionFunction = Implementation(
        "exponential-distribution-function", title: Title("Exponential distribution function", "指数分布函数"),
        aliases: ["Exponential cumulative distribution function", "Exponential CDF", "指数分布的累积分布函数"],
        topics: ["exponential distribution", "exponential", "指数分布"],
        equation: #"F(x) = 1 - e^{-\lambda x}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .nonNegative),
            Parameter("lambda", symbols: ["rate", "theta"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("rate", "λ is the rate") { (a) throws(TensorError) in try -(-(a[0] * a[1])).expm1() },
            Variant("mean", "λ is the mean") { (a) throws(TensorError) in try -(-(a[0] / a[1])).expm1() },
        ],
        sample: [Tensor([0, 0.5, 2]), 1],
        stressSamples: [[Tensor([0, 1e-20, 1e4]), 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
