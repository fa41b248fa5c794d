import Tensors

extension Implementation {
    static let logisticDistributionFunction = Implementation(
        "logistic-distribution-function", title: Title("Logistic distribution function", "逻辑斯谛分布函数"),
        aliases: ["Logistic cumulative distribution function", "Logistic CDF", "逻辑斯谛分布的累积分布函数"],
        topics: ["logistic distribution", "logistic 分布", "逻辑斯谛分布"],
        equation: #"F(x) = \frac{1}{1 + e^{-(x - \mu) / s}}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("mu", symbols: ["loc", "m"], default: 0),
            Parameter("s", symbols: ["scale", "b", "gamma"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "s is the scale") { (a) throws(TensorError) in try ((a[0] - a[1]) / a[2]).sigmoid() },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1000, -700, 0, 700, 1000]), 0, 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
