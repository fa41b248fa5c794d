import Tensors

extension Implementation {
    static let brevityPenalty = Implementation(
        "brevity-penalty", title: Title("Brevity penalty of BLEU", "BLEU 长度惩罚"),
        aliases: ["BLEU brevity penalty", "短句惩罚"],
        topics: ["BLEU", "机器翻译"],
        symbols: ["BP"],
        equation: #"\operatorname{BP} = \begin{cases} 1 & c > r \\ e^{1 - r / c} & c \le r \end{cases}"#,
        parameters: [
            Parameter("c", symbols: ["len_pred"], shape: [], domain: .interval(2, 20)),
            Parameter("r", symbols: ["len_label"], shape: [], domain: .interval(2, 20)),
        ],
        result: [],
        variants: [
            Variant("standard", "of the lengths of candidate and reference") { (a) throws(TensorError) in
                try Tensor.minimum(0, 1 - a[1] / a[0]).exp()
            },
        ],
        sample: [4, 5],
        stressSamples: [[1, 1000], [9, 9]],
        properties: [.monotone, .bounded(0, 1), .argument(1, .decreasing)],
        isOpen: true,
        source: "Papineni et al. (2002), BLEU: a method for automatic evaluation of machine translation")
}
