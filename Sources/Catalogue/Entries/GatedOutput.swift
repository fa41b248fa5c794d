import Tensors

extension Implementation {
    static let gatedOutput = Implementation(
        "gated-output", title: Title("Hidden state of an LSTM", "LSTM 隐状态"),
        aliases: ["LSTM hidden state", "LSTM 输出"],
        topics: ["LSTM", "长短期记忆", "long short-term memory"],
        equation: #"H_t = O_t \odot \tanh(C_t)"#,
        parameters: [
            Parameter("o", symbols: ["O_t", "o_t"], shape: .any),
            Parameter("c", symbols: ["C_t", "c_t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("hidden", "output gate times tanh of the cell") { (a) throws(TensorError) in try a[0] * a[1].tanh() },
        ],
        sample: [Tensor([0.5]), Tensor([1])],
        stressSamples: [[Tensor([1, 1, 0]), Tensor([-1000, 1000, 1000])]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .odd)],
        isOpen: true,
        source: "Hochreiter and Schmidhuber (1997), Long short-term memory")
}
