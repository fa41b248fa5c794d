import Tensors

extension Implementation {
    static let chiSquareDensity = Implementation(
        "chi-square-density", title: Title("Chi-square distribution density", "卡方分布密度"),
        aliases: [
            "Chi-square distribution probability density function", "卡方分布的概率密度", "卡方分布概率密度函数",
            "chi-squared density",
        ],
        topics: [
            "chi-squared", "chi-square", "chi2", "chi", "chi-square distribution", "chi-squared distribution",
            "卡方分布",
        ],
        equation: #"f(x) = \frac{1}{2^{k / 2} \Gamma(k / 2)} x^{k / 2 - 1} e^{-x / 2}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .positive),
            Parameter("k", symbols: ["n", "nu", "df"], shape: [], domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "k degrees of freedom") { (a) throws(TensorError) in
                let half = try 0.5 * a[1]
                return try (Tensor.xlogy(half - 1, a[0]) - 0.5 * a[0] - half.applying(.logGamma) - half * Tensor(2).log()).exp()
            },
            Variant("root", "of the root (chi distribution)") { (a) throws(TensorError) in
                let half = try 0.5 * a[1]
                return try (Tensor.xlogy(a[1] - 1, a[0]) - 0.5 * a[0].square() - half.applying(.logGamma) - (half - 1) * Tensor(2).log()).exp()
            },
        ],
        sample: [Tensor([0.5, 1, 4]), 3],
        stressSamples: [[Tensor([1e-300, 2000]), 2], [Tensor([500]), 500]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Pearson (1900), On the criterion that a given system of deviations")
}
