import Tensors

extension Implementation {
    static let exponentialDecay = Implementation(
        "exponential-decay", title: Title("Exponential decay of the learning rate", "学习率指数衰减"),
        aliases: ["exponential learning rate decay", "指数衰减学习率"],
        topics: ["衰减", "scheduler", "schedule", "learning rate", "学习率", "学习率衰减", "learning rate decay", "learning rate schedule"],
        equation: #"\eta_t = \eta_0 \gamma^t"#,
        parameters: [
            Parameter("eta_0", symbols: ["eta", "alpha_0", "alpha"], shape: [], domain: .positive),
            Parameter("gamma", symbols: ["beta", "decay", "k"], shape: [], domain: .probability),
            Parameter("t", symbols: ["epoch", "n"], shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("power", "η₀ γ^t") { (a) throws(TensorError) in try a[0] * a[1].power(a[2]) },
            Variant("exponential", "η₀ e^(−γ t)") { (a) throws(TensorError) in try a[0] * (-(a[1] * a[2])).exp() },
            Variant("inverse", "η₀/(1 + γ t)") { (a) throws(TensorError) in try a[0] / (1 + a[1] * a[2]) },
            Variant("root", "η₀ (γ t + 1)^(−1/2)") { (a) throws(TensorError) in try a[0] * (a[1] * a[2] + 1).power(-0.5) },
            Variant("polynomial", "a power of what is left",
                parameters: [
                    .init("eta_0", symbols: ["eta", "alpha_0", "lr", "lr_0"], shape: [], domain: .positive),
                    .init("t", symbols: ["s", "k"], shape: [], domain: .interval(1, 9)),
                    .init("T", symbols: ["T_max", "N"], shape: [], domain: .interval(10, 20)),
                    .init("p", symbols: ["power", "gamma"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [0.1, 5, 10, 2]
            ) { (a) throws(TensorError) in try a[0] * (1 - a[1] / a[2]).power(a[3]) },
            Variant("linear", "what is left",
                parameters: [
                    .init("eta_0", symbols: ["eta", "alpha_0", "lr", "lr_0"], shape: [], domain: .positive),
                    .init("t", symbols: ["s", "k"], shape: [], domain: .interval(1, 9)),
                    .init("T", symbols: ["T_max", "N"], shape: [], domain: .interval(10, 20)),
                ],
                result: [],
                sample: [0.1, 5, 10]
            ) { (a) throws(TensorError) in try a[0] * (1 - a[1] / a[2]) },
            Variant("stepwise", "a power of the number of steps of a length",
                parameters: [
                    .init("eta_0", symbols: ["eta", "alpha_0", "lr", "lr_0"], shape: [], domain: .positive),
                    .init("gamma", symbols: ["d", "drop"], shape: [], domain: .probability),
                    .init("t", symbols: ["epoch", "e"], shape: [], domain: .interval(1, 30)),
                    .init("s", symbols: ["T", "r", "step_size", "N"], shape: [], domain: .interval(2, 9)),
                ],
                result: [],
                sample: [0.1, 0.5, 25, 10]
            ) { (a) throws(TensorError) in try a[0] * a[1].power((a[2] / a[3]).floor()) },
        ],
        sample: [0.1, 0.9, 3],
        stressSamples: [[0.1, 0, 1], [0.1, 1, 1000000], [0.1, 0.5, 2000]],
        properties: [.additive, .homogeneous(degree: 1), .argument(2, .decreasing)],
        isOpen: true,
        source: "Bengio (2012), Practical recommendations for gradient-based training of deep architectures")
}
