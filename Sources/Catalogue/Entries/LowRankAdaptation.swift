import Tensors

extension Implementation {
    static let lowRankAdaptation = Implementation(
        "low-rank-adaptation", title: Title("Low-rank adaptation", "低秩适配"),
        aliases: ["LoRA", "LoRA update", "低秩自适应"],
        topics: ["LoRA", "PEFT", "微调", "fine-tuning", "低秩"],
        equation: #"h = W_0 x + \frac{\alpha}{r} B A x"#,
        parameters: [
            Parameter("W", symbols: ["W_0", "W_q"], shape: ["q", "d"]),
            Parameter("x", symbols: ["h"], shape: ["d"]),
            Parameter("B", shape: ["q", "r"]),
            Parameter("A", shape: ["r", "d"]),
            Parameter("s", symbols: ["alpha"], default: 1),
            Parameter("r", default: 1, domain: .positive),
        ],
        result: ["q"],
        variants: [
            Variant("layer", "applied to one example") { (a) throws(TensorError) in try a[0].matmul(a[1]) + a[4] / a[5] * a[2].matmul(a[3].matmul(a[1])) },
            Variant("weights", "of the weights",
                parameters: [
                    .init("W", symbols: ["W_0"], shape: ["q", "d"]),
                    .init("B", shape: ["q", "r"]),
                    .init("A", shape: ["r", "d"]),
                    .init("s", symbols: ["alpha"], default: 1),
                    .init("r", default: 1, domain: .positive),
                ],
                result: ["q", "d"], sample: [.matrix([[1, 0], [0, 1], [1, 1]]), .matrix([[1], [0], [1]]), .matrix([[1, 2]]), 1, 1]
            ) { (a) throws(TensorError) in try a[0] + a[3] / a[4] * a[1].matmul(a[2]) },
        ],
        sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1], [1]]), .matrix([[1, 1]]), 1, 1],
        stressSamples: [[.matrix([[0, 0]]), Tensor([1, 1]), .matrix([[0]]), .matrix([[1, 1]]), 1, 1]],
        properties: [.affine],
        isOpen: true,
        source: "Hu et al. (2022), LoRA: low-rank adaptation of large language models")
}
