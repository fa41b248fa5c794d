import Tensors

extension Implementation {
    static let pageRank = Implementation(
        "page-rank", title: Title("PageRank", "网页排名"),
        aliases: ["PageRank score", "PageRank 值", "网页排名算法"],
        topics: ["page rank", "链接分析", "link analysis", "random walk", "随机游走"],
        equation: #"r = \frac{1 - d}{N} + d \sum_{j} \frac{r_j}{L_j}"#,
        parameters: [
            Parameter("d", symbols: ["alpha", "beta"], shape: [], domain: .probability),
            Parameter("N", symbols: ["n"], shape: [], domain: .positiveInteger),
            Parameter("r", symbols: ["PR", "p", "R"], shape: ["n"]),
            Parameter("L", symbols: ["C", "c", "O"], shape: ["n"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("sum", "of one page") { (a) throws(TensorError) in try (1 - a[0]) / a[1] + a[0] * (a[2] / a[3]).sum() },
            Variant("unscaled", "of one page, summing to the number of pages",
                parameters: [
                    .init("d", symbols: ["alpha", "beta"], shape: [], domain: .probability),
                    .init("r", symbols: ["PR", "p", "R"], shape: ["n"]),
                    .init("L", symbols: ["C", "c", "O"], shape: ["n"], domain: .positive),
                ],
                result: [],
                sample: [0.85, Tensor([0.25, 0.5]), Tensor([2, 1])]
            ) { (a) throws(TensorError) in try 1 - a[0] + a[0] * (a[1] / a[2]).sum() },
            Variant("matrix", "of all pages",
                parameters: [
                    .init("d", symbols: ["alpha", "beta"], shape: [], domain: .probability),
                    .init("M", symbols: ["A", "P", "S"], shape: ["n", "n"]),
                    .init("r", symbols: ["R", "v"], shape: ["n"]),
                ],
                result: ["n"],
                sample: [0.85, .matrix([[0, 1], [1, 0]]), Tensor([0.25, 0.75])]
            ) { (a) throws(TensorError) in try a[0] * a[1].matmul(a[2]) + (1 - a[0]) / Tensor(Double(a[2].count)) },
        ],
        sample: [0.85, 4, Tensor([0.25, 0.5]), Tensor([2, 1])],
        stressSamples: [[0, 1, Tensor([1]), Tensor([1e+200])]],
        properties: [.affine, .argument(2, .affine)],
        isOpen: true,
        source: "Page et al. (1999), The PageRank citation ranking")
}
