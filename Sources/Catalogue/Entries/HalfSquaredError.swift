import DeepLearning
import Tensors

extension Implementation {
    static let halfSquaredError = Implementation(
        "half-squared-error", title: Title("Half squared error", "半平方误差"),
        aliases: ["half squared loss", "half mean squared error", "半平方损失", "二分之一平方误差"],
        topics: ["loss", "损失", "目标函数", "linear regression", "线性回归", "损失函数", "loss function"],
        equation: #"l(y, \hat{y}) = \frac{1}{2} (\hat{y} - y)^2"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: Variant.squaredErrors(standard: "half-squared"),
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual, .convex],
        source: "Bishop (2006), Pattern recognition and machine learning, 1.1")
}
