import Tensors

extension Implementation {
    static let firstMoment = Implementation(
        "first-moment", title: Title("First moment of Adam", "Adam 的一阶矩"),
        aliases: ["first moment estimate", "一阶矩估计"],
        topics: [
            "Adam", "AdamW", "RMSProp", "momentum", "动量", "adaptive moment estimation", "指数加权平均", "moving average",
            "优化器", "AdaGrad",
        ],
        equation: #"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t"#,
        parameters: [
            Parameter("m", symbols: ["m_t-1", "v", "V"], shape: .any),
            Parameter("g", symbols: ["g_t", "dw", "dW", "db"], shape: .any),
            Parameter("beta_1", symbols: ["beta", "rho"], default: 0.9, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("first", "of the gradient") { (a) throws(TensorError) in try a[2] * a[0] + (1 - a[2]) * a[1] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9],
        stressSamples: [[Tensor([0, 1e200]), Tensor([0, -1e200]), 0.9]],
        properties: [.affine, .monotone],
        isOpen: true,
        source: "Kingma and Ba (2015), Adam: a method for stochastic optimization")
}
