import Tensors

extension Implementation {
    static let meanAbsolutePercentageError = Implementation(
        "mean-absolute-percentage-error", title: Title("Mean absolute percentage error", "平均绝对百分比误差"),
        aliases: ["MAPE", "平均绝对百分误差"],
        equation: #"\operatorname{MAPE} = \frac{1}{n} \sum_i \left|\frac{y_i - \hat{y}_i}{y_i}\right|"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t", "A"], shape: ["n"], domain: .nonZero),
            Parameter("y_hat", symbols: ["f", "p", "F"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("fraction", "as a fraction") { (a) throws(TensorError) in try ((a[0] - a[1]) / a[0]).abs().mean() },
            Variant("percent", "as a percentage") { (a) throws(TensorError) in try 100 * ((a[0] - a[1]) / a[0]).abs().mean() },
            Variant("guarded", "denominators of at least ε",
                parameters: [.init("y", symbols: ["Y", "t"], shape: ["n"]), .init("y_hat", symbols: ["f", "p"], shape: ["n"]), .init("epsilon", default: 0.01, domain: .positive)],
                sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4]), 0.01]) { (a) throws(TensorError) in try ((a[0] - a[1]).abs() / Tensor.maximum(a[0].abs(), a[2])).mean() },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e-300, 1]), Tensor([1, 1])], [Tensor([1e200, -1]), Tensor([-1e200, -1])]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Makridakis (1993), Accuracy measures")
}
