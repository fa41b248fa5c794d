import DeepLearning
import Tensors

extension Implementation {
    static let entropy = Implementation(
        "entropy", title: Title("Entropy", "熵"),
        aliases: ["Shannon entropy", "information entropy", "信息熵", "香农熵"],
        topics: ["ID3", "C4.5", "IV", "固有值", "信息增益", "information gain", "information theory", "信息论", "信息熵", "cross-entropy", "交叉熵", "decision tree", "决策树"],
        symbols: ["H"],
        equation: #"H(p) = -\sum_{j=1}^{q} p_j \log p_j"#,
        parameters: [Parameter("p", symbols: ["x", "P"], shape: ["...", "q"], domain: .distribution)],
        result: ["..."],
        variants: [
            Variant("natural", "natural logarithm") { (a) throws(TensorError) in try DeepLearning.entropy(a[0]) },
            Variant("base-2", "in bits") { (a) throws(TensorError) in try DeepLearning.entropy(a[0], base: 2) },
            Variant("counts", "of the shares of counts",
                parameters: [.init("n", symbols: ["C_k", "c", "D_v", "D_i", "C"], shape: ["k"], domain: .positive), .init("N", symbols: ["D", "M"], shape: [], domain: .positive)], result: [],
                sample: [Tensor([3, 5]), 8]) { (a) throws(TensorError) in try -Tensor.xlogy(a[0] / a[1], a[0] / a[1]).sum() },
            Variant("counts-base-2", "of the shares of counts, in bits",
                parameters: [.init("n", symbols: ["C_k", "c", "D_v", "D_i", "C"], shape: ["k"], domain: .positive), .init("N", symbols: ["D", "M"], shape: [], domain: .positive)], result: [],
                sample: [Tensor([3, 5]), 8]) { (a) throws(TensorError) in try -Tensor.xlogy(a[0] / a[1], a[0] / a[1]).sum() / Tensor(2).log() },
        ],
        sample: [Tensor([0.5, 0.25, 0.25])],
        stressSamples: [[Tensor([1, 0, 0])], [Tensor([1e-300, 1])]],
        properties: [.nonNegative],
        source: "Shannon (1948), A mathematical theory of communication")
}
