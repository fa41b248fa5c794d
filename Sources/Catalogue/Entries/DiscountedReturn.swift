import Tensors

extension Implementation {
    static let discountedReturn = Implementation(
        "discounted-return", title: Title("Discounted return", "折扣回报"),
        aliases: ["return of a trajectory", "cumulative discounted reward", "折扣累积奖励", "累积回报"],
        topics: ["policy gradient", "策略梯度", "回报", "return", "强化学习", "reinforcement learning", "Bellman", "贝尔曼", "MDP", "reward", "RL", "GAE", "advantage", "优势函数", "TD error", "TD 误差", "时序差分", "actor-critic", "critic"],
        equation: #"G = \sum_{k=0}^{T} \gamma^k r_k"#,
        parameters: [
            Parameter("r", symbols: ["R", "r_t+1", "R_t+1"], shape: ["T"]),
            Parameter("gamma", default: 0.9, domain: .probability),
        ],
        result: [],
        variants: [
            Variant("sum", "weights γ^k") { (a) throws(TensorError) in
                let powers = Tensor((0..<a[0].count).map { Double($0) })
                return try (a[0] * a[1].power(powers)).sum()
            },
            Variant("recursive", "reward and discounted rest: the target of Bellman equations",
                parameters: [.init("r", symbols: ["R", "r_t", "r_t+1", "R_t+1"], shape: .any), .init("G", symbols: ["V", "U", "Q", "v"], shape: .any), .init("gamma", default: 0.9, domain: .probability)], result: .any,
                sample: [Tensor([1, 2]), Tensor([3, 4]), 0.9]) { (a) throws(TensorError) in
                try a[0] + a[2] * a[1]
            },
            Variant("error", "the same less the present value",
                parameters: [.init("r", symbols: ["R", "r_t", "r_t+1", "R_t+1"], shape: .any), .init("V_next", symbols: ["V_t+1", "V", "v", "Q", "q", "V'", "Q'", "V_st1", "V_sp", "V_pist1", "V_phist1", "V_wst1", "V_thetast1", "V_pisp"], shape: .any), .init("V", symbols: ["V_t", "V", "v", "Q", "q", "V_st", "V_s", "V_pist", "V_pis", "V_phist", "V_wst", "V_thetast"], shape: .any), .init("gamma", default: 0.9, domain: .probability)], result: .any,
                sample: [Tensor([1, 2]), Tensor([3, 4]), Tensor([1, 1]), 0.9]) { (a) throws(TensorError) in
                try a[0] + a[3] * a[1] - a[2]
            },
        ],
        sample: [Tensor([1, 0, 2]), 0.9],
        stressSamples: [[Tensor([1e200, -1e200, 1]), 0.5]],
        properties: [.additive, .homogeneous(degree: 1), .monotone],
        isOpen: true,
        source: "Bellman (1957), Dynamic programming")
}
