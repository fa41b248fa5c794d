import Tensors

extension Implementation {
    static let maxwellDensity = Implementation(
        "maxwell-density", title: Title("Maxwell distribution density", "麦克斯韦分布密度"),
        aliases: ["Maxwell distribution probability density function", "麦克斯韦分布的概率密度", "麦克斯韦分布概率密度函数"],
        topics: ["maxwell", "maxwell distribution", "麦克斯韦分布"],
        equation: #"f(x) = \sqrt{\frac{2}{\pi}} \frac{x^2}{a^3} e^{-\frac{x^2}{2 a^2}}"#,
        parameters: [
            Parameter("x", symbols: ["v", "t"], shape: .any, domain: .positive),
            Parameter("a", symbols: ["s", "sigma"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "a is the scale") { (a) throws(TensorError) in
                let z = try a[0] / a[1]
                return try Tensor((2 / Double.pi).squareRoot()) * z.square() / a[1] * (-0.5 * z.square()).exp()
            },
        ],
        sample: [Tensor([0.5, 1, 2]), 1],
        stressSamples: [[Tensor([0, 1e-200, 1, 100]), 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Maxwell (1860), Illustrations of the dynamical theory of gases")
}
