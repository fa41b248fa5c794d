import Tensors

extension Implementation {
    static let paretoDistributionFunction = Implementation(
        "pareto-distribution-function", title: Title("Pareto distribution function", "帕累托分布函数"),
        aliases: ["Pareto cumulative distribution function", "Pareto CDF", "帕累托分布的累积分布函数"],
        topics: ["pareto", "pareto distribution", "帕累托分布"],
        equation: #"F(x) = 1 - \left(\frac{x_m}{x}\right)^{\alpha}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .interval(3.1, 6)),
            Parameter("alpha", symbols: ["a", "b", "k"], shape: [], domain: .positive),
            Parameter("x_m", symbols: ["m", "x_min"], default: 1, domain: .interval(0.2, 3)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "for x ≥ x_m") { (a) throws(TensorError) in try -(-(a[1] * ((a[0] - a[2]) / a[2]).log1p())).expm1() },
        ],
        sample: [Tensor([1, 2, 4]), 2, 1],
        stressSamples: [[Tensor([1, 1.000000001, 1e300]), 2, 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
