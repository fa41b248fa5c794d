import DeepLearning
import Tensors

extension Implementation {
    static let jensenShannonDivergence = Implementation(
        "jensen-shannon-divergence", title: Title("Jensen–Shannon divergence", "JS 散度"),
        aliases: ["JS divergence", "Jensen-Shannon divergence", "JSD", "詹森香农散度"],
        equation: #"\operatorname{JS}(P \| Q) = \frac{1}{2} \operatorname{KL}(P \| M) + \frac{1}{2} \operatorname{KL}(Q \| M)"#,
        parameters: [
            Parameter("p", symbols: ["P"], shape: ["q"], domain: .distribution),
            Parameter("q", symbols: ["Q"], shape: ["q"], domain: .distribution),
        ],
        result: [],
        variants: [
            Variant("natural", "in nats") { (a) throws(TensorError) in
                let m = try 0.5 * (a[0] + a[1])
                return try 0.5 * (DeepLearning.kullbackLeibler(a[0], m) + DeepLearning.kullbackLeibler(a[1], m))
            },
        ],
        sample: [Tensor([0.5, 0.5]), Tensor([0.2, 0.8])],
        stressSamples: [[Tensor([1, 0, 0]), Tensor([0, 1, 0])], [Tensor([1e-300, 1]), Tensor([1, 1e-300])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        source: "Lin (1991), Divergence measures based on the Shannon entropy")
}
