import Tensors

extension Implementation {
    static let cosineAnnealing = Implementation(
        "cosine-annealing", title: Title("Cosine annealing", "余弦退火"),
        aliases: ["cosine decay", "cosine schedule", "cosine learning rate", "余弦退火学习率", "余弦学习率"],
        topics: ["学习率", "learning rate", "scheduler", "schedule"],
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
        ],
        sample: [0.01, 0.1, 3, 10],
        stressSamples: [[0.01, 0.1, 0, 10], [0.01, 0.1, 10, 10]],
        properties: [.affine, .monotone, .argument(1, .monotone)],
        isOpen: true,
        source: "Loshchilov and Hutter (2017), SGDR: stochastic gradient descent with warm restarts")
}
