import DeepLearning
import Tensors

extension Implementation {
    static let meanSquaredError = Implementation(
        "mean-squared-error", title: Title("Mean squared error", "均方误差"),
        aliases: [
            "MSE", "MSE loss", "mean square error", "mean squared error loss", "均方误差损失", "均方误差函数", "均方损失",
            "均方差损失", "平均平方误差",
        ],
        topics: ["loss", "损失", "目标函数"],
        symbols: ["MSE"],
        equation: #"\operatorname{MSE}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} (\hat{y}_i - y_i)^2"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o"], shape: .any),
        ],
        result: [],
        variants: Variant.squaredErrors(standard: "mean"),
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual, .convex],
        source: "Gauss (1809), Theoria motus corporum coelestium")
}
