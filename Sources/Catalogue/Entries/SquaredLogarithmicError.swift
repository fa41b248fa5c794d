import Tensors

extension Implementation {
    static let squaredLogarithmicError = Implementation(
        "squared-logarithmic-error", title: Title("Mean squared logarithmic error", "均方对数误差"),
        aliases: ["MSLE", "mean squared log error", "squared log error", "均方对数误差损失"],
        topics: ["RMSLE"],
        equation: #"\operatorname{MSLE} = \frac{1}{n} \sum_i (\log(1 + y_i) - \log(1 + \hat{y}_i))^2"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t"], shape: .any, domain: .nonNegative),
            Parameter("y_hat", symbols: ["f", "p"], shape: .any, domain: .nonNegative),
        ],
        result: [],
        variants: [
            Variant("mean", "mean over all elements") { (a) throws(TensorError) in try (a[0].log1p() - a[1].log1p()).square().mean() },
            Variant("root", "its root") { (a) throws(TensorError) in try (a[0].log1p() - a[1].log1p()).square().mean().sqrt() },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e-20, 0]), Tensor([0, 0])], [Tensor([1e300]), Tensor([0])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        isOpen: true,
        source: "Makridakis, Andersen, Carbone et al. (1982), The accuracy of extrapolation methods")
}
