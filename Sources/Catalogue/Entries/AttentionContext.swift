import Tensors

extension Implementation {
    static let attentionContext = Implementation(
        "attention-context", title: Title("Context of an attention", "注意力的上下文向量"),
        aliases: ["context vector", "attention context", "上下文向量", "注意力汇聚的输出"],
        topics: ["attention", "注意力", "seq2seq", "Transformer", "encoder-decoder", "编码器", "对齐", "alignment", "GAT"],
        equation: #"c = \sum_{j} \alpha_j h_j"#,
        parameters: [
            Parameter("alpha", symbols: ["a", "w", "s", "beta"], shape: ["n"], domain: .distribution),
            Parameter("h", symbols: ["V", "v", "H", "x", "s", "c"], shape: ["n", "d"]),
        ],
        result: ["d"],
        variants: [
            Variant("rows", "a weighted sum of rows") { (a) throws(TensorError) in try a[0].matmul(a[1]) },
            Variant("numbers", "a weighted sum of numbers",
                parameters: [
                    .init("alpha", symbols: ["a", "w", "s", "beta"], shape: ["n"], domain: .distribution),
                    .init("h", symbols: ["V", "v", "H", "x", "s", "c"], shape: ["n"]),
                ],
                result: [],
                sample: [Tensor([0.25, 0.75]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0].dot(a[1]) },
            Variant("all", "one for each query",
                parameters: [
                    .init("alpha", symbols: ["A", "a", "w"], shape: ["m", "n"], domain: .distribution),
                    .init("h", symbols: ["V", "v", "H", "x", "s"], shape: ["n", "d"]),
                ],
                result: ["m", "d"],
                sample: [.matrix([[0.25, 0.75]]), .matrix([[1, 2], [3, 4]])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) },
            Variant("all-numbers", "one number for each query",
                parameters: [
                    .init("alpha", symbols: ["A", "a", "w"], shape: ["m", "n"], domain: .distribution),
                    .init("h", symbols: ["V", "v", "H", "x", "s", "c"], shape: ["n"]),
                ],
                result: ["m"],
                sample: [.matrix([[0.25, 0.75]]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) },
        ],
        sample: [Tensor([0.25, 0.75]), .matrix([[1, 2], [3, 4]])],
        stressSamples: [[Tensor([1]), .matrix([[1e+200, 0]])]],
        properties: [.additive, .argument(1, .additive)],
        needsNames: true,
        isOpen: true,
        source: "Bahdanau, Cho and Bengio (2015), Neural machine translation by jointly learning to align and translate")
}
