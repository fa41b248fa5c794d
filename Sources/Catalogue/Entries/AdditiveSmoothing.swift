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
            Variant("one", "of one count among K",
                parameters: [
                    .init("n", symbols: ["N_k", "n_k", "N_c", "c", "x", "N_i", "N_y"], shape: .any, domain: .positive), .init("N", symbols: ["n", "S", "D"], shape: .any, domain: .positive),
                    .init("V", symbols: ["K", "k", "n", "S", "|V|"], shape: [], domain: .positiveInteger), .init("alpha", symbols: ["lambda"], default: 1, domain: .positive),
                ],
                result: .any, sample: [Tensor([3, 1]), Tensor([4]), 2, 1]) { (a) throws(TensorError) in try (a[0] + a[3]) / (a[1] + a[3] * a[2]) },
        ],
        sample: [Tensor([3, 0, 1]), 1],
        stressSamples: [[Tensor([0, 0, 0]), 1], [Tensor([1e9, 0]), 1]],
        properties: [.sumsToOne, .bounded(0, 1), .keepsArgmax],
        isOpen: true,
        source: "Lidstone (1920), Note on the general case of the Bayes-Laplace formula")
}
