import Tensors

extension Implementation {
    static let rayleighDensity = Implementation(
        "rayleigh-density", title: Title("Rayleigh distribution density", "瑞利分布密度"),
        aliases: ["Rayleigh distribution probability density function", "瑞利分布的概率密度", "瑞利分布概率密度函数"],
        topics: ["rayleigh", "rayleigh distribution", "瑞利分布"],
        equation: #"f(x) = \frac{x}{\sigma^2} e^{-\frac{x^2}{2 \sigma^2}}"#,
        parameters: [
            Parameter("x", symbols: ["r", "t"], shape: .any, domain: .positive),
            Parameter("sigma", symbols: ["s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "σ is the scale") { (a) throws(TensorError) in
                let z = try a[0] / a[1]
                return try z / a[1] * (-0.5 * z.square()).exp()
            },
        ],
        sample: [Tensor([0.5, 1, 2]), 1],
        stressSamples: [[Tensor([0, 1e-300, 1, 100]), 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Rayleigh (1880), On the resultant of a large number of vibrations")
}
