import Tensors

extension Implementation {
    static let rankCorrelation = Implementation(
        "rank-correlation", title: Title("Rank correlation of Spearman", "斯皮尔曼等级相关"),
        aliases: ["Spearman correlation", "Spearman rho", "斯皮尔曼相关系数"],
        topics: ["correlation", "相关系数", "rank"],
        equation: #"\rho = 1 - \frac{6 \sum_i d_i^2}{n (n^2 - 1)}"#,
        parameters: [
            Parameter("d", symbols: ["D"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("differences", "from the differences of ranks") { (a) throws(TensorError) in
                let n = Double(a[0].count)
                return try 1 - 6 * a[0].square().sum() / Tensor(max(n * (n * n - 1), 1))
            },
        ],
        sample: [Tensor([1, -1, 0, 0])],
        stressSamples: [[Tensor([0, 0, 0])], [Tensor([1e100, 0, -1e100])]],
        properties: [.even, .concave],
        isOpen: true,
        source: "Spearman (1904), The proof and measurement of association between two things")
}
