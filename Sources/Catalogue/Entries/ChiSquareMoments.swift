import Tensors

extension Implementation {
    static let chiSquareMoments = Implementation(
        "chi-square-moments", title: Title("Moments of the chi-square distribution", "卡方分布的期望与方差"),
        aliases: ["variance of the chi-square distribution", "卡方分布的方差"],
        topics: ["chi-square", "chi-squared", "chi-square distribution", "卡方分布"],
        equation: #"\operatorname{Var}(X) = 2 k"#,
        parameters: [
            Parameter("k", symbols: ["n", "nu", "v", "m"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("variance", "the variance") { (a) throws(TensorError) in try 2 * a[0] },
        ],
        sample: [3],
        stressSamples: [[1e+300]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
