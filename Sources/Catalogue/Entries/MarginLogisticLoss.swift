import Tensors

extension Implementation {
    static let marginLogisticLoss = Implementation(
        "margin-logistic-loss", title: Title("Logistic loss of margins", "间隔的逻辑损失"),
        aliases: ["log loss of margins", "logistic 损失", "softplus loss"],
        topics: ["logistic loss", "soft margin loss", "SoftMarginLoss", "logistic regression", "逻辑回归"],
        equation: #"\log(1 + e^{-y f})"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: .any, domain: .signs),
            Parameter("f", symbols: ["s", "z", "y_hat"], shape: .any),
        ],
        result: .any,
        variants: [
            Variant("margin", "labels −1 and 1") { (a) throws(TensorError) in try (-(a[0] * a[1])).softplus() },
            Variant("mean", "mean over the examples", result: []) { (a) throws(TensorError) in try (-(a[0] * a[1])).softplus().mean() },
        ],
        sample: [Tensor([1, -1]), Tensor([0.5, 2])],
        stressSamples: [[Tensor([1, 1, -1]), Tensor([1000, -1000, 0])], [Tensor([1]), Tensor([40])]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Cox (1958), The regression analysis of binary sequences")
}
