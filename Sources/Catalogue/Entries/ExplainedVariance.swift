import Tensors

extension Implementation {
    static let explainedVariance = Implementation(
        "explained-variance", title: Title("Explained variance", "解释方差"),
        aliases: ["explained variance score", "可解释方差"],
        equation: #"1 - \frac{\operatorname{Var}(y - \hat{y})}{\operatorname{Var}(y)}"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t"], shape: ["n"]),
            Parameter("y_hat", symbols: ["f", "p"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "1 minus the share of the variance left") { (a) throws(TensorError) in try 1 - (a[0] - a[1]).variance() / a[0].variance() },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4])],
        stressSamples: [
            [Tensor([1, 2, 4]), Tensor([1, 2, 4])],
            [Tensor([100000001, 100000002, 100000004]), Tensor([100000001, 100000001, 100000004])],
        ],
        properties: [.shiftInvariant, .bounded(-.infinity, 1), .argument(1, .shiftInvariant)],
        isOpen: true,
        source: "Hastie, Tibshirani and Friedman (2009), The elements of statistical learning")
}
