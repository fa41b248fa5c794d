import DeepLearning
import Tensors

extension Implementation {
    static let squaredError = Implementation(
        "squared-error", title: Title("Squared error", "平方误差"),
        aliases: [
            "squared loss", "squared error loss", "quadratic loss", "L2 loss", "square loss", "平方损失", "平方损失函数",
            "平方误差损失", "L2 损失", "二次损失",
        ],
        topics: ["loss", "损失", "目标函数", "linear regression", "线性回归", "损失函数", "loss function"],
        equation: #"l(y, \hat{y}) = (\hat{y} - y)^2"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y", "r"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o", "h", "y", "F", "Q", "V", "Y_hat"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: Variant.squaredErrors(standard: "squared"),
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual, .convex],
        source: "Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes")
}
