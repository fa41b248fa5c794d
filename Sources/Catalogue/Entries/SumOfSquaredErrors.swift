import DeepLearning
import Tensors

extension Implementation {
    static let sumOfSquaredErrors = Implementation(
        "sum-of-squared-errors", title: Title("Sum of squared errors", "误差平方和"),
        aliases: ["SSE", "RSS", "residual sum of squares", "sum of squares error", "残差平方和", "平方误差和", "和方差"],
        symbols: ["SSE", "RSS"],
        equation: #"\operatorname{SSE}(y, \hat{y}) = \sum_{i=1}^{n} (\hat{y}_i - y_i)^2"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o"], shape: .any),
        ],
        result: [],
        variants: Variant.squaredErrors(standard: "sum"),
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual, .convex],
        source: "Gauss (1809), Theoria motus corporum coelestium")
}
