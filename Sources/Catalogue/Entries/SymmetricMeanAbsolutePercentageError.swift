import Tensors

extension Implementation {
    static let symmetricMeanAbsolutePercentageError = Implementation(
        "symmetric-mean-absolute-percentage-error", title: Title("Symmetric mean absolute percentage error", "对称平均绝对百分比误差"),
        aliases: ["SMAPE", "sMAPE 误差"],
        equation: #"\operatorname{SMAPE} = \frac{2}{n} \sum_i \frac{|y_i - \hat{y}_i|}{|y_i| + |\hat{y}_i|}"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t", "A"], shape: ["n"], domain: .nonZero),
            Parameter("y_hat", symbols: ["f", "p", "F"], shape: ["n"], domain: .nonZero),
        ],
        result: [],
        variants: [
            Variant("standard", "between 0 and 2") { (a) throws(TensorError) in try 2 * ((a[0] - a[1]).abs() / (a[0].abs() + a[1].abs())).mean() },
            Variant("percent", "between 0 and 200") { (a) throws(TensorError) in try 200 * ((a[0] - a[1]).abs() / (a[0].abs() + a[1].abs())).mean() },
            Variant("half", "between 0 and 1") { (a) throws(TensorError) in try ((a[0] - a[1]).abs() / (a[0].abs() + a[1].abs())).mean() },
            Variant("guarded", "denominators of at least ε",
                parameters: [.init("y", symbols: ["Y", "t"], shape: ["n"]), .init("y_hat", symbols: ["f", "p"], shape: ["n"]), .init("epsilon", default: 0.01, domain: .positive)],
                sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4]), 0.01]) { (a) throws(TensorError) in
                try 2 * ((a[0] - a[1]).abs() / Tensor.maximum(a[0].abs() + a[1].abs(), a[2])).mean()
            },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e-300, 1]), Tensor([1, -1])]],
        properties: [.nonNegative, .symmetric],
        isOpen: true,
        source: "Armstrong (1985), Long-range forecasting")
}
