import Tensors

extension Implementation {
    static let negativeBinomialProbability = Implementation(
        "negative-binomial-probability", title: Title("Negative binomial probability", "负二项分布概率"),
        aliases: ["negative binomial probability mass function", "负二项分布的概率"],
        topics: ["negative binomial", "negative binomial distribution", "nbinom", "负二项分布"],
        equation: #"P(X = k) = \binom{k + r - 1}{k} p^r (1 - p)^k"#,
        parameters: [
            Parameter("k", symbols: ["x"], shape: .any, domain: .positiveInteger),
            Parameter("r", symbols: ["n"], shape: [], domain: .positiveInteger),
            Parameter("p", shape: [], domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("successes", "k failures before the success number r, of probability p each") { (a) throws(TensorError) in
                let choose = try (a[0] + a[1]).applying(.logGamma) - (a[0] + 1).applying(.logGamma) - a[1].applying(.logGamma)
                return try (choose + Tensor.xlogy(a[1], a[2]) + Tensor.apply(.xlog1py, a[0], -a[2])).exp()
            },
        ],
        sample: [Tensor([1, 2, 5]), 3, 0.4],
        stressSamples: [[Tensor([0, 1, 1000]), 1000, 0.5], [Tensor([0, 1]), 3, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Feller (1968), An introduction to probability theory and its applications")
}
