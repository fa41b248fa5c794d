import DeepLearning
import Tensors

extension Implementation {
    static let rmsprop = Implementation(
        "rmsprop", title: Title("RMSProp", "RMSProp 算法"),
        aliases: ["RMSProp step", "root mean square propagation", "RMSProp 优化器"],
        topics: ["adaptive learning rate", "自适应学习率"],
        equation: #"w' = w - \frac{\eta}{\sqrt{s' + \epsilon}} g, \quad s' = \gamma s + (1 - \gamma) g^2"#,
        parameters: [
            Parameter("w", symbols: ["x", "theta"], shape: .any),
            Parameter("g", shape: .any),
            Parameter("s", symbols: ["v"], shape: .any, domain: .nonNegative),
            Parameter("eta", symbols: ["alpha", "lr"], default: 0.01, domain: .interval(0.001, 0.1)),
            Parameter("gamma", symbols: ["beta", "rho"], default: 0.9, domain: .interval(0.5, 0.95)),
            Parameter("epsilon", default: 1e-8, domain: .interval(1e-8, 1e-6)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("inside", "ε inside the root") { (a) throws(TensorError) in
                try DeepLearning.rmspropStep(
                    a[0], gradient: a[1], s: a[2], rate: a[3], gamma: a[4], epsilon: a[5], insideRoot: true).w
            },
            Variant("outside", "ε outside the root") { (a) throws(TensorError) in
                try DeepLearning.rmspropStep(
                    a[0], gradient: a[1], s: a[2], rate: a[3], gamma: a[4], epsilon: a[5], insideRoot: false).w
            },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), Tensor([0.1, 2]), 0.01, 0.9, 1e-8],
        stressSamples: [[Tensor([1]), Tensor([0]), Tensor([0]), 0.01, 0.9, 1e-8]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        source: "Tieleman and Hinton (2012), Lecture 6.5: rmsprop")
}
