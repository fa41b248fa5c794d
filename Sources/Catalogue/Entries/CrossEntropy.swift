import DeepLearning
import Tensors

extension Implementation {
    static let crossEntropy = Implementation(
        "cross-entropy", title: Title("Cross-entropy", "交叉熵"),
        aliases: [
            "cross entropy", "cross-entropy loss", "cross-entropy error", "categorical cross-entropy", "交叉熵损失",
            "交叉熵损失函数", "交叉熵误差", "交叉熵代价函数", "多分类交叉熵",
        ],
        topics: [
            "loss", "损失", "目标函数",
            "softmax regression", "softmax 回归", "损失函数", "loss function", "log loss", "对数似然", "maximum likelihood", "最大似然",
        ],
        symbols: ["H", "CE"],
        equation: #"H(y, \hat{y}) = -\sum_{j=1}^{q} y_j \log \hat{y}_j"#,
        parameters: [
            Parameter("y", symbols: ["t", "p"], shape: ["...", "q"], domain: .distribution),
            Parameter("y_hat", symbols: ["p", "q", "a", "o"], shape: ["...", "q"], domain: .distribution),
        ],
        result: ["..."],
        variants: [
            Variant("natural", "natural logarithm, one value for each example") { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(a[0], a[1])
            },
            Variant("mean", "natural logarithm, mean over the batch",
                parameters: [.init("y", shape: ["n", "q"], domain: .distribution), .init("y_hat", shape: ["n", "q"], domain: .distribution)],
                result: [], sample: [.matrix([[0, 1, 0], [1, 0, 0]]), .matrix([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])]) { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(a[0], a[1], reduction: .mean)
            },
            Variant("sum", "natural logarithm, sum over the batch",
                parameters: [.init("y", shape: ["n", "q"], domain: .distribution), .init("y_hat", shape: ["n", "q"], domain: .distribution)],
                result: [], sample: [.matrix([[0, 1, 0], [1, 0, 0]]), .matrix([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])]) { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(a[0], a[1], reduction: .sum)
            },
            Variant("base-2", "in bits") { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(a[0], a[1], base: 2)
            },
            Variant("base-2-mean", "in bits, mean over the batch",
                parameters: [.init("y", shape: ["n", "q"], domain: .distribution), .init("y_hat", shape: ["n", "q"], domain: .distribution)],
                result: [], sample: [.matrix([[0, 1, 0], [1, 0, 0]]), .matrix([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])]) { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(a[0], a[1], base: 2, reduction: .mean)
            },
            Variant("index", "labels as class indices, one value for each example",
                parameters: [.init("y", shape: ["n"], domain: .classIndex(of: "q")), .init("y_hat", shape: ["n", "q"], domain: .distribution)],
                result: ["n"], sample: [Tensor(integers: [1, 0]), .matrix([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])]) { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(classes: a[0], a[1])
            },
            Variant("index-mean", "labels as class indices, mean over the batch",
                parameters: [.init("y", shape: ["n"], domain: .classIndex(of: "q")), .init("y_hat", shape: ["n", "q"], domain: .distribution)],
                result: [], sample: [Tensor(integers: [1, 0]), .matrix([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])]) { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(classes: a[0], a[1], reduction: .mean)
            },
            Variant("index-sum", "labels as class indices, sum over the batch",
                parameters: [.init("y", shape: ["n"], domain: .classIndex(of: "q")), .init("y_hat", shape: ["n", "q"], domain: .distribution)],
                result: [], sample: [Tensor(integers: [1, 0]), .matrix([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])]) { (a) throws(TensorError) in
                try DeepLearning.crossEntropy(classes: a[0], a[1], reduction: .sum)
            },
            Variant("element", "one value for each element, not summed over the classes",
                parameters: [.init("y", shape: .any, domain: .probability), .init("y_hat", shape: .any, domain: .probability)],
                result: .any, sample: [Tensor([1, 0]), Tensor([0.8, 0.3])]) { (a) throws(TensorError) in
                try -Tensor.xlogy(a[0], a[1])
            },
            Variant("element-mean", "mean over all elements",
                parameters: [.init("y", shape: .any, domain: .probability), .init("y_hat", shape: .any, domain: .probability)],
                result: [], sample: [Tensor([1, 0]), Tensor([0.8, 0.3])]) { (a) throws(TensorError) in
                try -Tensor.xlogy(a[0], a[1]).mean()
            },
            Variant("binary", "two classes, the probability of class 1 given",
                parameters: [.init("y", shape: .any, domain: .binary), .init("y_hat", shape: .any, domain: .probability)],
                result: .any, sample: [Tensor([1, 0]), Tensor([0.8, 0.3])]) { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1])
            },
            Variant("binary-mean", "two classes, mean over the batch",
                parameters: [.init("y", shape: .any, domain: .binary), .init("y_hat", shape: .any, domain: .probability)],
                result: [], sample: [Tensor([1, 0]), Tensor([0.8, 0.3])]) { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1], reduction: .mean)
            },
            Variant("binary-sum", "two classes, sum over the batch",
                parameters: [.init("y", shape: .any, domain: .binary), .init("y_hat", shape: .any, domain: .probability)],
                result: [], sample: [Tensor([1, 0]), Tensor([0.8, 0.3])]) { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[1], reduction: .sum)
            },
        ],
        sample: [Tensor([0, 1, 0]), Tensor([0.1, 0.7, 0.2])],
        stressSamples: [
            [Tensor([0, 1, 0]), Tensor([0, 1, 0])], [Tensor([1, 0, 0]), Tensor([1e-300, 0.5, 0.5])],
            [Tensor([1, 0]), Tensor([0, 1])],
        ],
        properties: [.nonNegative],
        source: "Shannon (1948), A mathematical theory of communication; Good (1952), Rational decisions")
}
