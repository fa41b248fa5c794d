import DeepLearning
import Tensors

extension Implementation {
    static let normalLogDensity = Implementation(
        "normal-log-density", title: Title("Normal log-density", "正态分布对数密度"),
        aliases: [
            "Gaussian log-density", "log normal density", "Gaussian log-likelihood", "高斯分布对数密度", "正态对数密度",
            "高斯对数似然",
        ],
        topics: ["normal distribution", "gaussian distribution", "gaussian", "正态分布", "高斯分布", "log-likelihood", "对数似然"],
        equation: #"\log p(x) = -\frac{(x - \mu)^2}{2 \sigma^2} - \log \sigma - \frac{1}{2} \log 2\pi"#,
        parameters: [
            Parameter("x", symbols: ["z", "a", "t"], shape: .any),
            Parameter("mu", symbols: ["m"], default: 0),
            Parameter("sigma", symbols: ["s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("deviation", "σ is the standard deviation") { (a) throws(TensorError) in
                try DeepLearning.normalLogDensity(a[0], mean: a[1], sigma: a[2])
            },
        ],
        sample: [Tensor([-1, 0, 1, 2]), 0, 1],
        stressSamples: [[Tensor([-100, 0, 100]), 0, 0.001]],
        properties: [.concave, .symmetric],
        source: "Bishop (2006), Pattern recognition and machine learning, 1.2.4")
}
