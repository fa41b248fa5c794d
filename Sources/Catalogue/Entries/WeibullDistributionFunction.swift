import Tensors

extension Implementation {
    static let weibullDistributionFunction = Implementation(
        "weibull-distribution-function", title: Title("Weibull distribution function", "韦布尔分布函数"),
        aliases: ["Weibull cumulative distribution function", "Weibull CDF", "韦布尔分布的累积分布函数"],
        topics: ["weibull", "weibull distribution", "韦布尔分布", "威布尔分布"],
        equation: #"F(x) = 1 - e^{-(x / \lambda)^k}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .positive),
            Parameter("k", symbols: ["c", "alpha", "beta"], shape: [], domain: .positive),
            Parameter("lambda", symbols: ["eta", "scale"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "λ is the scale") { (a) throws(TensorError) in try -(-(a[0] / a[2]).power(a[1])).expm1() },
            Variant("inverse", "of the reciprocal (Fréchet)") { (a) throws(TensorError) in try (-(a[0] / a[2]).power(-a[1])).exp() },
        ],
        sample: [Tensor([0.5, 1, 2]), 1.5, 1],
        stressSamples: [[Tensor([1e-20, 1, 1000]), 1.5, 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
