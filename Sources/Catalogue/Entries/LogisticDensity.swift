import Tensors

extension Implementation {
    static let logisticDensity = Implementation(
        "logistic-density", title: Title("Logistic distribution density", "逻辑斯谛分布密度"),
        aliases: [
            "Logistic distribution probability density function", "逻辑斯谛分布的概率密度", "逻辑斯谛分布概率密度函数", "logistic 分布密度",
        ],
        topics: ["logistic distribution", "logistic", "logistic 分布", "逻辑斯谛分布", "逻辑分布"],
        equation: #"f(x) = \frac{e^{-(x - \mu) / s}}{s \left(1 + e^{-(x - \mu) / s}\right)^2}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("mu", symbols: ["loc", "m"], default: 0),
            Parameter("s", symbols: ["scale", "b"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "s is the scale") { (a) throws(TensorError) in
                let z = try (a[0] - a[1]) / a[2]
                return try z.sigmoid() * (-z).sigmoid() / a[2]
            },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1000, -700, 0, 700, 1000]), 0, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Verhulst (1845), Recherches mathématiques sur la loi d'accroissement de la population")
}
