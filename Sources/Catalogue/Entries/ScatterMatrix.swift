import Tensors

extension Implementation {
    static let scatterMatrix = Implementation(
        "scatter-matrix", title: Title("Scatter between classes", "类间散度"),
        aliases: ["between-class scatter", "Fisher discriminant direction", "类间散度矩阵", "Fisher 判别方向"],
        topics: ["LDA", "Fisher", "线性判别分析", "判别分析", "散度"],
        equation: #"S_B = (\mu_1 - \mu_2) (\mu_1 - \mu_2)^\top"#,
        parameters: [
            Parameter("mu_1", symbols: ["m_1", "mu_0"], shape: ["d"]),
            Parameter("mu_2", symbols: ["m_2", "mu_1"], shape: ["d"]),
        ],
        result: ["d", "d"],
        variants: [
            Variant("two", "of two classes") { (a) throws(TensorError) in try (a[0] - a[1]).outer(a[0] - a[1]) },
            Variant("direction", "the direction that parts two classes",
                parameters: [
                    .init("S", symbols: ["S_w", "S_W", "Sigma"], shape: ["d", "d"], domain: .invertible),
                    .init("mu_1", symbols: ["m_1", "mu_0"], shape: ["d"]),
                    .init("mu_2", symbols: ["m_2", "mu_1"], shape: ["d"]),
                ],
                result: ["d"], sample: [.matrix([[2, 0], [0, 1]]), Tensor([1, 2]), Tensor([0, 1])]
            ) { (a) throws(TensorError) in try a[0].inverse().matmul(a[1] - a[2]) },
        ],
        sample: [Tensor([1, 2]), Tensor([0, 1])],
        stressSamples: [[Tensor([0, 0]), Tensor([1, 1])]],
        properties: [.symmetric],
        needsNames: true,
        isOpen: true,
        source: "Fisher (1936), The use of multiple measurements in taxonomic problems")
}
