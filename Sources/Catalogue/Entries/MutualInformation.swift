import Tensors

extension Implementation {
    static let mutualInformation = Implementation(
        "mutual-information", title: Title("Mutual information", "互信息"),
        aliases: ["MI", "交互信息"],
        topics: ["信息论", "information theory", "entropy", "熵", "信息熵"],
        symbols: ["I", "MI"],
        equation: #"I(X; Y) = \sum_{i} \sum_{j} p_{ij} \log \frac{p_{ij}}{u_i v_j}"#,
        parameters: [
            Parameter("p", symbols: ["P"], shape: ["n", "m"], domain: .positive),
            Parameter("u", symbols: ["p", "P"], shape: ["n"], domain: .positive),
            Parameter("v", symbols: ["p", "P"], shape: ["m"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("natural", "joint and marginal probabilities") { (a) throws(TensorError) in try Tensor.xlogy(a[0], a[0] / a[1].outer(a[2])).sum() },
            Variant("base-2", "the same in bits") { (a) throws(TensorError) in try Tensor.xlogy(a[0], a[0] / a[1].outer(a[2])).sum() / Tensor(2).log() },
            Variant("conditional", "joint, conditional and marginal probabilities",
                parameters: [
                    .init("p", symbols: ["P"], shape: ["n", "m"], domain: .positive),
                    .init("q", symbols: ["p_tilde", "P_tilde"], shape: ["n", "m"], domain: .positive),
                    .init("u", symbols: ["p", "P"], shape: ["n"], domain: .positive),
                ],
                sample: [.matrix([[0.5, 0.25], [0.125, 0.125]]), .matrix([[0.7, 0.3], [0.5, 0.5]]), Tensor([0.75, 0.25])]
            ) { (a) throws(TensorError) in try Tensor.xlogy(a[0], a[1] / a[2].expandingDimensions(at: 1)).sum() },
            Variant("conditional-columns", "the same, of the columns",
                parameters: [
                    .init("p", symbols: ["P"], shape: ["n", "m"], domain: .positive),
                    .init("q", symbols: ["p_tilde", "P_tilde"], shape: ["n", "m"], domain: .positive),
                    .init("u", symbols: ["p", "P"], shape: ["m"], domain: .positive),
                ],
                sample: [.matrix([[0.5, 0.25], [0.125, 0.125]]), .matrix([[0.7, 0.3], [0.5, 0.5]]), Tensor([0.75, 0.25])]
            ) { (a) throws(TensorError) in try Tensor.xlogy(a[0], a[1] / a[2]).sum() },
        ],
        sample: [.matrix([[0.5, 0.25], [0.125, 0.125]]), Tensor([0.75, 0.25]), Tensor([0.625, 0.375])],
        stressSamples: [[.matrix([[1, 0], [0, 0]]), Tensor([1, 1]), Tensor([1, 1])]],
        properties: [.convex],
        isOpen: true,
        source: "Shannon (1948), A mathematical theory of communication")
}
