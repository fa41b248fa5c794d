import Tensors

extension Implementation {
    static let warmupSchedule = Implementation(
        "warmup-schedule", title: Title("Warm-up schedule of the Transformer", "Transformer 预热学习率"),
        aliases: ["Noam schedule", "inverse square root schedule", "预热学习率"],
        topics: ["warm-up", "warm up", "预热", "schedule", "scheduler", "warmup", "learning rate", "学习率", "Transformer"],
        equation: #"\eta = d^{-1/2} \min(t^{-1/2}, t w^{-3/2})"#,
        parameters: [
            Parameter("d", symbols: ["d_model"], shape: [], domain: .positive),
            Parameter("t", symbols: ["s", "step"], shape: [], domain: .positive),
            Parameter("w", symbols: ["warmup"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "rising, then falling with the root") { (a) throws(TensorError) in
                try a[0].power(-0.5) * Tensor.minimum(a[1].power(-0.5), a[1] * a[2].power(-1.5))
            },
            Variant("linear", "rising in a line, then level",
                parameters: [
                    .init("eta", symbols: ["eta_max", "lr_max", "lr", "alpha", "eta_0", "gamma", "eta_base"], shape: [], domain: .positive),
                    .init("t", symbols: ["s", "step", "i"], shape: [], domain: .positive),
                    .init("T", symbols: ["T_warmup", "T_w", "w", "warmup", "N_warmup", "t_warmup"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [0.1, 100, 4000]
            ) { (a) throws(TensorError) in try a[0] * Tensor.minimum(a[1] / a[2], 1) },
        ],
        sample: [512, 100, 4000],
        stressSamples: [[1, 1, 1], [1e9, 1e9, 1]],
        properties: [.decreasing, .nonNegative],
        isOpen: true,
        source: "Vaswani et al. (2017), Attention is all you need")
}
