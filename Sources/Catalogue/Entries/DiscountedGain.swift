import Tensors

extension Implementation {
    static let discountedGain = Implementation(
        "discounted-gain", title: Title("Discounted cumulative gain", "折损累计增益"),
        aliases: ["DCG", "discounted cumulative gain at k", "折扣累积增益"],
        topics: ["NDCG", "nDCG", "ranking", "排序"],
        equation: #"\operatorname{DCG} = \sum_{i=1}^{k} \frac{r_i}{\log_2(i + 1)}"#,
        parameters: [
            Parameter("r", symbols: ["rel", "g"], shape: ["k"]),
        ],
        result: [],
        variants: [
            Variant("linear", "relevance over the logarithm of the rank") { (a) throws(TensorError) in
                let ranks = Tensor((0..<a[0].count).map { Double($0 + 2) })
                return try (a[0] / ranks.log()).sum() * Tensor(2.0).log()
            },
            Variant("exponential", "2^r − 1 over the logarithm of the rank") { (a) throws(TensorError) in
                let ranks = Tensor((0..<a[0].count).map { Double($0 + 2) })
                return try ((Tensor(2.0).power(a[0]) - 1) / ranks.log()).sum() * Tensor(2.0).log()
            },
        ],
        sample: [Tensor([3, 2, 0, 1])],
        stressSamples: [[Tensor([1e200, 0, 1])]],
        properties: [.additive, .homogeneous(degree: 1), .monotone],
        isOpen: true,
        source: "Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation of IR techniques")
}
