import DeepLearning
import Tensors

extension Implementation {
    static let precision = Implementation(
        "precision", title: Title("Precision", "精确率"),
        aliases: ["positive predictive value", "查准率"],
        topics: ["precision and recall", "F1", "confusion matrix", "混淆矩阵"],
        equation: #"\operatorname{precision} = \frac{TP}{TP + FP}"#,
        parameters: [
            Parameter("TP", shape: .scalar, domain: .positiveInteger),
            Parameter("FP", shape: .scalar, domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("standard", "true positives among those called positive") { (a) throws(TensorError) in
                try a[0] / (a[0] + a[1])
            },
        ],
        sample: [8, 2],
        stressSamples: [[0, 0]],
        properties: [.bounded(0, 1)],
        source: "van Rijsbergen (1979), Information retrieval")
}
