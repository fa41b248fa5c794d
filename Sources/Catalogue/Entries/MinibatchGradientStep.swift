import Tensors

extension Implementation {
    static let minibatchGradientStep = Implementation(
        "minibatch-gradient-step", title: Title("Minibatch gradient step of linear regression", "线性回归的小批量梯度步"),
        aliases: ["minibatch SGD step of linear regression", "小批量梯度下降步"],
        topics: [
            "linear regression", "线性回归", "gradient descent", "随机梯度下降", "小批量", "SGD", "梯度下降", "weight decay",
            "权重衰减", "正则化",
        ],
        equation: #"w' = w - \frac{\eta}{n} \sum_i x_i (w^\top x_i + b - y_i)"#,
        parameters: [
            Parameter("X", symbols: ["x"], shape: ["n", "d"]),
            Parameter("w", symbols: ["theta"], shape: ["d"]),
            Parameter("y", symbols: ["t"], shape: ["n"]),
            Parameter("b", default: 0),
            Parameter("eta", symbols: ["alpha", "lr"], default: 0.1, domain: .positive),
            Parameter("lambda", default: 0, domain: .positive),
        ],
        result: ["d"],
        variants: [
            Variant("weights", "of the weights") { (a) throws(TensorError) in
                let error = try a[0].matmul(a[1]) + a[3] - a[2]
                let step = try a[4] / Tensor(Double(max(error.count, 1))) * error.matmul(a[0])
                return try (1 - a[4] * a[5]) * a[1] - step
            },
            Variant("bias", "of the bias", result: []) { (a) throws(TensorError) in
                let error = try a[0].matmul(a[1]) + a[3] - a[2]
                return try a[3] - a[4] * error.mean()
            },
            Variant("feature-weight", "of the weight of one feature",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("w", symbols: ["theta"], shape: []), .init("y", symbols: ["t"], shape: ["n"]), .init("b", default: 0), .init("eta", symbols: ["alpha", "lr"], default: 0.1, domain: .positive)],
                result: [],
                sample: [Tensor([1, 2, 4]), 1.5, Tensor([0, 1, 2]), 0.5, 0.1]) { (a) throws(TensorError) in try a[1] - a[4] * ((a[1] * a[0] + a[3] - a[2]) * a[0]).mean() },
            Variant("feature-bias", "of the bias, one feature",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("w", symbols: ["theta"], shape: []), .init("y", symbols: ["t"], shape: ["n"]), .init("b", default: 0), .init("eta", symbols: ["alpha", "lr"], default: 0.1, domain: .positive)],
                result: [],
                sample: [Tensor([1, 2, 4]), 1.5, Tensor([0, 1, 2]), 0.5, 0.1]) { (a) throws(TensorError) in try a[3] - a[4] * (a[1] * a[0] + a[3] - a[2]).mean() },
        ],
        sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([1, -1]), Tensor([0, 1, 2]), 0.5, 0.1, 0],
        stressSamples: [[.matrix([[1e100, 0], [0, 1]]), Tensor([1e-100, 1]), Tensor([0, 0]), 0, 0.1, 0]],
        properties: [.argument(1, .affine), .argument(2, .affine)],
        isOpen: true,
        source: "Robbins and Monro (1951), A stochastic approximation method")
}
