import Tensors

extension Implementation {
    static let clippedObjective = Implementation(
        "clipped-objective", title: Title("Clipped objective of PPO", "PPO 截断目标"),
        aliases: ["PPO objective", "PPO-Clip", "PPO 目标函数"],
        topics: ["PPO", "proximal policy optimization", "近端策略优化"],
        equation: #"L = \min(r A, \operatorname{clip}(r, 1 - \epsilon, 1 + \epsilon) A)"#,
        parameters: [
            Parameter("r", symbols: ["rho", "r_t"], shape: .any, domain: .positive),
            Parameter("A", symbols: ["A_hat", "A_t", "A_hat_t"], shape: .any),
            Parameter("epsilon", symbols: ["varepsilon"], default: 0.2, domain: .interval(0.1, 0.3)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("objective", "to be maximised") { (a) throws(TensorError) in
                let kept = try Tensor.minimum(.maximum(a[0], 1 - a[2]), 1 + a[2])
                return try .minimum(a[0] * a[1], kept * a[1])
            },
            Variant("loss", "to be minimised") { (a) throws(TensorError) in
                let kept = try Tensor.minimum(.maximum(a[0], 1 - a[2]), 1 + a[2])
                return try -Tensor.minimum(a[0] * a[1], kept * a[1])
            },
        ],
        sample: [Tensor([0.9, 1.6, 0.5]), Tensor([1, 2, -1]), 0.2],
        stressSamples: [[Tensor([1e200, 1]), Tensor([-1, 0]), 0.2]],
        properties: [.concave, .argument(1, .homogeneous(degree: 1))],
        isOpen: true,
        source: "Schulman et al. (2017), Proximal policy optimization algorithms")
}
