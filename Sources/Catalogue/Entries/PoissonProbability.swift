import DeepLearning
import Tensors

extension Implementation {
    static let poissonProbability = Implementation(
        "poisson-probability", title: Title("Poisson distribution", "泊松分布"),
        aliases: ["Poisson probability", "Poisson mass function", "泊松分布概率"],
        topics: ["poisson", "poisson distribution", "泊松分布"],
        equation: #"P(k) = \frac{\lambda^{k} e^{-\lambda}}{k!}"#,
        parameters: [
            Parameter("k", symbols: ["x"], shape: .any, domain: .positiveInteger),
            Parameter("lambda", symbols: ["mu"], shape: .scalar, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "k events where λ are expected") { (a) throws(TensorError) in
                try DeepLearning.poissonProbability(a[0], lambda: a[1])
            },
        ],
        sample: [Tensor([0, 1, 2, 3]), 2],
        stressSamples: [[Tensor([0, 500]), 500]],
        properties: [.bounded(0, 1)],
        source: "Poisson (1837), Recherches sur la probabilité des jugements")
}
