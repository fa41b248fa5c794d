import Tensors

extension Implementation {
    static let secondMoment = Implementation(
        "second-moment", title: Title("Second moment of Adam", "Adam 的二阶矩"),
        aliases: ["second moment estimate", "moving average of squared gradients", "二阶矩估计"],
        topics: [
            "Adam", "AdamW", "RMSProp", "adaptive moment estimation", "指数加权平均", "moving average", "优化器", "AdaGrad", "AdaDelta",
        ],
        equation: #"v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2"#,
        parameters: [
            Parameter("v", symbols: ["v_t-1", "s", "s_t-1", "S", "V", "r", "G"], shape: .any),
            Parameter("g", symbols: ["g_t", "dw", "dW", "db"], shape: .any),
            Parameter("beta_2", symbols: ["beta", "rho", "gamma"], default: 0.999, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("average", "moving average of squared gradients") { (a) throws(TensorError) in try a[2] * a[0] + (1 - a[2]) * a[1].square() },
            Variant("sum", "sum of squared gradients",
                parameters: [.init("s", symbols: ["s_t-1", "G", "v", "r", "S"], shape: .any), .init("g", symbols: ["g_t", "dw", "dW", "db"], shape: .any)],
                sample: [Tensor([1, 2]), Tensor([0.5, -1])]) { (a) throws(TensorError) in try a[0] + a[1].square() },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.999],
        stressSamples: [[Tensor([0, 1e200]), Tensor([0, -1e100]), 0.999]],
        properties: [.affine, .monotone, .argument(1, .even)],
        isOpen: true,
        source: "Kingma and Ba (2015), Adam: a method for stochastic optimization")
}
