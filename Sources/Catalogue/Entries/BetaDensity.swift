import Tensors

extension Implementation {
    static let betaDensity = Implementation(
        "beta-density", title: Title("Beta distribution density", "贝塔分布密度"),
        aliases: ["Beta distribution probability density function", "贝塔分布的概率密度", "贝塔分布概率密度函数", "Beta 分布密度"],
        topics: ["beta", "beta distribution", "beta 分布", "贝塔分布"],
        equation: #"f(x) = \frac{\Gamma(\alpha + \beta)}{\Gamma(\alpha) \Gamma(\beta)} x^{\alpha - 1} (1 - x)^{\beta - 1}"#,
        parameters: [
            Parameter("x", symbols: ["t", "p", "theta", "mu"], shape: .any, domain: .probability),
            Parameter("alpha", symbols: ["a"], shape: [], domain: .positive),
            Parameter("beta", symbols: ["b"], shape: [], domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "on the unit interval") { (a) throws(TensorError) in
                let constant = try (a[1] + a[2]).applying(.logGamma) - a[1].applying(.logGamma) - a[2].applying(.logGamma)
                return try (constant + Tensor.xlogy(a[1] - 1, a[0]) + Tensor.apply(.xlog1py, a[2] - 1, -a[0])).exp()
            },
        ],
        sample: [Tensor([0.2, 0.5, 0.9]), 2, 3],
        stressSamples: [[Tensor([1e-300, 0.5]), 0.5, 0.5], [Tensor([0.5, 0.1]), 500, 500]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Pearson (1895), Skew variation in homogeneous material")
}
