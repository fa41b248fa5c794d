import DeepLearning
import Tensors

extension Implementation {
    static let logNormalDistribution = Implementation(
        "log-normal-distribution", title: Title("Log-normal distribution density", "对数正态分布密度"),
        aliases: [
            "Log-normal distribution probability density function", "对数正态分布的概率密度", "对数正态分布概率密度函数",
            "lognormal distribution density",
        ],
        topics: ["lognormal", "log-normal", "log-normal distribution", "lognormal distribution", "对数正态分布"],
        equation: #"f(x) = \frac{1}{x \sigma \sqrt{2 \pi}} e^{-\frac{(\ln x - \mu)^2}{2 \sigma^2}}"#,
        parameters: [
            Parameter("x", symbols: ["t", "y"], shape: .any, domain: .positive),
            Parameter("mu", symbols: ["m"], default: 0),
            Parameter("sigma", symbols: ["s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("deviation", "σ is the standard deviation of the logarithm") { (a) throws(TensorError) in
                try DeepLearning.normalDensity(a[0].log(), mean: a[1], sigma: a[2]) / a[0]
            },
        ],
        sample: [Tensor([0.5, 1, 2]), 0, 1],
        stressSamples: [[Tensor([1e-300, 1, 1e300]), 0, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Galton (1879), The geometric mean in vital and social statistics")
}
