import Tensors

extension Implementation {
    static let linearRegressionLoss = Implementation(
        "linear-regression-loss", title: Title("Loss of linear regression", "线性回归的损失"),
        aliases: ["linear regression objective", "squared loss of linear regression", "线性回归损失函数"],
        topics: [
            "损失函数", "loss function", "loss", "目标函数", "objective",
            "linear regression", "least squares", "线性回归", "最小二乘", "squared error", "均方误差", "平方损失", "squared loss",
            "mean squared error",
        ],
        equation: #"L(w, b) = \frac{1}{n} \sum_i \frac{1}{2} (w^\top x_i + b - y_i)^2"#,
        parameters: [
            Parameter("X", symbols: ["x", "Phi"], shape: ["n", "d"]),
            Parameter("w", symbols: ["theta", "beta"], shape: ["d"]),
            Parameter("y", symbols: ["t"], shape: ["n"]),
            Parameter("b", symbols: ["w_0"], default: 0),
        ],
        result: [],
        variants: [
            Variant("half-mean", "half the mean") { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[3] - a[2]).square().mean() / 2 },
            Variant("mean", "the mean") { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[3] - a[2]).square().mean() },
            Variant("half-sum", "half the sum") { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[3] - a[2]).square().sum() / 2 },
            Variant("sum", "the sum") { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[3] - a[2]).square().sum() },
            Variant("feature-half-mean", "of one feature, half the mean",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("w", symbols: ["a", "theta", "theta_1", "w_1"], shape: []), .init("y", symbols: ["t"], shape: ["n"]), .init("b", symbols: ["theta_0", "w_0"], default: 0)],
                sample: [Tensor([1, 2, 4]), 1.5, Tensor([0, 1, 2]), 0.5]) { (a) throws(TensorError) in try (a[1] * a[0] + a[3] - a[2]).square().mean() / 2 },
            Variant("feature-mean", "of one feature, the mean",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("w", symbols: ["a", "theta", "theta_1", "w_1"], shape: []), .init("y", symbols: ["t"], shape: ["n"]), .init("b", symbols: ["theta_0", "w_0"], default: 0)],
                sample: [Tensor([1, 2, 4]), 1.5, Tensor([0, 1, 2]), 0.5]) { (a) throws(TensorError) in try (a[1] * a[0] + a[3] - a[2]).square().mean() },
            Variant("feature-half-sum", "of one feature, half the sum",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("w", symbols: ["a", "theta", "theta_1", "w_1"], shape: []), .init("y", symbols: ["t"], shape: ["n"]), .init("b", symbols: ["theta_0", "w_0"], default: 0)],
                sample: [Tensor([1, 2, 4]), 1.5, Tensor([0, 1, 2]), 0.5]) { (a) throws(TensorError) in try (a[1] * a[0] + a[3] - a[2]).square().sum() / 2 },
            Variant("feature-sum", "of one feature, the sum",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("w", symbols: ["a", "theta", "theta_1", "w_1"], shape: []), .init("y", symbols: ["t"], shape: ["n"]), .init("b", symbols: ["theta_0", "w_0"], default: 0)],
                sample: [Tensor([1, 2, 4]), 1.5, Tensor([0, 1, 2]), 0.5]) { (a) throws(TensorError) in try (a[1] * a[0] + a[3] - a[2]).square().sum() },
        ],
        sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([1, -1]), Tensor([0, 1, 2]), 0.5],
        stressSamples: [[.matrix([[1e100, 0], [0, 1]]), Tensor([1e-100, 1]), Tensor([3, 3]), 0]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes")
}
