import Tensors

extension Implementation {
    static let policyGradientLoss = Implementation(
        "policy-gradient-loss", title: Title("Loss of a policy gradient", "策略梯度损失"),
        aliases: ["REINFORCE loss", "策略梯度目标"],
        topics: ["reinforcement learning", "policy", "RL", "REINFORCE", "policy gradient", "策略梯度", "actor-critic", "A2C", "强化学习"],
        equation: #"L = -\log \pi \cdot A"#,
        parameters: [
            Parameter("pi", symbols: ["p", "pi_theta"], shape: .any, domain: .positive),
            Parameter("A", symbols: ["A_hat", "R", "G", "Q"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("loss", "of one step") { (a) throws(TensorError) in try -a[0].log() * a[1] },
            Variant("objective", "of one step, to be made large") { (a) throws(TensorError) in try a[0].log() * a[1] },
            Variant("sum", "of a trajectory",
                parameters: [
                    .init("pi", symbols: ["p", "pi_theta"], shape: ["T"], domain: .positive),
                    .init("A", symbols: ["A_hat", "R", "G", "Q"], shape: ["T"]),
                ],
                result: [], sample: [Tensor([0.5, 0.2]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try (a[0].log() * a[1]).sum() },
            Variant("loss-sum", "of a trajectory, to be made small",
                parameters: [
                    .init("pi", symbols: ["p", "pi_theta"], shape: ["T"], domain: .positive),
                    .init("A", symbols: ["A_hat", "R", "G", "Q"], shape: ["T"]),
                ],
                result: [], sample: [Tensor([0.5, 0.2]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try -(a[0].log() * a[1]).sum() },
        ],
        sample: [Tensor([0.5, 0.2]), Tensor([1, 2])],
        stressSamples: [[Tensor([1, 1e-300]), Tensor([0, 1])]],
        properties: [.argument(1, .additive)],
        needsNames: true,
        isOpen: true,
        source: "Williams (1992), Simple statistical gradient-following algorithms for connectionist reinforcement learning")
}
