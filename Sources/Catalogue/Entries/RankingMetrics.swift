import Tensors

extension Implementation {
    static let rankingMetrics = Implementation(
        "ranking-metrics", title: Title("Measures of a ranking", "排序评价指标"),
        aliases: ["MRR", "mean reciprocal rank", "silhouette coefficient", "平均倒数排名", "轮廓系数"],
        topics: ["排序", "ranking", "information retrieval", "信息检索", "推荐", "聚类评价", "MRR", "轮廓"],
        equation: #"\mathrm{MRR} = \frac{1}{n} \sum_{i} \frac{1}{r_i}"#,
        parameters: [
            Parameter("r", symbols: ["rank", "rank_i"], shape: ["n"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("reciprocal", "mean of reciprocal ranks") { (a) throws(TensorError) in try a[0].reciprocal().mean() },
            Variant("silhouette", "of one point",
                parameters: [
                    .init("a", symbols: ["a_i"], shape: .any, domain: .positive),
                    .init("b", symbols: ["b_i"], shape: .any, domain: .positive),
                ],
                result: .any, sample: [1, 2]
            ) { (a) throws(TensorError) in try (a[1] - a[0]) / Tensor.maximum(a[0], a[1]) },
            Variant("area", "the area under the curve from ranks",
                parameters: [
                    .init("r", symbols: ["rank", "rank_i", "R"], shape: ["n"], domain: .positive),
                    .init("M", symbols: ["n_1", "m", "P", "n_+", "N_+"], shape: [], domain: .positive),
                    .init("N", symbols: ["n_0", "n", "Q", "n_-", "N_-"], shape: [], domain: .positive),
                ],
                sample: [Tensor([1, 3]), 2, 3]
            ) { (a) throws(TensorError) in try (a[0].sum() - a[1] * (a[1] + 1) / 2) / (a[1] * a[2]) },
        ],
        sample: [Tensor([1, 2, 4])],
        stressSamples: [[Tensor([1e+200, 1])]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Voorhees (1999), The TREC-8 question answering track report; Rousseeuw (1987)")
}
