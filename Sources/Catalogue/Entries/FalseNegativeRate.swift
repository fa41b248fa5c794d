import Tensors

extension Implementation {
    static let falseNegativeRate = Implementation(
        "false-negative-rate", title: Title("False negative rate", "假阴性率"),
        aliases: ["FNR", "miss rate", "漏报率"],
        topics: ["confusion matrix", "混淆矩阵", "ROC"],
        symbols: ["FNR"],
        equation: #"\mathrm{FNR} = \frac{FN}{TP + FN}"#,
        parameters: [
            Parameter("FN", shape: [], domain: .positiveInteger),
            Parameter("TP", shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("standard", "from counts") { (a) throws(TensorError) in try a[0] / (a[0] + a[1]) },
        ],
        sample: [3, 5],
        stressSamples: [[1, 0]],
        properties: [.bounded(0, 1)],
        needsNames: true,
        isOpen: true,
        source: "Fawcett (2006), An introduction to ROC analysis")
}
