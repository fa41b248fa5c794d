import Tensors

extension Implementation {
    static let weibullDensity = Implementation(
        "weibull-density", title: Title("Weibull distribution density", "韦布尔分布密度"),
        aliases: ["Weibull distribution probability density function", "韦布尔分布的概率密度", "韦布尔分布概率密度函数", "威布尔分布密度"],
        topics: [
            "weibull", "weibull distribution", "inverse weibull", "frechet", "inverted weibull", "韦布尔分布", "威布尔分布",
        ],
        equation: #"f(x) = \frac{k}{\lambda} \left(\frac{x}{\lambda}\right)^{k - 1} e^{-(x / \lambda)^k}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .positive),
            Parameter("k", symbols: ["c", "alpha", "beta"], shape: [], domain: .positive),
            Parameter("lambda", symbols: ["eta", "scale"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "λ is the scale") { (a) throws(TensorError) in
                let z = try a[0] / a[2]
                return try a[1] / a[2] * z.power(a[1] - 1) * (-z.power(a[1])).exp()
            },
            Variant("inverse", "of the reciprocal (Fréchet)") { (a) throws(TensorError) in
                let z = try a[0] / a[2]
                return try a[1] / a[2] * z.power(-a[1] - 1) * (-z.power(-a[1])).exp()
            },
        ],
        sample: [Tensor([0.5, 1, 2]), 1.5, 1],
        stressSamples: [[Tensor([1e-300, 1, 1000]), 2, 1], [Tensor([1000]), 0.5, 1e-3]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Weibull (1951), A statistical distribution function of wide applicability")
}
