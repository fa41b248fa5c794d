import Tensors

extension Implementation {
    static let actionValueUpdate = Implementation(
        "action-value-update", title: Title("Update of action values", "动作价值更新"),
        aliases: ["Q-learning", "SARSA", "Q learning", "Q 学习更新", "Q-learning 更新公式"],
        topics: ["reward", "policy gradient", "策略梯度", "PPO", "TRPO", "优势函数", "actor-critic", "RL", "Q 学习", "GAE", "advantage", "优势", "Q-learning", "Q学习", "强化学习", "reinforcement learning", "DQN", "Bellman", "贝尔曼", "TD", "时序差分"],
        equation: #"y = r + \gamma \max_a Q_a"#,
        parameters: [
            Parameter("r", symbols: ["R", "r_t", "r_t+1", "R_t+1"], shape: []),
            Parameter("Q", symbols: ["q", "Q_next"], shape: ["a"]),
            Parameter("gamma", default: 0.9, domain: .probability),
        ],
        result: [],
        variants: [
            Variant("target", "the target with the best next action") { (a) throws(TensorError) in try a[0] + a[2] * a[1].maximum() },
            Variant("update", "the update with the best next action",
                parameters: [
                    .init("Q", symbols: ["q"], shape: []),
                    .init("r", symbols: ["R", "r_t", "r_t+1", "R_t+1"], shape: []),
                    .init("Q_next", symbols: ["Q_hat", "q", "Q"], shape: ["a"]),
                    .init("alpha", symbols: ["eta"], default: 0.1, domain: .probability),
                    .init("gamma", default: 0.9, domain: .probability),
                ],
                result: [], sample: [1, 0.5, Tensor([1, 2]), 0.1, 0.9]
            ) { (a) throws(TensorError) in try a[0] + a[3] * (a[1] + a[4] * a[2].maximum() - a[0]) },
            Variant("error", "the error against the best next action",
                parameters: [
                    .init("Q", symbols: ["q"], shape: []),
                    .init("r", symbols: ["R", "r_t", "r_t+1"], shape: []),
                    .init("Q_next", symbols: ["Q_hat", "q", "Q"], shape: ["a"]),
                    .init("gamma", default: 0.9, domain: .probability),
                ],
                result: [], sample: [1, 0.5, Tensor([1, 2]), 0.9]
            ) { (a) throws(TensorError) in try a[1] + a[3] * a[2].maximum() - a[0] },
            Variant("state", "the value of a state under a policy",
                parameters: [
                    .init("pi", symbols: ["p", "pi_tilde", "p_tilde"], shape: ["a"], domain: .positive),
                    .init("Q", symbols: ["q", "Q_pi", "q_pi"], shape: ["a"]),
                ],
                result: [], sample: [Tensor([0.5, 0.5]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try (a[0] * a[1]).sum() },
            Variant("advantage", "of an action over the state",
                parameters: [
                    .init("Q", symbols: ["q", "Q_pi", "R", "G"], shape: []),
                    .init("V", symbols: ["v", "V_pi", "b"], shape: []),
                ],
                result: [], sample: [1, 0.5]
            ) { (a) throws(TensorError) in try a[0] - a[1] },
            Variant("generalised", "the recursion of generalised advantages",
                parameters: [
                    .init("delta", shape: []),
                    .init("A", symbols: ["A_hat"], shape: []),
                    .init("gamma", default: 0.9, domain: .probability),
                    .init("lambda", default: 0.9, domain: .probability),
                ],
                result: [], sample: [1, 0.5, 0.9, 0.9]
            ) { (a) throws(TensorError) in try a[0] + a[2] * a[3] * a[1] },
            Variant("loss", "square of the error",
                parameters: [
                    .init("q", symbols: ["Q", "Q_t", "Q_w", "Q_theta"], shape: []),
                    .init("r", symbols: ["R", "r_t+1", "R_t+1", "r_t"], shape: []),
                    .init("Q", symbols: ["Q_next", "Q_target"], shape: ["m"]),
                    .init("gamma", shape: [], domain: .probability),
                ],
                result: [],
                sample: [1, 0.5, Tensor([1, 2]), 0.9]
            ) { (a) throws(TensorError) in try (a[1] + a[3] * a[2].maximum() - a[0]).square() },
            Variant("ratio", "of two policies",
                parameters: [
                    .init("pi", symbols: ["pi_theta"], shape: [], domain: .probability),
                    .init("mu", symbols: ["pi_theta_old", "pi_old", "q", "b", "beta"], shape: [], domain: .probability),
                ],
                result: [],
                sample: [0.5, 0.25]
            ) { (a) throws(TensorError) in try a[0] / a[1] },
            Variant("return-advantage", "of a return over a value",
                parameters: [
                    .init("G", symbols: ["R", "G_t", "R_t"], shape: []),
                    .init("V", symbols: ["v", "b", "V_pi"], shape: []),
                ],
                result: [],
                sample: [2, 1]
            ) { (a) throws(TensorError) in try a[0] - a[1] },
            Variant("generalised-sum", "sum of discounted errors",
                parameters: [
                    .init("delta", shape: ["T"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("lambda", shape: [], domain: .probability),
                ],
                result: [],
                sample: [Tensor([1, 2, -1]), 0.9, 0.95]
            ) { (a) throws(TensorError) in
                let powers = Tensor((0..<a[0].count).map { Double($0) })
                return try (a[0] * (a[1] * a[2]).power(powers)).sum()
            },
        ],
        sample: [1, Tensor([0.5, 2]), 0.9],
        stressSamples: [[0, Tensor([-1e+200, 1e+200]), 0.5]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Watkins and Dayan (1992), Q-learning")
}
