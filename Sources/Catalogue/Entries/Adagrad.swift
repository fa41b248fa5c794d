import DeepLearning
import Tensors

extension Implementation {
    static let adagrad = Implementation(
        "adagrad", title: Title("AdaGrad", "AdaGrad 算法"),
        aliases: ["AdaGrad step", "adaptive gradient", "AdaGrad 优化器"],
        topics: ["adaptive learning rate", "自适应学习率"],
        equation: #"w' = w - \frac{\eta}{\sqrt{s' + \epsilon}} g, \quad s' = s + g^2"#,
        parameters: [
            Parameter("w", symbols: ["x", "theta"], shape: .any),
            Parameter("g", shape: .any),
            Parameter("s", symbols: ["G"], shape: .any, domain: .nonNegative),
            Parameter("eta", symbols: ["alpha", "lr"], default: 0.01, domain: .interval(0.001, 0.1)),
            Parameter("epsilon", default: 1e-8, domain: .interval(1e-8, 1e-6)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("inside", "ε inside the root") { (a) throws(TensorError) in
                try DeepLearning.adagradStep(a[0], gradient: a[1], s: a[2], rate: a[3], epsilon: a[4], insideRoot: true).w
            },
            Variant("outside", "ε outside the root") { (a) throws(TensorError) in
                try DeepLearning.adagradStep(a[0], gradient: a[1], s: a[2], rate: a[3], epsilon: a[4], insideRoot: false).w
            },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), Tensor([0.1, 2]), 0.01, 1e-8],
        stressSamples: [[Tensor([1]), Tensor([0]), Tensor([0]), 0.01, 1e-8]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        source: "Duchi, Hazan and Singer (2011), Adaptive subgradient methods for online learning")
}
