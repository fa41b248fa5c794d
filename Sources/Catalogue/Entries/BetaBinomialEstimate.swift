import Tensors

extension Implementation {
    static let betaBinomialEstimate = Implementation(
        "beta-binomial-estimate", title: Title("Estimates of a binomial probability", "二项概率的估计"),
        aliases: ["maximum a posteriori estimate of a coin", "伯努利参数的估计"],
        topics: [
            "最大后验", "MAP", "maximum a posteriori", "beta 分布", "后验", "posterior", "最大似然", "maximum likelihood",
            "硬币", "coin",
        ],
        equation: #"\hat{\theta} = \frac{k + a - 1}{n + a + b - 2}"#,
        parameters: [
            Parameter("k", shape: [], domain: .positiveInteger),
            Parameter("n", symbols: ["N"], shape: [], domain: .interval(10, 20)),
            Parameter("a", symbols: ["alpha"], shape: [], domain: .interval(1.5, 4)),
            Parameter("b", symbols: ["beta"], shape: [], domain: .interval(1.5, 4)),
        ],
        result: [],
        variants: [
            Variant("mode", "of the posterior") { (a) throws(TensorError) in try (a[0] + a[2] - 1) / (a[1] + a[2] + a[3] - 2) },
            Variant("mean", "of the posterior") { (a) throws(TensorError) in try (a[0] + a[2]) / (a[1] + a[2] + a[3]) },
            Variant("likelihood", "maximum of the likelihood",
                parameters: [.init("k", symbols: ["h", "m"], shape: [], domain: .positiveInteger), .init("n", symbols: ["N"], shape: [], domain: .interval(10, 20))],
                sample: [3, 10]) { (a) throws(TensorError) in try a[0] / a[1] },
        ],
        sample: [3, 10, 2, 2],
        stressSamples: [[0, 10, 1, 1.5], [1e9, 2e9, 2, 2]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        isOpen: true,
        source: "Bayes (1763), An essay towards solving a problem in the doctrine of chances")
}
