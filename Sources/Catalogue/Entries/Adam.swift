import DeepLearning
import Tensors

extension Implementation {
    static let adam = Implementation(
        "adam", title: Title("Adam", "Adam 算法"),
        aliases: ["Adam optimizer", "Adam step", "adaptive moment estimation", "Adam 优化器", "Adam 优化算法"],
        equation: #"w' = w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon}"#,
        parameters: [
            Parameter("w", symbols: ["x", "theta"], shape: .any),
            Parameter("g", shape: .any),
            Parameter("m", shape: .any),
            Parameter("v", shape: .any, domain: .nonNegative),
            Parameter("t", shape: .scalar, domain: .positiveInteger),
            Parameter("eta", symbols: ["alpha", "lr"], default: 0.001, domain: .interval(0.001, 0.1)),
            Parameter("beta_1", default: 0.9, domain: .interval(0.5, 0.95)),
            Parameter("beta_2", default: 0.999, domain: .interval(0.9, 0.999)),
            Parameter("epsilon", default: 1e-8, domain: .interval(1e-8, 1e-6)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "ε outside the root") { (a) throws(TensorError) in
                try DeepLearning.adamStep(
                    a[0], gradient: a[1], m: a[2], v: a[3], step: a[4], rate: a[5], beta1: a[6], beta2: a[7], epsilon: a[8]).w
            },
        ],
        sample: [
            Tensor([1, -2]), Tensor([0.5, 4]), Tensor([0, 0]), Tensor([0, 0]), 1, 0.001, 0.9, 0.999, 1e-8,
        ],
        stressSamples: [[Tensor([1]), Tensor([0]), Tensor([0]), Tensor([0]), 1, 0.001, 0.9, 0.999, 1e-8]],
        properties: [.affine, .monotone, .argument(2, .decreasing)],
        source: "Kingma and Ba (2015), Adam: a method for stochastic optimization")
}
