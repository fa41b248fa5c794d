import Tensors

extension Implementation {
    static let uniformDistribution = Implementation(
        "uniform-distribution", title: Title("Uniform distribution", "均匀分布的密度与分布函数"),
        aliases: ["uniform density", "uniform distribution function", "均匀分布密度", "均匀分布的密度函数", "均匀分布的分布函数"],
        topics: ["uniform distribution", "均匀分布", "uniform"],
        equation: #"p(x) = \begin{cases} \frac{1}{b - a} & a \le x \le b \\ 0 & \text{otherwise} \end{cases}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any),
            Parameter("a", symbols: ["alpha"], shape: [], domain: .interval(-3, 0)),
            Parameter("b", symbols: ["beta", "theta"], shape: [], domain: .interval(1, 3)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("density", "the density") { (a) throws(TensorError) in try a[0].greaterEqual(a[1]).logicalAnd(a[0].lessEqual(a[2])).converted(to: .float) / (a[2] - a[1]) },
            Variant("distribution", "the distribution function",
                parameters: [
                    .init("x", symbols: ["t"], shape: .any),
                    .init("a", symbols: ["alpha"], shape: [], domain: .interval(-3, 0)),
                    .init("b", symbols: ["beta", "theta"], shape: [], domain: .interval(1, 3)),
                ],
                result: .any,
                sample: [Tensor([0.5, 4]), 0, 2]
            ) { (a) throws(TensorError) in try Tensor.minimum(Tensor.maximum((a[0] - a[1]) / (a[2] - a[1]), 0), 1) },
        ],
        sample: [Tensor([0.5, 4]), 0, 2],
        stressSamples: [[Tensor([0, 1e+300]), 0, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
