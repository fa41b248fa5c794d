import Tensors

extension Implementation {
    static let attentionProjection = Implementation(
        "attention-projection", title: Title("Projections of attention", "注意力的线性投影"),
        aliases: ["query projection", "key projection", "value projection", "查询向量", "键向量", "值向量"],
        topics: ["LLM", "大模型", "MLA", "head", "注意力头", "multi-head", "KV cache", "attention", "注意力", "Transformer", "self-attention", "自注意力", "QKV", "query"],
        equation: #"Q = X W_Q"#,
        parameters: [
            Parameter("X", symbols: ["x", "H", "h", "X_pre", "X_dec", "c", "x_i", "x_t"], shape: ["n", "d"]),
            Parameter("W", symbols: ["W_Q", "W_K", "W_V", "W_q", "W_k", "W_v", "W_O", "W_o"], shape: ["d", "k"]),
        ],
        result: ["n", "k"],
        variants: [
            Variant("rows", "tokens in rows") { (a) throws(TensorError) in try a[0].matmul(a[1]) },
            Variant("row", "one token as a row",
                parameters: [
                    .init("X", symbols: ["x", "h", "c"], shape: ["d"]),
                    .init("W", symbols: ["W_Q", "W_K", "W_V", "W_q", "W_k", "W_v"], shape: ["d", "k"]),
                ],
                result: ["k"], sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) },
            Variant("columns", "tokens in columns",
                parameters: [
                    .init("W", symbols: ["W_Q", "W_K", "W_V", "W_q", "W_k", "W_v"], shape: ["k", "d"]),
                    .init("X", symbols: ["x", "H", "h"], shape: ["d", "n"]),
                ],
                result: ["k", "n"], sample: [.matrix([[1, 2]]), .matrix([[1, 0, 1], [0, 1, 1]])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) },
            Variant("column", "one token as a column",
                parameters: [
                    .init("W", symbols: ["W_Q", "W_K", "W_V", "W_q", "W_k", "W_v"], shape: ["k", "d"]),
                    .init("x", symbols: ["h"], shape: ["d"]),
                ],
                result: ["k"], sample: [.matrix([[1, 2]]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) },
        ],
        sample: [.matrix([[1, 2]]), .matrix([[1, 0], [0, 1]])],
        stressSamples: [[.matrix([[0, 1e+200]]), .matrix([[1e+100], [1]])]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Vaswani et al. (2017), Attention is all you need")
}
