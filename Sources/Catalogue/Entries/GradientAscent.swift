import Tensors

extension Implementation {
    static let gradientAscent = Implementation(
        "gradient-ascent", title: Title("Gradient ascent step", "梯度上升"),
        aliases: ["gradient ascent", "policy gradient update", "梯度上升法", "策略梯度更新", "随机梯度上升"],
        topics: ["policy gradient", "策略梯度", "REINFORCE", "maximize", "最大化", "maximum likelihood", "最大似然", "极大似然", "actor", "policy", "策略", "objective", "目标函数"],
        equation: #"w' = w + \eta g"#,
        parameters: [
            Parameter("w", symbols: ["x", "theta", "b", "W", "beta", "phi", "u", "Theta", "omega"], shape: .any),
            Parameter("g", symbols: ["d", "dw", "dW"], shape: .any),
            Parameter("eta", symbols: ["alpha", "lr", "gamma", "lambda", "beta", "epsilon", "alpha_t", "eta_t"], default: 0.1, domain: .interval(0.01, 0.5)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "along the gradient") { (a) throws(TensorError) in try a[0] + a[2] * a[1] },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.1],
        stressSamples: [[Tensor([0, 1e+200]), Tensor([1e+200, 0]), 0.1]],
        properties: [.affine, .monotone, .argument(1, .monotone)],
        needsNames: true,
        isOpen: true,
        source: "Robbins and Monro (1951), A stochastic approximation method")
}
