import Tensors

extension Implementation {
    static let bellmanEquation = Implementation(
        "bellman-equation", title: Title("Bellman equation", "贝尔曼方程"),
        aliases: ["Bellman expectation equation", "Bellman optimality equation", "贝尔曼期望方程", "贝尔曼最优方程", "贝尔曼公式"],
        topics: ["强化学习", "reinforcement learning", "Bellman", "贝尔曼", "MDP", "马尔可夫决策", "value function", "价值函数", "policy", "策略", "RL", "Q-learning", "value iteration", "价值迭代"],
        equation: #"v = \sum_{a} \pi_a \left( r_a + \gamma \sum_{s} P_{as} V_s \right)"#,
        parameters: [
            Parameter("pi", symbols: ["pi_tilde", "pi_bar"], shape: ["m"], domain: .distribution),
            Parameter("R", symbols: ["r", "r_a"], shape: ["m"]),
            Parameter("gamma", shape: [], domain: .probability),
            Parameter("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["m", "s"], domain: .distribution),
            Parameter("V", symbols: ["v", "U", "V_hat", "v_hat", "v_pi", "V_pi", "V^pi"], shape: ["s"]),
        ],
        result: [],
        variants: [
            Variant("policy", "of a state, mean over the actions") { (a) throws(TensorError) in try a[0].dot(a[1] + a[2] * a[3].matmul(a[4])) },
            Variant("policy-columns", "of a state, next states in rows",
                parameters: [
                    .init("pi", symbols: ["pi_tilde", "pi_bar"], shape: ["m"], domain: .distribution),
                    .init("R", symbols: ["r", "r_a"], shape: ["m"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s", "m"]),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_pi", "V_pi"], shape: ["s"]),
                ],
                result: [],
                sample: [Tensor([0.25, 0.75]), Tensor([1, 2]), 0.9, .matrix([[0.5, 0.5], [0.2, 0.8]]), Tensor([1, 3])]
            ) { (a) throws(TensorError) in try a[0].dot(a[1] + a[2] * a[4].matmul(a[3])) },
            Variant("joint", "of a state, rewards by chance",
                parameters: [
                    .init("pi", symbols: ["pi_tilde", "pi_bar"], shape: ["m"], domain: .distribution),
                    .init("p", symbols: ["P", "p_tilde", "P_tilde", "p_bar"], shape: ["s", "r", "m"]),
                    .init("r", shape: ["r"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_pi"], shape: ["s"]),
                ],
                result: [],
                sample: [Tensor([0.25, 0.75]), .block([2, 2, 2], [0.1, 0.2, 0.3, 0.2, 0.4, 0.1, 0.2, 0.5]), Tensor([1, 2]), 0.9, Tensor([1, 3])]
            ) { (a) throws(TensorError) in
                let returns = try a[2].reshaped([1, a[2].count]) + a[3] * a[4].reshaped([a[4].count, 1])
                let flat = try a[1].reshaped([a[4].count * a[2].count, a[0].count])
                return try returns.reshaped([a[4].count * a[2].count]).matmul(flat).dot(a[0])
            },
            Variant("joint-action", "of an action, rewards by chance",
                parameters: [
                    .init("p", symbols: ["P", "p_tilde", "P_tilde", "p_bar"], shape: ["s", "r"]),
                    .init("r", shape: ["r"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_pi"], shape: ["s"]),
                ],
                result: [],
                sample: [.matrix([[0.1, 0.4], [0.2, 0.3]]), Tensor([1, 2]), 0.9, Tensor([1, 3])]
            ) { (a) throws(TensorError) in
                let returns = try a[1].reshaped([1, a[1].count]) + a[2] * a[3].reshaped([a[3].count, 1])
                return try (a[0] * returns).sum()
            },
            Variant("chain", "of a state or an action, one reward",
                parameters: [
                    .init("R", symbols: ["r", "R_s", "r_s", "R_sa", "r_sa"], shape: []),
                    .init("gamma", shape: [], domain: .probability),
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s"], domain: .distribution),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_pi", "V_pi"], shape: ["s"]),
                ],
                result: [],
                sample: [1, 0.9, Tensor([0.5, 0.5]), Tensor([1, 3])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2].dot(a[3]) },
            Variant("transition", "of an action, rewards by the next state",
                parameters: [
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s"], domain: .distribution),
                    .init("R", symbols: ["r"], shape: ["s"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_pi"], shape: ["s"]),
                ],
                result: [],
                sample: [Tensor([0.5, 0.5]), Tensor([1, 2]), 0.9, Tensor([1, 3])]
            ) { (a) throws(TensorError) in try a[0].dot(a[1] + a[2] * a[3]) },
            Variant("optimal", "of a state under the best action",
                parameters: [
                    .init("R", symbols: ["r", "r_a"], shape: ["m"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s", "m"]),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_*", "V_*"], shape: ["s"]),
                ],
                result: [],
                sample: [Tensor([1, 2]), 0.9, .matrix([[0.5, 0.5], [0.2, 0.8]]), Tensor([1, 3])]
            ) { (a) throws(TensorError) in try (a[0] + a[1] * a[3].matmul(a[2])).maximum() },
            Variant("optimal-transition", "of a state under the best action, rewards by the next state",
                parameters: [
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s", "m"]),
                    .init("R", symbols: ["r"], shape: ["s"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_*"], shape: ["s"]),
                ],
                result: [],
                sample: [.matrix([[0.5, 0.5], [0.2, 0.8]]), Tensor([1, 2]), 0.9, Tensor([1, 3])]
            ) { (a) throws(TensorError) in try (a[1] + a[2] * a[3]).matmul(a[0]).maximum() },
            Variant("optimal-joint", "of a state under the best action, rewards by chance",
                parameters: [
                    .init("p", symbols: ["P", "p_tilde", "P_tilde", "p_bar"], shape: ["s", "r", "m"]),
                    .init("r", shape: ["r"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("V", symbols: ["v", "U", "V_hat", "v_hat", "v_*"], shape: ["s"]),
                ],
                result: [],
                sample: [.block([2, 2, 2], [0.1, 0.2, 0.3, 0.2, 0.4, 0.1, 0.2, 0.5]), Tensor([1, 2]), 0.9, Tensor([1, 3])]
            ) { (a) throws(TensorError) in
                let returns = try a[1].reshaped([1, a[1].count]) + a[2] * a[3].reshaped([a[3].count, 1])
                let flat = try a[0].reshaped([a[3].count * a[1].count, a[0].count / max(a[3].count * a[1].count, 1)])
                return try returns.reshaped([a[3].count * a[1].count]).matmul(flat).maximum()
            },
            Variant("optimal-action", "of an action, then the best one",
                parameters: [
                    .init("R", symbols: ["r"], shape: []),
                    .init("gamma", shape: [], domain: .probability),
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s"], domain: .distribution),
                    .init("Q", symbols: ["q", "Q_*", "q_*"], shape: ["s", "m"]),
                ],
                result: [],
                sample: [1, 0.9, Tensor([0.5, 0.5]), .matrix([[1, 2], [4, 3]])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2].dot(a[3].maximum(axes: [-1])) },
            Variant("following", "of an action, then by the policy",
                parameters: [
                    .init("R", symbols: ["r"], shape: []),
                    .init("gamma", shape: [], domain: .probability),
                    .init("P", symbols: ["p", "T", "P_tilde", "p_tilde", "T_tilde", "P_bar", "p_bar"], shape: ["s"], domain: .distribution),
                    .init("pi", symbols: ["pi_tilde", "pi_bar"], shape: ["s", "m"], domain: .distribution),
                    .init("Q", symbols: ["q", "q_pi", "Q_pi"], shape: ["s", "m"]),
                ],
                result: [],
                sample: [1, 0.9, Tensor([0.5, 0.5]), .matrix([[0.5, 0.5], [0.2, 0.8]]), .matrix([[1, 2], [4, 3]])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2].dot((a[3] * a[4]).sum(axes: [-1])) },
            Variant("actions", "a state as the mean of its actions",
                parameters: [
                    .init("pi", symbols: ["pi_theta", "pi_tilde", "pi_bar"], shape: ["m"], domain: .distribution),
                    .init("q", symbols: ["Q", "q_pi", "Q_pi", "Q^pi"], shape: ["m"]),
                ],
                result: [],
                sample: [Tensor([0.25, 0.75]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0].dot(a[1]) },
            Variant("matrix", "of all states",
                parameters: [
                    .init("R", symbols: ["r", "r_pi", "R_pi"], shape: ["s"]),
                    .init("gamma", shape: [], domain: .probability),
                    .init("P", symbols: ["P_pi"], shape: ["s", "s"], domain: .distribution),
                    .init("V", symbols: ["v", "v_pi", "V_pi"], shape: ["s"]),
                ],
                result: ["s"],
                sample: [Tensor([1, 2]), 0.9, .matrix([[0.5, 0.5], [0.2, 0.8]]), Tensor([1, 3])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2].matmul(a[3]) },
            Variant("solved", "of all states, in closed form",
                parameters: [
                    .init("P", symbols: ["P_pi"], shape: ["s", "s"], domain: .distribution),
                    .init("gamma", shape: [], domain: .probability),
                    .init("R", symbols: ["r", "r_pi", "R_pi"], shape: ["s"]),
                ],
                result: ["s"],
                sample: [.matrix([[0.5, 0.5], [0.2, 0.8]]), 0.9, Tensor([1, 2])]
            ) { (a) throws(TensorError) in try (Tensor.eye(a[0].shape.first ?? 0) - a[1] * a[0]).inverse().matmul(a[2]) },
        ],
        sample: [Tensor([0.25, 0.75]), Tensor([1, 2]), 0.9, .matrix([[0.5, 0.5], [0.2, 0.8]]), Tensor([1, 3])],
        stressSamples: [[Tensor([1]), Tensor([1e+200]), 0.5, .matrix([[1]]), Tensor([0])]],
        properties: [.additive, .argument(4, .affine)],
        needsNames: true,
        isOpen: true,
        source: "Bellman (1957), Dynamic programming")
}
