import Tensors

extension Implementation {
    static let matthewsCorrelation = Implementation(
        "matthews-correlation", title: Title("Matthews correlation coefficient", "马修斯相关系数"),
        aliases: ["MCC", "phi coefficient", "Matthews 相关系数"],
        equation: #"\operatorname{MCC} = \frac{TP \cdot TN - FP \cdot FN}{\sqrt{(TP + FP)(TP + FN)(TN + FP)(TN + FN)}}"#,
        parameters: [
            Parameter("TP", shape: [], domain: .positiveInteger),
            Parameter("TN", shape: [], domain: .positiveInteger),
            Parameter("FP", shape: [], domain: .positiveInteger),
            Parameter("FN", shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("counts", "from the confusion matrix") { (a) throws(TensorError) in
                let product = try (a[0] + a[2]) * (a[0] + a[3]) * (a[1] + a[2]) * (a[1] + a[3])
                return try (a[0] * a[1] - a[2] * a[3]) / product.sqrt()
            },
        ],
        sample: [8, 5, 2, 3],
        properties: [.bounded(-1, 1)],
        source: "Matthews (1975), Comparison of the predicted and observed secondary structure of T4 phage lysozyme")
}
