import Tensors

extension Implementation {
    static let adaboostReweighting = Implementation(
        "adaboost-reweighting", title: Title("Reweighting of examples in AdaBoost", "AdaBoost 样本权重更新"),
        aliases: ["AdaBoost weight update", "样本权重更新"],
        topics: ["AdaBoost", "boosting"],
        equation: #"w_i^{\prime} = \frac{w_i}{Z} e^{-\alpha y_i h_i}"#,
        parameters: [
            Parameter("w", symbols: ["D", "w_m", "w_t", "D_t"], shape: .any, domain: .positive),
            Parameter("alpha", symbols: ["alpha_t", "alpha_m"], shape: .any),
            Parameter("y", shape: .any, domain: .signs),
            Parameter("h", symbols: ["h_t", "G", "G_m", "f"], shape: .any, domain: .signs),
            Parameter("Z", symbols: ["Z_t", "Z_m"], default: 1, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("standard", "divided by a normaliser") { (a) throws(TensorError) in
                try a[0] * (-(a[1] * a[2] * a[3])).exp() / a[4]
            },
        ],
        sample: [Tensor([0.2, 0.3]), Tensor([0.5]), Tensor([1, -1]), Tensor([1, 1]), 1],
        stressSamples: [[Tensor([0, 1]), Tensor([100]), Tensor([1, -1]), Tensor([-1, -1]), 1]],
        properties: [.additive, .homogeneous(degree: 1)],
        isOpen: true,
        source: "Freund and Schapire (1997), A decision-theoretic generalization of on-line learning")
}
