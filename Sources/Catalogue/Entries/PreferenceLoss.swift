import Tensors

extension Implementation {
    static let preferenceLoss = Implementation(
        "preference-loss", title: Title("Preference loss", "偏好损失"),
        aliases: ["DPO loss", "direct preference optimization", "Bradley-Terry loss", "reward model loss", "奖励模型损失", "直接偏好优化"],
        topics: ["DPO", "RLHF", "奖励模型", "reward model", "Bradley-Terry", "偏好", "preference"],
        equation: #"L = -\log \sigma(r_w - r_l)"#,
        parameters: [
            Parameter("r_w", symbols: ["r_c", "r_thetaxyw", "r_phixyw", "r_xyw", "r_psixyw", "r_1", "r_i"], shape: .any),
            Parameter("r_l", symbols: ["r_r", "r_thetaxyl", "r_phixyl", "r_xyl", "r_psixyl", "r_2", "r_j"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("rewards", "of two rewards") { (a) throws(TensorError) in try (a[1] - a[0]).softplus() },
            Variant("probability", "that the first is preferred") { (a) throws(TensorError) in try (a[0] - a[1]).sigmoid() },
            Variant("policies", "of the probabilities of two answers under a policy and a reference",
                parameters: [
                    .init("p_w", symbols: ["pi_thetaywx", "pi_thetaxyw"], shape: .any, domain: .positive),
                    .init("q_w", symbols: ["pi_refywx"], shape: .any, domain: .positive),
                    .init("p_l", symbols: ["pi_thetaylx"], shape: .any, domain: .positive),
                    .init("q_l", symbols: ["pi_refylx"], shape: .any, domain: .positive),
                    .init("beta", shape: [], domain: .positive),
                ],
                result: .any, sample: [0.5, 0.4, 0.2, 0.3, 0.1]
            ) { (a) throws(TensorError) in try (a[4] * ((a[2] / a[3]).log() - (a[0] / a[1]).log())).softplus() },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, 3])],
        stressSamples: [[Tensor([0, 700]), Tensor([0, -700])]],
        properties: [.convex],
        needsNames: true,
        isOpen: true,
        source: "Rafailov et al. (2023), Direct preference optimization; Bradley and Terry (1952)")
}
