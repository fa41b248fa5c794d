import Tensors

extension Implementation {
    static let gumbelDistributionFunction = Implementation(
        "gumbel-distribution-function", title: Title("Gumbel distribution function", "耿贝尔分布函数"),
        aliases: ["Gumbel cumulative distribution function", "Gumbel CDF", "耿贝尔分布的累积分布函数"],
        topics: ["gumbel", "gumbel distribution", "耿贝尔分布"],
        equation: #"F(x) = e^{-e^{-(x - \mu) / \beta}}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("mu", symbols: ["loc", "m"], default: 0),
            Parameter("beta", symbols: ["b", "s", "scale"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("largest", "of the largest") { (a) throws(TensorError) in try (-(-((a[0] - a[1]) / a[2])).exp()).exp() },
            Variant("smallest", "of the smallest") { (a) throws(TensorError) in try -(-((a[0] - a[1]) / a[2]).exp()).expm1() },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1000, 0, 1000]), 0, 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
