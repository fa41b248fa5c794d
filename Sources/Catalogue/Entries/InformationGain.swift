import Tensors

extension Implementation {
    static let informationGain = Implementation(
        "information-gain", title: Title("Information gain", "信息增益"),
        aliases: ["Gain", "IG", "信息增益公式"],
        topics: ["decision tree", "决策树", "ID3", "C4.5"],
        symbols: ["Gain", "IG"],
        equation: #"g = h - \sum_{v} \frac{n_v}{n} e_v"#,
        parameters: [
            Parameter("h", symbols: ["H", "Ent", "Entropy", "E", "H_D", "Ent_D", "H_S", "Entropy_S"], shape: []),
            Parameter("n", symbols: ["N", "D", "S", "T", "M"], shape: [], domain: .positive),
            Parameter("n_v", symbols: ["D", "D_v", "S_v", "D_i", "S_i", "n_i", "N_v", "m", "c"], shape: ["k"], domain: .positive),
            Parameter("e", symbols: ["H", "Ent", "Entropy", "E", "h", "Ent_v"], shape: ["k"]),
        ],
        result: [],
        variants: [
            Variant("shares", "less the weighted entropies of the parts") { (a) throws(TensorError) in try a[0] - (a[2] / a[1] * a[3]).sum() },
            Variant("after", "the weighted entropies of the parts alone",
                parameters: [
                    .init("n", symbols: ["N", "D", "S", "T", "M"], shape: [], domain: .positive),
                    .init("n_v", symbols: ["D", "D_v", "S_v", "D_i", "S_i", "n_i", "N_v", "m", "c"], shape: ["k"], domain: .positive),
                    .init("e", symbols: ["H", "Ent", "Entropy", "E", "h", "Ent_v", "Gini"], shape: ["k"]),
                ],
                sample: [8, Tensor([3, 5]), Tensor([0.9, 0.5])]
            ) { (a) throws(TensorError) in try (a[1] / a[0] * a[2]).sum() },
            Variant("weights", "weights in place of shares",
                parameters: [
                    .init("h", symbols: ["H", "Ent", "Entropy", "E", "H_D", "Ent_D", "H_S", "Entropy_S"], shape: []),
                    .init("w", symbols: ["p", "P"], shape: ["k"], domain: .positive),
                    .init("e", symbols: ["H", "Ent", "Entropy", "E", "h"], shape: ["k"]),
                ],
                sample: [1, Tensor([0.25, 0.75]), Tensor([0.9, 0.5])]
            ) { (a) throws(TensorError) in try a[0] - (a[1] * a[2]).sum() },
        ],
        sample: [1, 8, Tensor([3, 5]), Tensor([0.9, 0.5])],
        stressSamples: [[0, 1, Tensor([1, 1]), Tensor([0, 0])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Quinlan (1986), Induction of decision trees")
}
