import Tensors

extension Implementation {
    static let decoupledWeightDecay = Implementation(
        "decoupled-weight-decay", title: Title("Step with decoupled weight decay", "解耦权重衰减"),
        aliases: ["AdamW", "AdamW update", "AdamW 更新"],
        topics: ["AdamW", "Adam", "weight decay", "权重衰减", "优化器", "optimizer"],
        equation: #"w' = w - \eta \left( \frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon} + \lambda w \right)"#,
        parameters: [
            Parameter("w", symbols: ["theta", "x", "w_t", "theta_t", "theta_t-1"], shape: .any),
            Parameter("m", symbols: ["m_hat"], shape: .any),
            Parameter("v", symbols: ["v_hat"], shape: .any, domain: .positive),
            Parameter("eta", symbols: ["alpha", "lr", "alpha_t", "eta_t"], default: 0.1, domain: .positive),
            Parameter("lambda", symbols: ["wd"], default: 0.01, domain: .positive),
            Parameter("epsilon", default: 1e-08, domain: .interval(1e-8, 1e-6)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "decay times the rate") { (a) throws(TensorError) in try a[0] - a[3] * (a[1] / (a[2].sqrt() + a[5]) + a[4] * a[0]) },
            Variant("inside", "ε below the root") { (a) throws(TensorError) in try a[0] - a[3] * (a[1] / (a[2] + a[5]).sqrt() + a[4] * a[0]) },
            Variant("apart", "decay not times the rate") { (a) throws(TensorError) in try a[0] - a[3] * a[1] / (a[2].sqrt() + a[5]) - a[4] * a[0] },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 1]), Tensor([1, 4]), 0.1, 0.01, 1e-08],
        stressSamples: [[Tensor([0]), Tensor([0]), Tensor([1e-300]), 0.1, 0.01, 1e-08]],
        properties: [.affine],
        isOpen: true,
        source: "Loshchilov and Hutter (2019), Decoupled weight decay regularization")
}
