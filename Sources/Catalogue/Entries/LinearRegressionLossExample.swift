import Tensors

extension Implementation {
    static let linearRegressionLossExample = Implementation(
        "linear-regression-loss-example", title: Title("Loss of linear regression for one example", "线性回归单个样本的损失"),
        aliases: ["linear regression loss of one example", "单样本线性回归损失"],
        topics: [
            "损失函数", "loss function", "loss", "目标函数", "objective", "linear regression", "线性回归", "squared error", "平方损失", "squared loss", "随机梯度下降", "均方误差",
        ],
        equation: #"l(w, b) = \frac{1}{2} (w^\top x + b - y)^2"#,
        parameters: [
            Parameter("x", shape: ["d"]),
            Parameter("w", symbols: ["theta", "beta"], shape: ["d"]),
            Parameter("y", symbols: ["t"], shape: []),
            Parameter("b", symbols: ["w_0"], default: 0),
        ],
        result: [],
        variants: [
            Variant("half", "half of the squared error") { (a) throws(TensorError) in try 0.5 * (a[0].dot(a[1]) + a[3] - a[2]).square() },
            Variant("full", "the squared error") { (a) throws(TensorError) in try (a[0].dot(a[1]) + a[3] - a[2]).square() },
        ],
        sample: [Tensor([1, 2]), Tensor([1, -1]), 0.5, 0],
        stressSamples: [[Tensor([1e100, 0]), Tensor([1e-100, 1]), 3, 0], [Tensor([1e100]), Tensor([1e50]), 0, 0]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes")
}
