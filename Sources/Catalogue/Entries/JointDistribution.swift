import DeepLearning
import Tensors

extension Implementation {
    static let jointDistribution = Implementation(
        "joint-distribution", title: Title("Joint distribution", "联合分布"),
        aliases: [
            "joint probability", "multiplication rule", "product rule of probability", "联合概率", "联合概率分布",
            "乘法法则",
        ],
        equation: #"P(A, B) = P(B \mid A) P(A)"#,
        parameters: [
            Parameter("conditional", symbols: ["P(B|A)"], shape: ["m", "n"], domain: .distribution),
            Parameter("marginal", symbols: ["P(A)"], shape: ["m"], domain: .distribution),
        ],
        result: ["m", "n"],
        variants: [
            Variant("standard", "a row for each value of A") { (a) throws(TensorError) in
                try DeepLearning.jointDistribution(conditional: a[0], marginal: a[1])
            },
        ],
        sample: [.matrix([[0.5, 0.5], [0.2, 0.8]]), Tensor([0.4, 0.6])],
        stressSamples: [[.matrix([[0, 1], [1, 0]]), Tensor([0, 1])]],
        properties: [.nonNegative],
        source: "Kolmogorov (1933), Grundbegriffe der Wahrscheinlichkeitsrechnung")
}
