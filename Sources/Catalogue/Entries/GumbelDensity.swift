import Tensors

extension Implementation {
    static let gumbelDensity = Implementation(
        "gumbel-density", title: Title("Gumbel distribution density", "耿贝尔分布密度"),
        aliases: ["Gumbel distribution probability density function", "耿贝尔分布的概率密度", "耿贝尔分布概率密度函数", "Gumbel 分布密度"],
        topics: ["gumbel", "gumbel distribution", "right-skewed gumbel", "left-skewed gumbel", "耿贝尔分布"],
        equation: #"f(x) = \frac{1}{\beta} e^{-(z + e^{-z})}, \quad z = \frac{x - \mu}{\beta}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("mu", symbols: ["loc", "m"], default: 0),
            Parameter("beta", symbols: ["b", "s", "scale"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("largest", "of the largest") { (a) throws(TensorError) in
                let z = try (a[0] - a[1]) / a[2]
                return try (-z - (-z).exp()).exp() / a[2]
            },
            Variant("smallest", "of the smallest") { (a) throws(TensorError) in
                let z = try (a[0] - a[1]) / a[2]
                return try (z - z.exp()).exp() / a[2]
            },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1000, 0, 1000]), 0, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Gumbel (1935), Les valeurs extrêmes des distributions statistiques")
}
