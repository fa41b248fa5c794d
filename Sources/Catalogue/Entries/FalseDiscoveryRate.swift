import Tensors

extension Implementation {
    static let falseDiscoveryRate = Implementation(
        "false-discovery-rate", title: Title("False discovery rate", "错误发现率"),
        aliases: ["FDR", "错误发现比例"],
        topics: ["confusion matrix", "混淆矩阵", "ROC"],
        symbols: ["FDR"],
        equation: #"\mathrm{FDR} = \frac{FP}{TP + FP}"#,
        parameters: [
            Parameter("FP", shape: [], domain: .positiveInteger),
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
