import Tensors

extension Implementation {
    static let paretoDensity = Implementation(
        "pareto-density", title: Title("Pareto distribution density", "帕累托分布密度"),
        aliases: ["Pareto distribution probability density function", "帕累托分布的概率密度", "帕累托分布概率密度函数"],
        topics: ["pareto", "pareto distribution", "lomax", "帕累托分布"],
        equation: #"f(x) = \frac{\alpha x_m^{\alpha}}{x^{\alpha + 1}}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any, domain: .interval(3.1, 6)),
            Parameter("alpha", symbols: ["a", "b", "k"], shape: [], domain: .positive),
            Parameter("x_m", symbols: ["m", "x_min"], default: 1, domain: .interval(0.2, 3)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "for x ≥ x_m") { (a) throws(TensorError) in try a[1] / a[0] * (a[2] / a[0]).power(a[1]) },
            Variant("lomax", "shifted to start at 0") { (a) throws(TensorError) in try a[1] / a[2] * (1 + a[0] / a[2]).power(-a[1] - 1) },
        ],
        sample: [Tensor([1, 2, 4]), 2, 1],
        stressSamples: [[Tensor([1, 1e100, 1e300]), 2, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Pareto (1896), Cours d'économie politique")
}
