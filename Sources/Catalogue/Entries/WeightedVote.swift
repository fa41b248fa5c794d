import Tensors

extension Implementation {
    static let weightedVote = Implementation(
        "weighted-vote", title: Title("Weighted vote of learners", "基学习器加权"),
        aliases: ["additive model of weak learners", "加法模型", "强分类器"],
        topics: ["AdaBoost", "boosting", "提升方法", "集成学习", "ensemble"],
        equation: #"F = \sum_{t} \alpha_t h_t"#,
        parameters: [
            Parameter("alpha", symbols: ["a", "w", "beta"], shape: ["T"]),
            Parameter("h", symbols: ["G", "f", "g", "y"], shape: ["T"]),
        ],
        result: [],
        variants: [
            Variant("sum", "the weighted sum") { (a) throws(TensorError) in try a[0].dot(a[1]) },
            Variant("sign", "its sign") { (a) throws(TensorError) in try a[0].dot(a[1]).sign() },
            Variant("error", "the weighted share of errors, of weights that sum to 1",
                parameters: [
                    .init("D", symbols: ["w"], shape: ["n"], domain: .positive),
                    .init("h", symbols: ["G", "f"], shape: ["n"], domain: .signs),
                    .init("y", symbols: ["t"], shape: ["n"], domain: .signs),
                ],
                sample: [Tensor([0.5, 0.5]), Tensor([1, -1]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try (a[0] * (a[1].notEqual(a[2]))).sum() },
            Variant("normaliser", "the sum of the new weights",
                parameters: [
                    .init("D", symbols: ["w"], shape: ["n"], domain: .positive),
                    .init("alpha", shape: []),
                    .init("y", symbols: ["t"], shape: ["n"], domain: .signs),
                    .init("h", symbols: ["G", "f"], shape: ["n"], domain: .signs),
                ],
                sample: [Tensor([0.5, 0.5]), 1, Tensor([1, -1]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try (a[0] * (-(a[1] * a[2] * a[3])).exp()).sum() },
            Variant("normaliser-closed", "of the weights, in closed form",
                parameters: [
                    .init("epsilon", symbols: ["e", "epsilon_t", "e_m", "e_t", "err"], shape: [], domain: .probability),
                ],
                result: [],
                sample: [0.25]
            ) { (a) throws(TensorError) in try 2 * (a[0] * (1 - a[0])).sqrt() },
        ],
        sample: [Tensor([0.5, 1]), Tensor([1, -1])],
        stressSamples: [[Tensor([0, 0]), Tensor([1, 1])]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Freund and Schapire (1997), A decision-theoretic generalization of on-line learning")
}
