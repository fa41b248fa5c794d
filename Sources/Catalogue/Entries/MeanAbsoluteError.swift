import DeepLearning
import Tensors

extension Implementation {
    static let meanAbsoluteError = Implementation(
        "mean-absolute-error", title: Title("Mean absolute error", "平均绝对误差"),
        aliases: [
            "MAE", "MAE loss", "L1 loss", "absolute error", "absolute loss", "平均绝对误差损失", "平均绝对值误差", "绝对值损失",
            "绝对误差", "L1 损失",
        ],
        topics: ["regression metrics", "回归指标"],
        symbols: ["MAE"],
        equation: #"\operatorname{MAE}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} |\hat{y}_i - y_i|"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o"], shape: .any),
        ],
        result: [],
        variants: [
            Variant("mean", "mean over all elements") { (a) throws(TensorError) in
                try DeepLearning.meanAbsoluteError(a[0], a[1])
            },
            Variant("sum", "sum over all elements") { (a) throws(TensorError) in
                try DeepLearning.meanAbsoluteError(a[0], a[1], reduction: .sum)
            },
            Variant("absolute", "one value for each element",
                result: .any) { (a) throws(TensorError) in
                try DeepLearning.meanAbsoluteError(a[0], a[1], reduction: .none)
            },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])], [Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual, .convex],
        source: "Laplace (1774), Mémoire sur la probabilité des causes par les événements")
}
