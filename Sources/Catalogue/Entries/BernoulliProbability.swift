import DeepLearning
import Tensors

extension Implementation {
    static let bernoulliProbability = Implementation(
        "bernoulli-probability", title: Title("Bernoulli distribution", "伯努利分布"),
        aliases: ["Bernoulli probability", "Bernoulli mass function", "两点分布", "0-1 分布"],
        topics: ["bernoulli", "bernoulli distribution", "伯努利分布"],
        equation: #"P(x) = p^{x} (1 - p)^{1 - x}"#,
        parameters: [
            Parameter("x", symbols: ["k", "y"], shape: .any, domain: .binary),
            Parameter("p", symbols: ["theta", "mu"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "p where x is 1, 1 − p where it is 0") { (a) throws(TensorError) in
                try DeepLearning.bernoulliProbability(a[0], p: a[1])
            },
        ],
        sample: [Tensor([0, 1]), 0.3],
        stressSamples: [[Tensor([0, 1, 0, 1]), Tensor([0, 0, 1, 1])]],
        properties: [.bounded(0, 1)],
        source: "Bernoulli (1713), Ars conjectandi")
}
