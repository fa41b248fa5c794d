import DeepLearning
import Tensors

extension Implementation {
    static let binaryEntropy = Implementation(
        "binary-entropy", title: Title("Entropy of two classes", "二元熵"),
        aliases: ["binary entropy function", "entropy of a coin", "二分类的熵", "伯努利分布的熵"],
        topics: ["entropy", "熵", "信息熵", "decision tree", "决策树", "information gain", "信息增益"],
        equation: #"h(p) = -p \log p - (1 - p) \log(1 - p)"#,
        parameters: [Parameter("p", symbols: ["x", "q", "theta"], shape: .any, domain: .probability)],
        result: .any, isElementwise: true,
        variants: [
            Variant("natural", "the share of one class given") { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[0])
            },
            Variant("base-2", "the same in bits") { (a) throws(TensorError) in
                try DeepLearning.binaryCrossEntropy(a[0], a[0]) / Tensor(2.0).log()
            },
            Variant("shares", "the shares of both classes given",
                parameters: [.init("p_+", symbols: ["p^+", "p_1", "p"], shape: .any, domain: .probability), .init("p_-", symbols: ["p^-", "p_2", "p_0", "q"], shape: .any, domain: .probability)],
                sample: [Tensor([0.25, 0.5]), Tensor([0.75, 0.5])]) { (a) throws(TensorError) in
                try -(Tensor.xlogy(a[0], a[0]) + Tensor.xlogy(a[1], a[1]))
            },
            Variant("shares-base-2", "the same in bits",
                parameters: [.init("p_+", symbols: ["p^+", "p_1", "p"], shape: .any, domain: .probability), .init("p_-", symbols: ["p^-", "p_2", "p_0", "q"], shape: .any, domain: .probability)],
                sample: [Tensor([0.25, 0.5]), Tensor([0.75, 0.5])]) { (a) throws(TensorError) in
                try -(Tensor.xlogy(a[0], a[0]) + Tensor.xlogy(a[1], a[1])) / Tensor(2.0).log()
            },
        ],
        sample: [Tensor([0.25, 0.5])],
        stressSamples: [[Tensor([0, 1, 1e-300])]],
        properties: [.nonNegative, .concave],
        isOpen: true,
        source: "Shannon (1948), A mathematical theory of communication")
}
