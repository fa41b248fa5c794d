import DeepLearning
import Tensors

extension Implementation {
    static let recall = Implementation(
        "recall", title: Title("Recall", "召回率"),
        aliases: ["sensitivity", "true positive rate", "TPR", "查全率", "灵敏度"],
        topics: ["precision and recall", "F1", "confusion matrix", "混淆矩阵"],
        equation: #"\operatorname{recall} = \frac{TP}{TP + FN}"#,
        parameters: [
            Parameter("TP", shape: .scalar, domain: .positiveInteger),
            Parameter("FN", shape: .scalar, domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("standard", "true positives among the positive") { (a) throws(TensorError) in
                try a[0] / (a[0] + a[1])
            },
        ],
        sample: [8, 4],
        stressSamples: [[0, 0]],
        properties: [.bounded(0, 1)],
        source: "van Rijsbergen (1979), Information retrieval")
}
