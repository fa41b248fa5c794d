import Tensors

extension Implementation {
    static let attentionScores = Implementation(
        "attention-scores", title: Title("Scaled attention scores", "缩放点积得分"),
        aliases: ["scaled dot-product scores", "attention score", "注意力得分", "注意力评分"],
        topics: ["attention", "注意力", "transformer"],
        equation: #"\frac{Q K^\top}{\sqrt{d}}"#,
        parameters: [
            Parameter("Q", symbols: ["q"], shape: ["n", "d"]),
            Parameter("K", symbols: ["k"], shape: ["m", "d"]),
        ],
        result: ["n", "m"],
        variants: [
            Variant("batch", "of all queries and keys") { (a) throws(TensorError) in
                try a[0].matmul(a[1].matrixTransposed()) / Tensor(Double(max(a[0].shape.last ?? 1, 1))).sqrt()
            },
            Variant("single", "of one query and one key",
                parameters: [.init("q", symbols: ["Q"], shape: ["d"]), .init("k", symbols: ["K"], shape: ["d"])],
                result: [],
                sample: [Tensor([1, 2]), Tensor([0, 1])]) { (a) throws(TensorError) in try a[0].dot(a[1]) / Tensor(Double(max(a[0].count, 1))).sqrt() },
        ],
        sample: [.matrix([[1, 2]]), .matrix([[0, 1], [1, 1]])],
        stressSamples: [[.matrix([[1e100, 0]]), .matrix([[1e100, 1], [0, 0]])]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .additive)],
        isOpen: true,
        source: "Vaswani et al. (2017), Attention is all you need")
}
