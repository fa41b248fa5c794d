import Tensors

extension Implementation {
    static let adadelta = Implementation(
        "adadelta", title: Title("Adadelta step", "Adadelta 更新量"),
        aliases: ["Adadelta", "AdaDelta update", "Adadelta 算法"],
        topics: ["优化器", "optimizer", "optimiser", "adaptive learning rate", "自适应学习率"],
        equation: #"g' = \frac{\sqrt{\Delta + \epsilon}}{\sqrt{s + \epsilon}} g"#,
        parameters: [
            Parameter("Delta", symbols: ["Deltax", "Deltax_t-1", "Delta_t-1", "u"], shape: .any, domain: .positive),
            Parameter("s", symbols: ["s_t", "v", "E"], shape: .any, domain: .positive),
            Parameter("g", symbols: ["g_t"], shape: .any),
            Parameter("epsilon", default: 1e-6, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("standard", "the scaled gradient") { (a) throws(TensorError) in try (a[0] + a[3]).sqrt() / (a[1] + a[3]).sqrt() * a[2] },
        ],
        sample: [Tensor([1, 2]), Tensor([2, 1]), Tensor([0.5, -1]), 0.01],
        stressSamples: [[Tensor([0]), Tensor([0]), Tensor([1e+100]), 0.01]],
        properties: [.argument(2, .additive), .argument(2, .odd)],
        isOpen: true,
        source: "Zeiler (2012), ADADELTA: an adaptive learning rate method")
}
