import DeepLearning
import Tensors

extension Implementation {
    static let marginalDistribution = Implementation(
        "marginal-distribution", title: Title("Marginal distribution", "边际分布"),
        aliases: [
            "marginal probability", "marginalization", "sum rule of probability", "边缘分布", "边缘概率", "边际概率",
            "边际化", "边缘化",
        ],
        topics: ["joint distribution", "联合分布", "marginalization", "边际化"],
        equation: #"P(B) = \sum_A P(A, B)"#,
        parameters: [Parameter("joint", symbols: ["P(A,B)"], shape: ["m", "n"], domain: .probability)],
        result: ["n"],
        variants: [
            Variant("first-axis", "over the first axis") { (a) throws(TensorError) in
                try DeepLearning.marginalDistribution(a[0])
            },
        ],
        sample: [.matrix([[0.2, 0.2], [0.12, 0.48]])],
        stressSamples: [[.matrix([[0, 0], [0, 1]])]],
        properties: [.nonNegative, .additive],
        source: "Kolmogorov (1933), Grundbegriffe der Wahrscheinlichkeitsrechnung")
}
