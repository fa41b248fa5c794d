import Tensors

extension Implementation {
    static let relativeEffect = Implementation(
        "relative-effect", title: Title("Measures of effect", "效应量度"),
        aliases: ["odds ratio", "relative risk", "risk ratio", "Cohen's d", "coefficient of variation", "优势比", "比值比", "相对危险度", "变异系数", "效应量"],
        topics: ["列联表", "contingency table", "effect size", "odds", "风险"],
        equation: #"\mathrm{OR} = \frac{a d}{b c}"#,
        parameters: [
            Parameter("a", shape: [], domain: .positive),
            Parameter("b", shape: [], domain: .positive),
            Parameter("c", shape: [], domain: .positive),
            Parameter("d", shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("odds-ratio", "of a table of four") { (a) throws(TensorError) in try a[0] * a[3] / (a[1] * a[2]) },
            Variant("risk-ratio", "of a table of four") { (a) throws(TensorError) in try a[0] / (a[0] + a[1]) / (a[2] / (a[2] + a[3])) },
            Variant("standardised", "a difference in deviations",
                parameters: [
                    .init("x_bar_1", symbols: ["mu_1", "M_1", "x_1", "m_1"], shape: []),
                    .init("x_bar_2", symbols: ["mu_2", "M_2", "x_2", "m_2"], shape: []),
                    .init("s", symbols: ["s_p", "sigma", "SD_pooled", "s_pooled"], shape: [], domain: .positive),
                ],
                sample: [2, 1, 2]
            ) { (a) throws(TensorError) in try (a[0] - a[1]) / a[2] },
            Variant("variation", "a deviation in means",
                parameters: [
                    .init("sigma", symbols: ["s", "S"], shape: [], domain: .positive),
                    .init("mu", symbols: ["x_bar", "X_bar"], shape: [], domain: .positive),
                ],
                sample: [1, 2]
            ) { (a) throws(TensorError) in try a[0] / a[1] },
        ],
        sample: [4, 2, 1, 3],
        stressSamples: [[1e-300, 1, 1, 1]],
        properties: [.homogeneous(degree: 1)],
        needsNames: true,
        isOpen: true,
        source: "Agresti (2013), Categorical data analysis; Cohen (1988)")
}
