import Tensors

extension Implementation {
    static let momentumVelocity = Implementation(
        "momentum-velocity", title: Title("Velocity and update with momentum", "动量法的更新"),
        aliases: ["momentum update rule", "动量更新式"],
        topics: ["NAG", "优化器", "optimizer", "gradient descent", "梯度下降", "optimization", "momentum", "动量", "SGD", "Nesterov"],
        equation: #"v_t = \beta v_{t-1} - \eta g_t"#,
        parameters: [
            Parameter("v", symbols: ["v_t-1"], shape: .any),
            Parameter("g", symbols: ["g_t"], shape: .any),
            Parameter("beta", symbols: ["gamma", "mu", "alpha", "rho"], default: 0.9, domain: .probability),
            Parameter("eta", symbols: ["lr", "epsilon", "alpha"], default: 0.1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("negative", "the step with its sign") { (a) throws(TensorError) in try a[2] * a[0] - a[3] * a[1] },
            Variant("positive", "subtracted later") { (a) throws(TensorError) in try a[2] * a[0] + a[3] * a[1] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9, 0.1],
        stressSamples: [[Tensor([0, 1e200]), Tensor([0, -1e200]), 0.9, 0.1]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        isOpen: true,
        source: "Polyak (1964), Some methods of speeding up the convergence of iteration methods")
}
