import Tensors

extension Implementation {
    static let exponentialDecay = Implementation(
        "exponential-decay", title: Title("Exponential decay of the learning rate", "学习率指数衰减"),
        aliases: ["exponential learning rate decay", "指数衰减学习率"],
        topics: ["learning rate", "学习率", "学习率衰减", "learning rate decay", "learning rate schedule"],
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
        ],
        sample: [0.1, 0.9, 3],
        stressSamples: [[0.1, 0, 1], [0.1, 1, 1000000], [0.1, 0.5, 2000]],
        properties: [.additive, .homogeneous(degree: 1), .argument(2, .decreasing)],
        isOpen: true,
        source: "Bengio (2012), Practical recommendations for gradient-based training of deep architectures")
}
