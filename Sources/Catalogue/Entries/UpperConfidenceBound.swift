import Tensors

extension Implementation {
    static let upperConfidenceBound = Implementation(
        "upper-confidence-bound", title: Title("Upper confidence bound", "置信上界"),
        aliases: ["UCB", "UCB1", "上置信界"],
        topics: ["bandit", "多臂老虎机", "MCTS", "exploration"],
        equation: #"U = Q + c \sqrt{\frac{\ln t}{n}}"#,
        parameters: [
            Parameter("Q", symbols: ["x_bar", "mu_hat"], shape: .any),
            Parameter("t", symbols: ["N", "n"], shape: [], domain: .interval(5, 30)),
            Parameter("n", symbols: ["N_t", "n_j", "n_i"], shape: .any, domain: .positiveInteger),
            Parameter("c", symbols: ["C"], default: 1, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("standard", "value and width of its uncertainty") { (a) throws(TensorError) in
                try a[0] + a[3] * (a[1].log() / a[2]).sqrt()
            },
            Variant("double", "with 2 ln t") { (a) throws(TensorError) in
                try a[0] + a[3] * (2 * a[1].log() / a[2]).sqrt()
            },
        ],
        sample: [Tensor([0.5, 1]), 10, Tensor([2, 3]), 1],
        stressSamples: [[Tensor([0]), 1e9, Tensor([1]), 1]],
        properties: [.affine, .monotone, .argument(2, .decreasing)],
        isOpen: true,
        source: "Auer, Cesa-Bianchi and Fischer (2002), Finite-time analysis of the multiarmed bandit problem")
}
