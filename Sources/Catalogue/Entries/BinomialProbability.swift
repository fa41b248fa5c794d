import DeepLearning
import Tensors

extension Implementation {
    static let binomialProbability = Implementation(
        "binomial-probability", title: Title("Binomial distribution", "二项分布"),
        aliases: ["binomial probability", "binomial mass function", "二项分布概率"],
        topics: ["binomial", "binomial distribution", "二项分布"],
        equation: #"P(k) = \binom{n}{k} p^{k} (1 - p)^{n - k}"#,
        parameters: [
            Parameter("k", symbols: ["x"], shape: .any, domain: .binary),
            Parameter("n", symbols: ["N"], shape: .scalar, domain: .positiveInteger),
            Parameter("p", symbols: ["theta"], shape: .scalar, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "k successes in n trials") { (a) throws(TensorError) in
                try DeepLearning.binomialProbability(a[0], n: a[1], p: a[2])
            },
        ],
        sample: [Tensor([0, 1, 2, 3]), 3, 0.3],
        stressSamples: [[Tensor([0, 500, 1000]), 1000, 0.5], [Tensor([0, 3]), 3, 1e-300], [Tensor([0, 3]), 3, 1], [Tensor([4, 5]), 3, 0.5]],
        properties: [.bounded(0, 1)],
        source: "Bernoulli (1713), Ars conjectandi")
}
