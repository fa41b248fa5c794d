import DeepLearning
import Tensors

extension Implementation {
    static let l2Penalty = Implementation(
        "l2-penalty", title: Title("L2 penalty", "L2 正则化"),
        aliases: ["L2 regularization", "L2 regularizer", "L2 惩罚项", "L2 正则项", "权重惩罚"],
        topics: ["regularization", "regularisation", "正则化", "weight decay", "权重衰减", "ridge"],
        equation: #"\Omega(w) = \frac{\lambda}{2} \|w\|^2"#,
        parameters: [
            Parameter("w", symbols: ["W", "theta"], shape: .any),
            Parameter("lambda", symbols: ["alpha"], default: 0.01, domain: .interval(0.01, 0.5)),
        ],
        result: [],
        variants: [
            Variant("half", "λ/2 ‖w‖²") { (a) throws(TensorError) in
                try DeepLearning.l2Penalty(a[0], lambda: a[1])
            },
            Variant("full", "λ ‖w‖²") { (a) throws(TensorError) in
                try 2 * DeepLearning.l2Penalty(a[0], lambda: a[1])
            },
        ],
        sample: [Tensor([1, -2]), 0.01],
        stressSamples: [[Tensor([1e200]), 0.01]],
        properties: [.nonNegative, .even, .convex],
        source: "Tikhonov (1943), On the stability of inverse problems")
}
