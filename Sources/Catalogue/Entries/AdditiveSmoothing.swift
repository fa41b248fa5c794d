import Tensors

extension Implementation {
    static let additiveSmoothing = Implementation(
        "additive-smoothing", title: Title("Additive smoothing", "加性平滑"),
        aliases: ["Laplace smoothing", "add-one smoothing", "拉普拉斯平滑", "加一平滑"],
        topics: ["朴素贝叶斯", "naive Bayes"],
        equation: #"\hat{p}_j = \frac{n_j + \alpha}{\sum_k n_k + \alpha V}"#,
        parameters: [
            Parameter("n", symbols: ["x", "c", "N"], shape: ["q"], domain: .positive),
            Parameter("alpha", symbols: ["lambda"], default: 1, domain: .positive),
        ],
        result: ["q"],
        variants: [
            Variant("standard", "of counts") { (a) throws(TensorError) in try (a[0] + a[1]) / (a[0].sum() + a[1] * Tensor(Double(a[0].count))) },
        ],
        sample: [Tensor([3, 0, 1]), 1],
        stressSamples: [[Tensor([0, 0, 0]), 1], [Tensor([1e9, 0]), 1]],
        properties: [.sumsToOne, .bounded(0, 1), .keepsArgmax],
        isOpen: true,
        source: "Lidstone (1920), Note on the general case of the Bayes-Laplace formula")
}
