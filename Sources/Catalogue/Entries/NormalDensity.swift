import DeepLearning
import Tensors

extension Implementation {
    static let normalDensity = Implementation(
        "normal-density", title: Title("Normal density", "正态分布密度"),
        aliases: [
            "Gaussian density", "normal distribution density", "Gaussian probability density function",
            "normal PDF", "正态分布概率密度", "高斯分布密度", "高斯概率密度函数", "正态分布的概率密度函数", "正态密度函数",
        ],
        topics: ["normal distribution", "gaussian distribution", "gaussian", "normal", "正态分布", "高斯分布"],
        equation: #"p(x) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)"#,
        parameters: [
            Parameter("x", symbols: ["z", "a", "t"], shape: .any),
            Parameter("mu", symbols: ["m"], default: 0),
            Parameter("sigma", symbols: ["s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("deviation", "σ is the standard deviation") { (a) throws(TensorError) in
                try DeepLearning.normalDensity(a[0], mean: a[1], sigma: a[2])
            },
        ],
        sample: [Tensor([-1, 0, 1, 2]), 0, 1],
        stressSamples: [[Tensor([-100, 0, 100]), 0, 0.001]],
        properties: [.nonNegative],
        source: "Gauss (1809), Theoria motus corporum coelestium")
}
