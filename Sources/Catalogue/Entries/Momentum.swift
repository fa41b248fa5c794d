import DeepLearning
import Tensors

extension Implementation {
    static let momentum = Implementation(
        "momentum", title: Title("Momentum", "动量法"),
        aliases: ["momentum method", "heavy ball method", "动量", "动量梯度下降", "带动量的梯度下降"],
        topics: ["优化器", "optimizer", "NAG", "gradient descent", "梯度下降", "optimization", "SGD", "Nesterov", "动量法"],
        equation: #"v' = \beta v + g"#,
        parameters: [
            Parameter("v", symbols: ["m", "V"], shape: .any),
            Parameter("g", symbols: ["d", "dw", "dW", "db"], shape: .any),
            Parameter("beta", symbols: ["gamma", "mu", "rho"], default: 0.9, domain: .interval(0.5, 0.95)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("velocity", "β v + g") { (a) throws(TensorError) in
                try DeepLearning.momentum(a[0], a[1], beta: a[2])
            },
            Variant("average", "β v + (1 − β) g") { (a) throws(TensorError) in
                try DeepLearning.movingAverage(a[0], a[1], beta: a[2])
            },
            Variant("scaled", "β v + η g",
                parameters: [.init("v", shape: .any), .init("g", shape: .any), .init("beta", default: 0.9), .init("eta", symbols: ["alpha"], default: 0.1)],
                sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.9, 0.1]) { (a) throws(TensorError) in
                try DeepLearning.momentum(a[0], a[3] * a[1], beta: a[2])
            },
            Variant("descending", "β v − η g",
                parameters: [.init("v", shape: .any), .init("g", shape: .any), .init("beta", default: 0.9), .init("eta", symbols: ["alpha"], default: 0.1)],
                sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.9, 0.1]) { (a) throws(TensorError) in
                try DeepLearning.momentum(a[0], -(a[3] * a[1]), beta: a[2])
            },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.9],
        stressSamples: [[Tensor([0, 1e200]), Tensor([0, -1e200]), 0.9]],
        properties: [.affine, .monotone, .argument(1, .monotone)],
        source: "Polyak (1964), Some methods of speeding up the convergence of iteration methods")
}
