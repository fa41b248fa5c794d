import Tensors

extension Implementation {
    static let cosineAnnealing = Implementation(
        "cosine-annealing", title: Title("Cosine annealing", "余弦退火"),
        aliases: ["cosine decay", "cosine schedule", "cosine learning rate", "余弦退火学习率", "余弦学习率"],
        topics: ["cosine", "余弦", "预热", "衰减", "decay", "学习率", "learning rate", "scheduler", "schedule"],
        equation: #"\eta_t = \eta_{\min} + \frac{1}{2} (\eta_{\max} - \eta_{\min}) \left(1 + \cos \frac{t \pi}{T}\right)"#,
        parameters: [
            Parameter("eta_min", symbols: ["eta_T"], shape: [], domain: .positive),
            Parameter("eta_max", symbols: ["eta_0"], shape: [], domain: .positive),
            Parameter("t", symbols: ["T_cur"], shape: [], domain: .positiveInteger),
            Parameter("T", symbols: ["T_max", "T_i"], shape: [], domain: .interval(10, 20)),
        ],
        result: [],
        variants: [
            Variant("standard", "from η_max to η_min") { (a) throws(TensorError) in
                let share = try 0.5 * (1 + (Tensor(Double.pi) * a[2] / a[3]).cos())
                return try a[0] + (a[1] - a[0]) * share
            },
            Variant("after-warm-up", "from η_max to 0 after a warm-up",
                parameters: [
                    .init("eta_max", symbols: ["eta_0", "eta", "lr_max", "lr"], shape: [], domain: .positive),
                    .init("t", symbols: ["T_cur", "s", "step"], shape: [], domain: .interval(5, 9)),
                    .init("T_warmup", symbols: ["T_w", "w", "warmup", "t_w", "t_warmup", "N_warmup"], shape: [], domain: .interval(1, 4)),
                    .init("T_total", symbols: ["T", "T_max", "N", "t_total"], shape: [], domain: .interval(10, 20)),
                ],
                result: [],
                sample: [0.1, 5, 2, 10]
            ) { (a) throws(TensorError) in try a[0] * 0.5 * (1 + (Tensor(Double.pi) * (a[1] - a[2]) / (a[3] - a[2])).cos()) },
            Variant("after-warm-up-least", "from η_max to η_min after a warm-up",
                parameters: [
                    .init("eta_min", symbols: ["lr_min"], shape: [], domain: .positive),
                    .init("eta_max", symbols: ["eta_0", "lr_max"], shape: [], domain: .positive),
                    .init("t", symbols: ["T_cur", "s", "step"], shape: [], domain: .interval(5, 9)),
                    .init("T_warmup", symbols: ["T_w", "w", "warmup", "t_w", "t_warmup"], shape: [], domain: .interval(1, 4)),
                    .init("T_total", symbols: ["T", "T_max", "N", "t_total"], shape: [], domain: .interval(10, 20)),
                ],
                result: [],
                sample: [0.01, 0.1, 5, 2, 10]
            ) { (a) throws(TensorError) in try a[0] + 0.5 * (a[1] - a[0]) * (1 + (Tensor(Double.pi) * (a[2] - a[3]) / (a[4] - a[3])).cos()) },
            Variant("to-zero", "from η_max to 0",
                parameters: [
                    .init("eta_max", symbols: ["eta_0", "eta", "lr_max", "lr", "alpha_0"], shape: [], domain: .positive),
                    .init("t", symbols: ["T_cur", "s", "step"], shape: [], domain: .positiveInteger),
                    .init("T", symbols: ["T_max", "T_i", "N", "T_total"], shape: [], domain: .interval(10, 20)),
                ],
                result: [],
                sample: [0.1, 3, 10]
            ) { (a) throws(TensorError) in try a[0] * 0.5 * (1 + (Tensor(Double.pi) * a[1] / a[2]).cos()) },
        ],
        sample: [0.01, 0.1, 3, 10],
        stressSamples: [[0.01, 0.1, 0, 10], [0.01, 0.1, 10, 10]],
        properties: [.affine, .monotone, .argument(1, .monotone)],
        isOpen: true,
        source: "Loshchilov and Hutter (2017), SGDR: stochastic gradient descent with warm restarts")
}
