import DeepLearning
import Tensors

extension Implementation {
    static let halfNormalDensity = Implementation(
        "half-normal-density", title: Title("Half-normal distribution density", "半正态分布密度"),
        aliases: ["Half-normal distribution probability density function", "半正态分布的概率密度", "半正态分布概率密度函数"],
        topics: ["half-normal", "half normal", "halfnormal", "half-normal distribution", "半正态分布"],
        equation: #"f(x) = \frac{\sqrt{2}}{\sigma \sqrt{\pi}} e^{-\frac{x^2}{2 \sigma^2}}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .positive),
            Parameter("sigma", symbols: ["s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "of the absolute value of a normal variable of mean 0") { (a) throws(TensorError) in try 2 * DeepLearning.normalDensity(a[0], mean: 0, sigma: a[1]) },
        ],
        sample: [Tensor([0.5, 1, 2]), 1],
        stressSamples: [[Tensor([0, 1e-300, 100]), 0.001]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Daniel (1959), Use of half-normal plots in interpreting factorial two-level experiments")
}
