import Tensors

extension Implementation {
    static let falsePositiveRate = Implementation(
        "false-positive-rate", title: Title("False positive rate", "假正率"),
        aliases: ["FPR", "fall-out", "假阳性率"],
        topics: ["roc"],
        equation: #"\operatorname{FPR} = \frac{FP}{FP + TN}"#,
        parameters: [
            Parameter("FP", shape: [], domain: .positiveInteger),
            Parameter("TN", shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("standard", "false positives among the negatives") { (a) throws(TensorError) in try a[0] / (a[0] + a[1]) },
        ],
        sample: [2, 8],
        stressSamples: [[0, 0], [0, 5]],
        properties: [.bounded(0, 1)],
        source: "Fawcett (2006), An introduction to ROC analysis")
}
