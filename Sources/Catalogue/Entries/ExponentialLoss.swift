import Tensors

extension Implementation {
    static let exponentialLoss = Implementation(
        "exponential-loss", title: Title("Exponential loss", "指数损失"),
        aliases: ["AdaBoost loss", "指数损失函数"],
        topics: ["AdaBoost"],
        equation: #"e^{-y f}"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: .any, domain: .signs),
            Parameter("f", symbols: ["s", "z", "y_hat", "F"], shape: .any),
        ],
        result: .any,
        variants: [
            Variant("margin", "labels −1 and 1") { (a) throws(TensorError) in try (-(a[0] * a[1])).exp() },
            Variant("mean", "mean over the examples", result: []) { (a) throws(TensorError) in try (-(a[0] * a[1])).exp().mean() },
            Variant("sum", "sum over the examples", result: []) { (a) throws(TensorError) in try (-(a[0] * a[1])).exp().sum() },
        ],
        sample: [Tensor([1, -1]), Tensor([0.5, 2])],
        stressSamples: [[Tensor([1, 1, -1]), Tensor([1000, -1000, 0])]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Friedman, Hastie and Tibshirani (2000), Additive logistic regression")
}
