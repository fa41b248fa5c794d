import Tensors

extension Implementation {
    static let adamUpdate = Implementation(
        "adam-update", title: Title("Update of Adam from its moments", "Adam 的参数更新"),
        aliases: ["Adam parameter update", "Adam 更新式"],
        topics: ["Adam", "RMSProp", "AdaGrad", "AdaDelta", "adaptive moment estimation", "优化器"],
        equation: #"w' = w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon}"#,
        parameters: [
            Parameter("w", symbols: ["theta_t-1", "theta", "x", "w_t-1", "x_t-1", "w_t", "theta_t"], shape: .any),
            Parameter("m", symbols: ["m_hat", "m_hat_t", "g", "g_t"], shape: .any),
            Parameter("v", symbols: ["v_hat", "v_hat_t", "s", "s_t"], shape: .any, domain: .positive),
            Parameter("eta", symbols: ["alpha", "lr", "gamma"], default: 0.001, domain: .positive),
            Parameter("epsilon", symbols: ["eps", "delta"], default: 1e-8, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("outside", "ε outside the root") { (a) throws(TensorError) in try a[0] - a[3] * a[1] / (a[2].sqrt() + a[4]) },
            Variant("inside", "ε inside the root") { (a) throws(TensorError) in try a[0] - a[3] * a[1] / (a[2] + a[4]).sqrt() },
            Variant("step", "without the weights") { (a) throws(TensorError) in try a[3] * a[1] / (a[2].sqrt() + a[4]) + 0 * a[0] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), Tensor([0.3, 1]), 0.001, 1e-8],
        stressSamples: [
            [Tensor([1]), Tensor([0]), Tensor([0]), 0.001, 1e-8],
            [Tensor([1e8]), Tensor([1e-12]), Tensor([1e-24]), 0.001, 1e-8],
        ],
        properties: [.affine, .monotone],
        isOpen: true,
        source: "Kingma and Ba (2015), Adam: a method for stochastic optimization")
}
