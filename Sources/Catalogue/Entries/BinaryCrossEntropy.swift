import DeepLearning
import Tensors

extension Implementation {
    static let binaryCrossEntropy = Implementation(
        "binary-cross-entropy", title: Title("Binary cross-entropy", "二元交叉熵"),
        aliases: [
            "BCE", "binary cross-entropy loss", "log loss", "二分类交叉熵", "二值交叉熵", "二元交叉熵损失",
            "二分类交叉熵损失", "对数损失", "对数损失函数", "逻辑回归损失函数",
        ],
        topics: ["loss", "损失", "目标函数", "logistic regression", "逻辑回归", "损失函数", "loss function", "logistic loss", "logloss"],
        symbols: ["BCE"],
        equation: #"\operatorname{BCE}(y, \hat{y}) = -\left(y \log \hat{y} + (1 - y) \log(1 - \hat{y})\right)"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: .any, domain: .binary),
            Parameter("y_hat", symbols: ["p", "a", "h"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("natural", "one value for each element") { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1])
            },
            Variant("mean", "mean over all elements",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1], reduction: .mean)
            },
            Variant("sum", "sum over all elements",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1], reduction: .sum)
            },
            Variant("base-2", "in bits") { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1]) / Tensor(2.0).log()
            },
            Variant("logits", "from the logit z: log(1 + e^z) − y z",
                parameters: [.init("y", symbols: ["t"], shape: .any, domain: .binary), .init("z", symbols: ["x", "o"], shape: .any)],
                sample: [Tensor([1, 0]), Tensor([2, 0.5])]) { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], logits: a[1])
            },
        ],
        sample: [Tensor([1, 0, 1]), Tensor([0.9, 0.2, 0.6])],
        stressSamples: [[Tensor([0, 1, 0, 1]), Tensor([0, 1, 1, 0])], [Tensor([1, 0]), Tensor([1e-300, 1e-300])]],
        properties: [.nonNegative],
        source: "Cox (1958), The regression analysis of binary sequences")
}
