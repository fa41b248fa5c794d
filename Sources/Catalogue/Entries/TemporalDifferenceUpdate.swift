import Tensors

extension Implementation {
    static let temporalDifferenceUpdate = Implementation(
        "temporal-difference-update", title: Title("Temporal-difference update", "时序差分更新"),
        aliases: ["TD update", "TD(0)", "时序差分学习", "Q-learning update"],
        topics: ["Q-learning", "Q 学习", "TD 误差", "temporal difference"],
        equation: #"V' = V + \alpha (r + \gamma V_{next} - V)"#,
        parameters: [
            Parameter("V", symbols: ["Q", "V_t"], shape: []),
            Parameter("r", symbols: ["R", "r_t"], shape: []),
            Parameter("V_next", symbols: ["V'", "Q'"], shape: []),
            Parameter("alpha", symbols: ["eta"], default: 0.1, domain: .probability),
            Parameter("gamma", default: 0.9, domain: .probability),
        ],
        result: [],
        variants: [
            Variant("standard", "towards reward and discounted value") { (a) throws(TensorError) in try a[0] + a[3] * (a[1] + a[4] * a[2] - a[0]) },
            Variant("target", "the target alone") { (a) throws(TensorError) in try a[1] + a[4] * a[2] + 0 * a[0] },
            Variant("error", "the error alone") { (a) throws(TensorError) in try a[1] + a[4] * a[2] - a[0] },
        ],
        sample: [1, 0.5, 2, 0.1, 0.9],
        stressSamples: [[0, 0, 0, 0.1, 0.9], [1e200, -1e200, 1e200, 0.1, 0.9]],
        properties: [.affine, .monotone, .argument(1, .affine)],
        isOpen: true,
        source: "Sutton (1988), Learning to predict by the methods of temporal differences")
}
