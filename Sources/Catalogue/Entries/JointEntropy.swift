import Tensors

extension Implementation {
    static let jointEntropy = Implementation(
        "joint-entropy", title: Title("Joint entropy", "联合熵"),
        aliases: ["entropy of a joint distribution", "联合分布的熵"],
        topics: ["entropy", "信息论", "information theory", "熵", "信息熵"],
        equation: #"H(X, Y) = -\sum_{i} \sum_{j} p_{ij} \log p_{ij}"#,
        parameters: [
            Parameter("p", symbols: ["P", "p_xy"], shape: ["n", "m"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("natural", "natural logarithm") { (a) throws(TensorError) in try -Tensor.xlogy(a[0], a[0]).sum() },
            Variant("base-2", "in bits") { (a) throws(TensorError) in try -Tensor.xlogy(a[0], a[0]).sum() / Tensor(2).log() },
        ],
        sample: [.matrix([[0.5, 0.25], [0.125, 0.125]])],
        stressSamples: [[.matrix([[1, 0], [0, 0]])]],
        properties: [.concave],
        isOpen: true,
        source: "Shannon (1948), A mathematical theory of communication")
}
