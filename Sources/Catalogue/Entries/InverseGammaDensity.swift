import Tensors

extension Implementation {
    static let inverseGammaDensity = Implementation(
        "inverse-gamma-density", title: Title("Inverse gamma distribution density", "逆伽马分布密度"),
        aliases: ["Inverse gamma distribution probability density function", "逆伽马分布的概率密度", "逆伽马分布概率密度函数"],
        topics: ["inverse gamma", "inverted gamma", "inverse-gamma", "逆伽马分布"],
        equation: #"f(x) = \frac{\beta^{\alpha}}{\Gamma(\alpha)} x^{-\alpha - 1} e^{-\beta / x}"#,
        parameters: [
            Parameter("x", symbols: ["t", "y"], shape: .any, domain: .positive),
            Parameter("alpha", symbols: ["a", "k"], shape: [], domain: .positive),
            Parameter("beta", symbols: ["b", "lambda"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "β is the scale") { (a) throws(TensorError) in
                try (Tensor.xlogy(a[1], a[2]) - Tensor.xlogy(a[1] + 1, a[0]) - a[2] / a[0] - a[1].applying(.logGamma)).exp()
            },
        ],
        sample: [Tensor([0.5, 1, 2]), 2, 1],
        stressSamples: [[Tensor([1e-300, 1e-3, 1e300]), 2, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Witkovský (2001), Computing the distribution of a linear combination of inverted gamma variables")
}
