import DeepLearning
import Tensors

extension Implementation {
    static let logisticRegression = Implementation(
        "logistic-regression", title: Title("Logistic regression", "逻辑回归"),
        aliases: ["logistic regression model", "logit model", "逻辑斯谛回归", "对数几率回归", "逻辑回归模型", "logistic 回归"],
        topics: ["逻辑回归", "logistic"],
        equation: #"\hat{y} = \sigma(w^\top x + b)"#,
        parameters: [
            Parameter("w", shape: ["d"]),
            Parameter("x", shape: ["d"]),
            Parameter("b", default: 0),
        ],
        result: [],
        variants: [
            Variant("single", "one example") { (a) throws(TensorError) in
                try DeepLearning.logisticRegression(a[1], a[0], a[2])
            },
            Variant("batch", "a row for each example",
                parameters: [.init("X", shape: ["n", "d"]), .init("w", shape: ["d"]), .init("b", default: 0)], result: ["n"],
                sample: [.matrix([[1, 2], [3, 4]]), Tensor([1, -1]), 0.5]) { (a) throws(TensorError) in
                try DeepLearning.logisticRegression(a[0], a[1], a[2])
            },
        ],
        sample: [Tensor([1, -1]), Tensor([2, 3]), 0.5],
        stressSamples: [[Tensor([1e200]), Tensor([1e200]), 0]],
        properties: [.bounded(0, 1)],
        source: "Cox (1958), The regression analysis of binary sequences")
}
