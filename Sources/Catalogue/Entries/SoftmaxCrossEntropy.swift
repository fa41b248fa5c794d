import DeepLearning
import Tensors

extension Implementation {
    static let softmaxCrossEntropy = Implementation(
        "softmax-cross-entropy", title: Title("Softmax cross-entropy", "softmax 交叉熵"),
        aliases: ["cross-entropy from logits", "cross-entropy with logits", "softmax 交叉熵损失", "带 softmax 的交叉熵"],
        topics: ["cross-entropy", "交叉熵", "softmax regression", "softmax 回归", "CrossEntropyLoss"],
        equation: #"l(y, o) = \log \sum_{k=1}^{q} e^{o_k} - \sum_{j=1}^{q} y_j o_j"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: ["...", "q"], domain: .distribution),
            Parameter("o", symbols: ["z", "x", "a"], shape: ["...", "q"]),
        ],
        result: ["..."],
        variants: [
            Variant("natural", "one value for each example") { (a) throws(TensorError) in
                try DeepLearning.softmaxCrossEntropy(a[0], logits: a[1])
            },
            Variant("mean", "mean over the batch",
                parameters: [.init("y", shape: ["n", "q"], domain: .distribution), .init("o", shape: ["n", "q"])], result: [],
                sample: [.matrix([[0, 1, 0], [1, 0, 0]]), .matrix([[1, 2, 3], [0.5, 0, -0.5]])]) { (a) throws(TensorError) in
                try DeepLearning.softmaxCrossEntropy(a[0], logits: a[1], reduction: .mean)
            },
            Variant("index-mean", "labels as class indices, mean over the batch",
                parameters: [.init("y", shape: ["n"], domain: .classIndex(of: "q")), .init("o", shape: ["n", "q"])], result: [],
                sample: [Tensor(integers: [1, 0]), .matrix([[1, 2, 3], [0.5, 0, -0.5]])]) { (a) throws(TensorError) in
                try DeepLearning.softmaxCrossEntropy(classes: a[0], logits: a[1], reduction: .mean)
            },
        ],
        sample: [Tensor([0, 1, 0]), Tensor([1, 2, 3])],
        stressSamples: [[Tensor([0, 1, 0]), Tensor([1000, 0, -1000])], [Tensor([1, 0]), Tensor([1000, 1000])]],
        properties: [.nonNegative],
        assumptions: ["y sums to 1"],
        source: "Goodfellow, Bengio and Courville (2016), Deep learning, 6.2.2.3")
}
