import DeepLearning
import Tensors

extension Implementation {
    static let weightDecay = Implementation(
        "weight-decay", title: Title("Weight decay step", "权重衰减"),
        aliases: ["weight decay", "权重衰退", "权重衰减更新", "L2 正则化更新"],
        topics: ["regularization", "正则化", "L2 regularization"],
        equation: #"w' = (1 - \eta \lambda) w - \eta g"#,
        parameters: [
            Parameter("w", symbols: ["W", "theta"], shape: .any),
            Parameter("g", shape: .any),
            Parameter("eta", symbols: ["alpha", "lr", "epsilon"], default: 0.1, domain: .interval(0.01, 0.5)),
            Parameter("lambda", symbols: ["wd"], default: 0.01, domain: .interval(0.01, 0.5)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("step", "shrinks the weights, then steps against the gradient") { (a) throws(TensorError) in
                try DeepLearning.weightDecayStep(a[0], a[1], rate: a[2], decay: a[3])
            },
            Variant("double", "for the penalty λ ‖w‖² without its half") { (a) throws(TensorError) in
                try DeepLearning.weightDecayStep(a[0], a[1], rate: a[2], decay: 2 * a[3])
            },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.1, 0.01],
        stressSamples: [[Tensor([0, 1e200]), Tensor([1e200, 0]), 0.1, 0.01]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        source: "Krogh and Hertz (1992), A simple weight decay can improve generalization")
}
