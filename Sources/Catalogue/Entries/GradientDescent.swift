import DeepLearning
import Tensors

extension Implementation {
    static let gradientDescent = Implementation(
        "gradient-descent", title: Title("Gradient descent step", "梯度下降"),
        aliases: [
            "gradient step", "SGD", "SGD step", "stochastic gradient descent",
            "minibatch stochastic gradient descent", "随机梯度下降", "小批量随机梯度下降", "梯度下降法", "梯度下降更新",
        ],
        topics: ["gradient", "梯度", "gradient descent", "更新", "update", "optimization", "优化", "训练", "training", "backpropagation", "loss", "损失", "batch gradient descent", "parameter", "参数", 
            "SGD", "stochastic gradient descent", "optimiser", "optimizer", "优化器", "learning rate", "学习率", "随机梯度下降", "反向传播",
        ],
        equation: #"w' = w - \eta g"#,
        parameters: [
            Parameter("w", symbols: ["x", "theta", "b", "W", "beta", "phi", "u", "Theta", "omega"], shape: .any),
            Parameter("g", symbols: ["d", "v", "V", "m", "dw", "dW", "db"], shape: .any),
            Parameter("eta", symbols: ["alpha", "lr", "epsilon", "gamma", "lambda", "mu", "t", "alpha_k", "eta_t", "alpha_t", "rho"], default: 0.1, domain: .interval(0.01, 0.5)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "against the gradient") { (a) throws(TensorError) in
                try DeepLearning.gradientStep(a[0], a[1], rate: a[2])
            },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.1],
        stressSamples: [[Tensor([0, 1e200]), Tensor([1e200, 0]), 0.1]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        source: "Robbins and Monro (1951), A stochastic approximation method")
}
