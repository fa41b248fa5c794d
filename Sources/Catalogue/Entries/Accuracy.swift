import DeepLearning
import Tensors

extension Implementation {
    static let accuracy = Implementation(
        "accuracy", title: Title("Accuracy", "准确率"),
        aliases: ["classification accuracy", "分类准确率", "正确率", "分类正确率"],
        topics: ["confusion matrix", "混淆矩阵"],
        equation: #"\operatorname{acc}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} \mathbb{1}(\hat{y}_i = y_i)"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: ["n"], domain: .classIndex(of: "q")),
            Parameter("y_hat", symbols: ["o", "p"], shape: ["n", "q"], domain: .distribution),
        ],
        result: [],
        variants: [
            Variant("scores", "the largest score of each row decides") { (a) throws(TensorError) in
                try DeepLearning.accuracy(a[0], a[1])
            },
            Variant("classes", "predicted classes are given",
                parameters: [.init("y", shape: ["n"], domain: .binary), .init("y_hat", shape: ["n"], domain: .binary)],
                sample: [Tensor(integers: [0, 1, 1, 0]), Tensor(integers: [0, 1, 0, 0])]) { (a) throws(TensorError) in
                try DeepLearning.accuracy(a[0], a[1])
            },
            Variant("counts", "from the confusion matrix",
                parameters: ["TP", "TN", "FP", "FN"].map { .init($0, shape: [], domain: .positiveInteger) },
                sample: [8, 5, 2, 3]) { (a) throws(TensorError) in
                try (a[0] + a[1]) / (a[0] + a[1] + a[2] + a[3])
            },
        ],
        sample: [Tensor(integers: [0, 2]), .matrix([[0.6, 0.3, 0.1], [0.2, 0.5, 0.3]])],
        stressSamples: [[Tensor(integers: [0]), .matrix([[0.5, 0.5]])]],
        properties: [.bounded(0, 1)],
        exemptions: [.constantBetweenJumps],
        source: "Bishop (2006), Pattern recognition and machine learning, 1.5")
}
