import Tensors

extension Implementation {
    static let varianceRatio = Implementation(
        "variance-ratio", title: Title("F statistic", "F 统计量"),
        aliases: ["F statistic", "F ratio", "F test statistic", "F 检验统计量", "方差分析 F 值"],
        topics: ["F检验", "F test", "ANOVA", "方差分析", "回归", "regression"],
        symbols: ["F"],
        equation: #"F = \frac{s_1}{s_2}"#,
        parameters: [
            Parameter("s", symbols: ["MSR", "MSB", "MSTR", "MSA", "MS_B", "MS_R", "MSM", "S_A"], shape: [], domain: .positive),
            Parameter("t", symbols: ["MSE", "MSW", "MS_W", "MS_E", "S_E"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("means", "of two mean squares") { (a) throws(TensorError) in try a[0] / a[1] },
            Variant("sums", "of two sums of squares with their degrees of freedom",
                parameters: [
                    .init("s", symbols: ["SSR", "SSB", "SS_R", "SS_B", "SSA", "ESS"], shape: [], domain: .positive),
                    .init("k", symbols: ["p", "df_1", "d"], shape: [], domain: .positive),
                    .init("t", symbols: ["SSE", "SSW", "SS_E", "SS_W", "RSS"], shape: [], domain: .positive),
                    .init("m", symbols: ["df_2"], shape: [], domain: .positive),
                ],
                sample: [4, 2, 6, 3]
            ) { (a) throws(TensorError) in try (a[0] / a[1]) / (a[2] / a[3]) },
            Variant("regression", "of a regression",
                parameters: [
                    .init("s", symbols: ["SSR", "ESS", "SS_R", "U"], shape: [], domain: .positive),
                    .init("p", symbols: ["k", "m", "d"], shape: [], domain: .positive),
                    .init("t", symbols: ["SSE", "RSS", "SS_E", "Q"], shape: [], domain: .positive),
                    .init("n", symbols: ["N"], shape: [], domain: .interval(20, 40)),
                ],
                sample: [4, 2, 6, 23]
            ) { (a) throws(TensorError) in try (a[0] / a[1]) / (a[2] / (a[3] - a[1] - 1)) },
            Variant("nested", "of two regressions",
                parameters: [
                    .init("s", symbols: ["RSS_1", "SSE_R", "RSS_R"], shape: [], domain: .positive),
                    .init("t", symbols: ["RSS_2", "SSE_F", "SSE_U", "RSS_F", "RSS_U"], shape: [], domain: .positive),
                    .init("p", symbols: ["p_2", "p_F", "k"], shape: [], domain: .interval(5, 9)),
                    .init("q", symbols: ["p_1", "p_R"], shape: [], domain: .interval(1, 4)),
                    .init("n", symbols: ["N"], shape: [], domain: .interval(20, 40)),
                ],
                sample: [6, 4, 6, 3, 23]
            ) { (a) throws(TensorError) in try ((a[0] - a[1]) / (a[2] - a[3])) / (a[1] / (a[4] - a[2])) },
            Variant("determination", "of a coefficient of determination",
                parameters: [
                    .init("r", symbols: ["R^2", "R2"], shape: [], domain: .probability),
                    .init("k", symbols: ["p"], shape: [], domain: .positive),
                    .init("n", symbols: ["N"], shape: [], domain: .interval(20, 40)),
                ],
                sample: [0.5, 2, 23]
            ) { (a) throws(TensorError) in try (a[0] / a[1]) / ((1 - a[0]) / (a[2] - a[1] - 1)) },
        ],
        sample: [4, 2],
        stressSamples: [[1e+200, 1e-100]],
        properties: [.homogeneous(degree: 1)],
        needsNames: true,
        isOpen: true,
        source: "Fisher (1925), Statistical methods for research workers")
}
