import DeepLearning
import Tensors

extension Implementation {
    static let rootMeanSquaredError = Implementation(
        "root-mean-squared-error", title: Title("Root mean squared error", "均方根误差"),
        aliases: ["RMSE", "root mean square error", "均方根"],
        topics: ["regression metrics", "回归指标", "MSE"],
        symbols: ["RMSE"],
        equation: #"\operatorname{RMSE}(y, \hat{y}) = \sqrt{\frac{1}{n} \sum_{i=1}^{n} (\hat{y}_i - y_i)^2}"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o"], shape: .any),
        ],
        result: [],
        variants: [
            Variant("standard", "the root of the mean over all elements") { (a) throws(TensorError) in
                try DeepLearning.rootMeanSquaredError(a[0], a[1])
            },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        source: "Hyndman and Koehler (2006), Another look at measures of forecast accuracy")
}
