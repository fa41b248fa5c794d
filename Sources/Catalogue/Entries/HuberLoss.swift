import DeepLearning
import Tensors

extension Implementation {
    static let huberLoss = Implementation(
        "huber-loss", title: Title("Huber loss", "Huber 损失"),
        aliases: ["smooth L1 loss", "Huber", "Huber 损失函数", "胡伯损失", "平滑 L1 损失"],
        topics: ["smooth L1", "SmoothL1Loss", "regression loss"],
        equation: #"l_\delta(y, \hat{y}) = \begin{cases} \frac{1}{2} (\hat{y} - y)^2 & |\hat{y} - y| \le \delta \\ \delta (|\hat{y} - y| - \frac{1}{2} \delta) & |\hat{y} - y| > \delta \end{cases}"#,
        parameters: [
            Parameter("y", symbols: ["t", "Y"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "o"], shape: .any),
            Parameter("delta", symbols: ["d", "beta"], default: 1, domain: .interval(0.5, 2)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("huber", "one value for each element") { (a) throws(TensorError) in
                try DeepLearning.huberLoss(a[0], a[1], delta: a[2])
            },
            Variant("mean", "mean over all elements",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.huberLoss(a[0], a[1], delta: a[2], reduction: .mean)
            },
            Variant("sum", "sum over all elements",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.huberLoss(a[0], a[1], delta: a[2], reduction: .sum)
            },
            Variant("smooth-l1", "divided by δ, as in smooth L1") { (a) throws(TensorError) in
                try DeepLearning.huberLoss(a[0], a[1], delta: a[2]) / a[2]
            },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 5]), 1],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 1]), 1]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual, .convex],
        source: "Huber (1964), Robust estimation of a location parameter")
}
