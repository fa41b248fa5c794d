import DeepLearning
import Tensors

extension Implementation {
    static let entropy = Implementation(
        "entropy", title: Title("Entropy", "熵"),
        aliases: ["Shannon entropy", "information entropy", "信息熵", "香农熵"],
        topics: ["information theory", "信息论", "信息熵", "cross-entropy", "交叉熵", "decision tree", "决策树"],
        symbols: ["H"],
        equation: #"H(p) = -\sum_{j=1}^{q} p_j \log p_j"#,
        parameters: [Parameter("p", symbols: ["x", "P"], shape: ["...", "q"], domain: .distribution)],
        result: ["..."],
        variants: [
            Variant("natural", "natural logarithm") { (a) throws(TensorError) in try DeepLearning.entropy(a[0]) },
            Variant("base-2", "in bits") { (a) throws(TensorError) in try DeepLearning.entropy(a[0], base: 2) },
        ],
        sample: [Tensor([0.5, 0.25, 0.25])],
        stressSamples: [[Tensor([1, 0, 0])], [Tensor([1e-300, 1])]],
        properties: [.nonNegative],
        source: "Shannon (1948), A mathematical theory of communication")
}
