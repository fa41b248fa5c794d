import Tensors

extension Implementation {
    static let lstmCellState = Implementation(
        "lstm-cell-state", title: Title("Cell state of an LSTM", "LSTM 细胞状态"),
        aliases: ["LSTM cell", "LSTM memory cell", "LSTM 记忆元"],
        topics: ["LSTM", "长短期记忆", "long short-term memory"],
        equation: #"C_t = F_t \odot C_{t-1} + I_t \odot \tilde{C}_t"#,
        parameters: [
            Parameter("f", symbols: ["F_t", "f_t"], shape: .any),
            Parameter("c", symbols: ["C_t-1", "c_t-1"], shape: .any),
            Parameter("i", symbols: ["I_t", "i_t"], shape: .any),
            Parameter("g", symbols: ["C_tilde_t", "g_t", "c_tilde_t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("cell", "forget and input gates") { (a) throws(TensorError) in try a[0] * a[1] + a[2] * a[3] },
        ],
        sample: [Tensor([0.5]), Tensor([1]), Tensor([0.2]), Tensor([-1])],
        stressSamples: [[Tensor([0, 1]), Tensor([1e200, 1e200]), Tensor([1, 0]), Tensor([1, 1])]],
        properties: [.affine, .argument(1, .affine), .argument(3, .affine)],
        isOpen: true,
        source: "Hochreiter and Schmidhuber (1997), Long short-term memory")
}
