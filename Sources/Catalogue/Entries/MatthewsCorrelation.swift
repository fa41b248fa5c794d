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
                // Four roots: the product of the four sums of large counts leaves the range.
                let positives = try (a[0] + a[2]).sqrt() * (a[0] + a[3]).sqrt()
                let negatives = try (a[1] + a[2]).sqrt() * (a[1] + a[3]).sqrt()
                return try (a[0] * a[1] - a[2] * a[3]) / (positives * negatives)
            },
        ],
        sample: [8, 5, 2, 3],
        stressSamples: [[0, 0, 0, 0], [5, 5, 0, 0], [1e80, 1e80, 1e80, 1e79]],
        properties: [.bounded(-1, 1)],
        source: "Matthews (1975), Comparison of the predicted and observed secondary structure of T4 phage lysozyme")
}
