import DeepLearning
import Tensors

extension Implementation {
    static let klDivergence = Implementation(
        "kl-divergence", title: Title("KL divergence", "KL 散度"),
        aliases: ["Kullback-Leibler divergence", "relative entropy", "KL", "相对熵", "KL 距离", "库尔贝克-莱布勒散度"],
        topics: ["KL", "relative entropy", "相对熵", "information theory", "信息论", "cross-entropy", "交叉熵"],
        symbols: ["D_KL", "KL"],
        equation: #"D(p \,\|\, q) = \sum_{j=1}^{k} p_j \log \frac{p_j}{q_j}"#,
        parameters: [
            Parameter("p", symbols: ["P"], shape: ["...", "k"], domain: .distribution),
            Parameter("q", symbols: ["Q"], shape: ["...", "k"], domain: .distribution),
        ],
        result: ["..."],
        variants: [
            Variant("natural", "natural logarithm") { (a) throws(TensorError) in
                try DeepLearning.kullbackLeibler(a[0], a[1])
            },
            Variant("base-2", "in bits") { (a) throws(TensorError) in
                try DeepLearning.kullbackLeibler(a[0], a[1], base: 2)
            },
        ],
        sample: [Tensor([0.5, 0.25, 0.25]), Tensor([0.25, 0.5, 0.25])],
        stressSamples: [[Tensor([1, 0]), Tensor([0.5, 0.5])], [Tensor([0.5, 0.5]), Tensor([1, 0])]],
        properties: [.nonNegative, .zeroWhenEqual],
        source: "Kullback and Leibler (1951), On information and sufficiency")
}
