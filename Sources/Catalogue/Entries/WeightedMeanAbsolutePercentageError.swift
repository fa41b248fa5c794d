import Tensors

extension Implementation {
    static let weightedMeanAbsolutePercentageError = Implementation(
        "weighted-mean-absolute-percentage-error", title: Title("Weighted mean absolute percentage error", "加权平均绝对百分比误差"),
        aliases: ["WMAPE", "WAPE", "加权平均绝对百分误差"],
        equation: #"\operatorname{WMAPE} = \frac{\sum_i |y_i - \hat{y}_i|}{\sum_i |y_i|}"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t", "A"], shape: ["n"], domain: .nonZero),
            Parameter("y_hat", symbols: ["f", "p", "F"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("fraction", "as a fraction") { (a) throws(TensorError) in try (a[0] - a[1]).abs().sum() / a[0].abs().sum() },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1e200, -1e200]), Tensor([1e200, 1e200])]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Kolassa and Schütz (2007), Advantages of the MAD/Mean ratio over the MAPE")
}
