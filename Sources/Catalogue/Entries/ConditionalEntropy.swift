import Tensors

extension Implementation {
    static let conditionalEntropy = Implementation(
        "conditional-entropy", title: Title("Conditional entropy", "条件熵"),
        aliases: ["entropy of a conditional distribution", "条件分布的熵"],
        topics: ["entropy", "信息论", "information theory", "熵", "信息熵", "mutual information", "互信息"],
        equation: #"H(Y \mid X) = -\sum_{i} \sum_{j} p_{ij} \log q_{ij}"#,
        parameters: [
            Parameter("p", symbols: ["P"], shape: ["n", "m"], domain: .positive),
            Parameter("q", symbols: ["Q", "p_tilde", "P_tilde"], shape: ["n", "m"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("natural", "joint and conditional probabilities") { (a) throws(TensorError) in try -Tensor.xlogy(a[0], a[1]).sum() },
            Variant("base-2", "the same in bits") { (a) throws(TensorError) in try -Tensor.xlogy(a[0], a[1]).sum() / Tensor(2).log() },
            Variant("ratio", "with the marginal probabilities of the rows below",
                parameters: [
                    .init("p", symbols: ["P"], shape: ["n", "m"], domain: .positive),
                    .init("r", symbols: ["p_x"], shape: ["n"], domain: .positive),
                ],
                sample: [.matrix([[0.5, 0.25], [0.125, 0.125]]), Tensor([0.75, 0.25])]
            ) { (a) throws(TensorError) in try -Tensor.xlogy(a[0], a[0] / a[1].expandingDimensions(at: 1)).sum() },
            Variant("ratio-columns", "with the marginal probabilities of the columns below",
                parameters: [
                    .init("p", symbols: ["P"], shape: ["n", "m"], domain: .positive),
                    .init("r", symbols: ["p_y"], shape: ["m"], domain: .positive),
                ],
                sample: [.matrix([[0.5, 0.25], [0.125, 0.125]]), Tensor([0.625, 0.375])]
            ) { (a) throws(TensorError) in try -Tensor.xlogy(a[0], a[0] / a[1]).sum() },
            Variant("nested", "the mean of the entropies of the rows",
                parameters: [
                    .init("r", symbols: ["p", "P"], shape: ["n"], domain: .positive),
                    .init("q", symbols: ["p_tilde", "P_tilde"], shape: ["n", "m"], domain: .positive),
                ],
                sample: [Tensor([0.5, 0.5]), .matrix([[0.5, 0.5], [0.25, 0.75]])]
            ) { (a) throws(TensorError) in try -(a[0] * Tensor.xlogy(a[1], a[1]).sum(axes: [1])).sum() },
            Variant("nested-columns", "the mean of the entropies of the columns",
                parameters: [
                    .init("r", symbols: ["p", "P"], shape: ["m"], domain: .positive),
                    .init("q", symbols: ["p_tilde", "P_tilde"], shape: ["n", "m"], domain: .positive),
                ],
                sample: [Tensor([0.5, 0.5]), .matrix([[0.5, 0.5], [0.25, 0.75]])]
            ) { (a) throws(TensorError) in try -(a[0] * Tensor.xlogy(a[1], a[1]).sum(axes: [0])).sum() },
            Variant("nested-base-2", "the same in bits",
                parameters: [
                    .init("r", symbols: ["p", "P"], shape: ["n"], domain: .positive),
                    .init("q", symbols: ["p_tilde", "P_tilde"], shape: ["n", "m"], domain: .positive),
                ],
                sample: [Tensor([0.5, 0.5]), .matrix([[0.5, 0.5], [0.25, 0.75]])]
            ) { (a) throws(TensorError) in try -(a[0] * Tensor.xlogy(a[1], a[1]).sum(axes: [1])).sum() / Tensor(2).log() },
        ],
        sample: [.matrix([[0.5, 0.25], [0.125, 0.125]]), .matrix([[0.7, 0.3], [0.5, 0.5]])],
        stressSamples: [[.matrix([[0, 0], [0, 1]]), .matrix([[1, 1], [1, 1]])]],
        properties: [.additive],
        isOpen: true,
        source: "Cover and Thomas (2006), Elements of information theory, 2.2")
}
