import Tensors

extension Implementation {
    static let gammaDensity = Implementation(
        "gamma-density", title: Title("Gamma distribution density", "伽马分布密度"),
        aliases: ["Gamma distribution probability density function", "伽马分布的概率密度", "伽马分布概率密度函数", "伽玛分布密度"],
        topics: ["gamma", "gamma distribution", "gamma distributed", "伽马分布", "伽玛分布"],
        equation: #"f(x) = \frac{\beta^{\alpha}}{\Gamma(\alpha)} x^{\alpha - 1} e^{-\beta x}"#,
        parameters: [
            Parameter("x", symbols: ["t", "y"], shape: .any, domain: .positive),
            Parameter("alpha", symbols: ["a", "k"], shape: [], domain: .positive),
            Parameter("beta", symbols: ["b", "lambda"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("rate", "β is the rate") { (a) throws(TensorError) in
                try (Tensor.xlogy(a[1], a[2]) + Tensor.xlogy(a[1] - 1, a[0]) - a[2] * a[0] - a[1].applying(.logGamma)).exp()
            },
            Variant("scale", "β is the scale") { (a) throws(TensorError) in
                try (Tensor.xlogy(a[1] - 1, a[0]) - a[0] / a[2] - a[1].applying(.logGamma) - Tensor.xlogy(a[1], a[2])).exp()
            },
        ],
        sample: [Tensor([0.5, 1, 2.5]), 2, 1],
        stressSamples: [[Tensor([1e-300, 1, 1e4]), 2, 1], [Tensor([100]), 100, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Pearson (1893), Contributions to the mathematical theory of evolution")
}
