import DeepLearning
import Tensors

extension Implementation {
    static let conditionalDistribution = Implementation(
        "conditional-distribution", title: Title("Conditional distribution", "条件分布"),
        aliases: ["conditional probability", "条件概率", "条件概率分布"],
        equation: #"P(B \mid A) = \frac{P(A, B)}{P(A)}"#,
        parameters: [Parameter("joint", symbols: ["P(A,B)"], shape: ["m", "n"], domain: .probability)],
        result: ["m", "n"],
        variants: [
            Variant("rows", "each row divided by its sum") { (a) throws(TensorError) in
                try DeepLearning.conditionalDistribution(a[0])
            },
        ],
        sample: [.matrix([[0.2, 0.2], [0.12, 0.48]])],
        stressSamples: [[.matrix([[0, 0], [0.5, 0.5]])]],
        properties: [.sumsToOne, .nonNegative],
        source: "Kolmogorov (1933), Grundbegriffe der Wahrscheinlichkeitsrechnung")
}
