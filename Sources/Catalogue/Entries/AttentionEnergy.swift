import Tensors

extension Implementation {
    static let attentionEnergy = Implementation(
        "attention-energy", title: Title("Scores of additive attention", "加性注意力打分"),
        aliases: ["additive attention", "Bahdanau attention", "concat attention", "加性注意力", "打分函数"],
        topics: ["attention", "注意力", "seq2seq", "alignment", "对齐", "score function"],
        equation: #"e = v^\top \tanh(W s + U h)"#,
        parameters: [
            Parameter("v", symbols: ["w", "v_a", "w_v"], shape: ["h"]),
            Parameter("W", symbols: ["W_a", "W_1", "W_q", "W_s", "W_k"], shape: ["h", "d"]),
            Parameter("s", symbols: ["q", "h", "x", "s_t", "s_i-1", "h_t"], shape: ["d"]),
            Parameter("U", symbols: ["U_a", "W_2", "W_k", "W_h", "W_q"], shape: ["h", "k"]),
            Parameter("h", symbols: ["k", "h_j", "h_s", "h_i"], shape: ["k"]),
        ],
        result: [],
        variants: [
            Variant("two", "of two projections") { (a) throws(TensorError) in try a[0].dot((a[1].matmul(a[2]) + a[3].matmul(a[4])).tanh()) },
            Variant("joined", "of one projection",
                parameters: [
                    .init("v", symbols: ["w", "v_a"], shape: ["h"]),
                    .init("W", symbols: ["W_a"], shape: ["h", "d"]),
                    .init("s", symbols: ["joined", "x", "h"], shape: ["d"]),
                ],
                result: [],
                sample: [Tensor([1, -1]), .matrix([[1, 0], [0, 1]]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0].dot(a[1].matmul(a[2]).tanh()) },
            Variant("bilinear", "a matrix between",
                parameters: [
                    .init("s", symbols: ["h", "q", "h_t", "s_t"], shape: ["d"]),
                    .init("W", symbols: ["W_a"], shape: ["d", "k"]),
                    .init("h", symbols: ["k", "h_s", "h_j", "s", "h_i"], shape: ["k"]),
                ],
                result: [],
                sample: [Tensor([1, -1]), .matrix([[1, 0], [0, 1]]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0].dot(a[1].matmul(a[2])) },
        ],
        sample: [Tensor([1, -1]), .matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1], [0]]), Tensor([0.5])],
        stressSamples: [[Tensor([0, 0]), .matrix([[1e+200, 0], [0, 1]]), Tensor([1, 1]), .matrix([[0], [0]]), Tensor([0])]],
        properties: [.additive, .odd],
        needsNames: true,
        isOpen: true,
        source: "Bahdanau, Cho and Bengio (2015), Neural machine translation by jointly learning to align and translate")
}
