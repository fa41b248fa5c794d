import Tensors

extension Implementation {
    static let translationScore = Implementation(
        "translation-score", title: Title("BLEU score", "BLEU 分数"),
        aliases: ["BLEU score of a translation", "BLEU 得分"],
        topics: ["机器翻译", "machine translation", "n-gram"],
        equation: #"B = \beta \exp \sum_{n} w_n \log p_n"#,
        parameters: [
            Parameter("BP", symbols: ["b", "beta"], shape: [], domain: .probability),
            Parameter("w", shape: ["n"], domain: .distribution),
            Parameter("p", symbols: ["P"], shape: ["n"], domain: .probability),
        ],
        result: [],
        variants: [
            Variant("weighted", "with weights") { (a) throws(TensorError) in try a[0] * (a[1] * a[2].log()).sum().exp() },
        ],
        sample: [0.9, Tensor([0.5, 0.5]), Tensor([0.4, 0.2])],
        stressSamples: [[1, Tensor([1]), Tensor([1e-300])]],
        properties: [.homogeneous(degree: 1), .nonNegative],
        isOpen: true,
        source: "Papineni et al. (2002), BLEU: a method for automatic evaluation of machine translation")
}
