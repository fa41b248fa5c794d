import DeepLearning
import Tensors

extension Implementation {
    static let f1Score = Implementation(
        "f1-score", title: Title("F1 score", "F1 值"),
        aliases: ["F1", "F-measure", "F1 measure", "F1 分数", "F1 度量"],
        topics: ["F-score", "F score", "confusion matrix", "混淆矩阵"],
        equation: #"F_1 = \frac{2 P R}{P + R}"#,
        parameters: [
            Parameter("P", symbols: ["precision", "p"], shape: .scalar, domain: .probability),
            Parameter("R", symbols: ["recall", "r"], shape: .scalar, domain: .probability),
        ],
        result: [],
        variants: [
            Variant("standard", "harmonic mean of precision and recall") { (a) throws(TensorError) in
                try 2 * a[0] * a[1] / (a[0] + a[1])
            },
            Variant("counts", "from true positives, false positives and false negatives",
                parameters: [
                    .init("TP", shape: [], domain: .positiveInteger), .init("FP", shape: [], domain: .positiveInteger),
                    .init("FN", shape: [], domain: .positiveInteger),
                ],
                sample: [8, 2, 4]) { (a) throws(TensorError) in
                try 2 * a[0] / (2 * a[0] + a[1] + a[2])
            },
        ],
        sample: [0.8, 0.5],
        stressSamples: [[0, 0]],
        properties: [.bounded(0, 1), .symmetric, .nonNegative],
        source: "van Rijsbergen (1979), Information retrieval")
}
