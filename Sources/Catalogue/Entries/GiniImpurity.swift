import Tensors

extension Implementation {
    static let giniImpurity = Implementation(
        "gini-impurity", title: Title("Gini impurity", "基尼不纯度"),
        aliases: ["Gini index", "Gini", "基尼指数", "基尼系数"],
        topics: ["决策树", "decision tree"],
        equation: #"G = 1 - \sum_k p_k^2"#,
        parameters: [
            Parameter("p", symbols: ["pi"], shape: ["...", "q"], domain: .distribution),
        ],
        result: ["..."],
        variants: [
            Variant("standard", "of the class probabilities") { (a) throws(TensorError) in try 1 - a[0].square().sum(axes: [-1]) },
            Variant("products", "Σ p (1 − p)") { (a) throws(TensorError) in try (a[0] * (1 - a[0])).sum(axes: [-1]) },
            Variant("counts", "of the shares of counts",
                parameters: [.init("n", symbols: ["C_k", "c", "D_v", "D_i", "C"], shape: ["k"], domain: .positive), .init("N", symbols: ["D", "M"], shape: [], domain: .positive)], result: [],
                sample: [Tensor([3, 5]), 8]) { (a) throws(TensorError) in try 1 - (a[0] / a[1]).square().sum() },
            Variant("two", "of two classes",
                parameters: [.init("p", symbols: ["p_1"], shape: .any, domain: .probability)], result: .any,
                sample: [Tensor([0.3])]) { (a) throws(TensorError) in try 2 * a[0] * (1 - a[0]) },
        ],
        sample: [Tensor([0.5, 0.3, 0.2])],
        stressSamples: [[Tensor([1, 0, 0])]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Breiman, Friedman, Olshen and Stone (1984), Classification and regression trees")
}
