import Tensors

extension Implementation {
    static let negativePredictiveValue = Implementation(
        "negative-predictive-value", title: Title("Negative predictive value", "阴性预测值"),
        aliases: ["NPV", "阴性预测率"],
        topics: ["confusion matrix", "混淆矩阵", "ROC"],
        symbols: ["NPV"],
        equation: #"\mathrm{NPV} = \frac{TN}{TN + FN}"#,
        parameters: [
            Parameter("TN", shape: [], domain: .positiveInteger),
            Parameter("FN", shape: [], domain: .positiveInteger),
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
