import Tensors

extension Implementation {
    static let geometricProbability = Implementation(
        "geometric-probability", title: Title("Geometric probability", "几何分布概率"),
        aliases: ["geometric probability mass function", "几何分布的概率", "几何分布概率质量函数"],
        topics: ["geometric", "geometric distribution", "几何分布"],
        equation: #"P(X = k) = (1 - p)^{k - 1} p"#,
        parameters: [
            Parameter("k", symbols: ["x", "n"], shape: .any, domain: .positiveInteger),
            Parameter("p", symbols: ["theta"], shape: [], domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("trials", "k trials up to and with the first success") { (a) throws(TensorError) in try Tensor.apply(.xlog1py, a[0] - 1, -a[1]).exp() * a[1] },
            Variant("failures", "k failures before the first success") { (a) throws(TensorError) in try Tensor.apply(.xlog1py, a[0], -a[1]).exp() * a[1] },
        ],
        sample: [Tensor([1, 2, 5]), 0.3],
        stressSamples: [[Tensor([1, 1000000]), 1e-6], [Tensor([1, 2]), 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Feller (1968), An introduction to probability theory and its applications")
}
