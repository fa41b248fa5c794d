import DeepLearning
import Tensors

extension Implementation {
    static let exponentialDensity = Implementation(
        "exponential-density", title: Title("Exponential density", "指数分布密度"),
        aliases: ["exponential distribution density", "exponential PDF", "指数分布的概率密度"],
        topics: ["exponential", "exponential distribution", "指数分布"],
        equation: #"p(x) = \lambda e^{-\lambda x}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .nonNegative),
            Parameter("lambda", symbols: ["rate", "theta"], shape: .scalar, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("rate", "λ is the rate") { (a) throws(TensorError) in
                try DeepLearning.exponentialDensity(a[0], rate: a[1])
            },
            Variant("mean", "λ is the mean") { (a) throws(TensorError) in
                try DeepLearning.exponentialDensity(a[0], rate: a[1].reciprocal())
            },
        ],
        sample: [Tensor([0, 0.5, 2]), 1.5],
        stressSamples: [[Tensor([0, 1, 1e4]), 1000], [Tensor([0, 1e-300]), 1e-300]],
        properties: [.nonNegative],
        source: "Feller (1968), An introduction to probability theory and its applications")
}
