import Tensors

extension Implementation {
    static let normalDistributionFunction = Implementation(
        "normal-distribution-function", title: Title("Normal distribution function", "正态分布函数"),
        aliases: ["Normal cumulative distribution function", "Normal CDF", "正态分布的累积分布函数"],
        topics: ["normal distribution", "standard normal", "gaussian distribution", "正态分布", "高斯分布", "gelu", "probit"],
        symbols: ["Phi"],
        equation: #"\Phi(x) = \frac{1}{2} \left(1 + \operatorname{erf}\left(\frac{x - \mu}{\sigma \sqrt{2}}\right)\right)"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("mu", symbols: ["m"], default: 0),
            Parameter("sigma", symbols: ["s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("deviation", "σ is the standard deviation") { (a) throws(TensorError) in
                try 0.5 * (-((a[0] - a[1]) / (Tensor(2.0.squareRoot()) * a[2]))).applying(.erfc)
            },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-40, -30, -10, 0, 10, 40]), 0, 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
