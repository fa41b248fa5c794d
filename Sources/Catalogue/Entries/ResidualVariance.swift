import Tensors

extension Implementation {
    static let residualVariance = Implementation(
        "residual-variance", title: Title("Residual variance of a regression", "回归的残差方差"),
        aliases: ["residual standard error", "standard error of the regression", "standard error of the estimate", "残差标准误", "残差标准差", "剩余标准差", "估计标准误差"],
        topics: ["regression", "回归", "线性回归", "linear regression", "R2", "R squared", "ANOVA", "方差分析", "最小二乘", "sum of squares", "平方和", "residual", "残差", "standard error", "标准误"],
        equation: #"s = \sqrt{\frac{\mathrm{SSE}}{n - 2}}"#,
        parameters: [
            Parameter("SSE", symbols: ["RSS", "SS_res", "SS_E", "SSR", "Q"], shape: [], domain: .positive),
            Parameter("n", symbols: ["N", "m"], shape: [], domain: .interval(5, 30)),
        ],
        result: [],
        variants: [
            Variant("deviation", "root of the mean square, one feature") { (a) throws(TensorError) in try (a[0] / (a[1] - 2)).sqrt() },
            Variant("variance", "mean square, one feature",
                parameters: [
                    .init("SSE", symbols: ["RSS", "SS_res", "SS_E", "SSR"], shape: [], domain: .positive),
                    .init("n", symbols: ["N", "m"], shape: [], domain: .interval(5, 30)),
                ],
                result: [],
                sample: [12, 8]
            ) { (a) throws(TensorError) in try a[0] / (a[1] - 2) },
            Variant("deviation-features", "root of the mean square, p features and a constant",
                parameters: [
                    .init("SSE", symbols: ["RSS", "SS_res", "SS_E", "SSR"], shape: [], domain: .positive),
                    .init("n", symbols: ["N", "m"], shape: [], domain: .interval(12, 30)),
                    .init("p", symbols: ["k"], shape: [], domain: .interval(1, 9)),
                ],
                result: [],
                sample: [12, 18, 3]
            ) { (a) throws(TensorError) in try (a[0] / (a[1] - a[2] - 1)).sqrt() },
            Variant("variance-features", "mean square, p features and a constant",
                parameters: [
                    .init("SSE", symbols: ["RSS", "SS_res", "SS_E", "SSR"], shape: [], domain: .positive),
                    .init("n", symbols: ["N", "m"], shape: [], domain: .interval(12, 30)),
                    .init("p", symbols: ["k"], shape: [], domain: .interval(1, 9)),
                ],
                result: [],
                sample: [12, 18, 3]
            ) { (a) throws(TensorError) in try a[0] / (a[1] - a[2] - 1) },
            Variant("variance-parameters", "mean square, p parameters",
                parameters: [
                    .init("SSE", symbols: ["RSS", "SS_res", "SS_E", "SSR"], shape: [], domain: .positive),
                    .init("n", symbols: ["N", "m"], shape: [], domain: .interval(12, 30)),
                    .init("p", symbols: ["k"], shape: [], domain: .interval(1, 9)),
                ],
                result: [],
                sample: [12, 18, 3]
            ) { (a) throws(TensorError) in try a[0] / (a[1] - a[2]) },
            Variant("residuals", "of the residuals themselves",
                parameters: [
                    .init("y", symbols: ["Y"], shape: ["n"]),
                    .init("y_hat", symbols: ["Y_hat"], shape: ["n"]),
                ],
                result: [],
                sample: [Tensor([1, 2, 4, 5]), Tensor([1, 2.5, 4, 4])]
            ) { (a) throws(TensorError) in try (a[0] - a[1]).square().sum() / Tensor(Double(max(a[0].count - 2, 1))) },
            Variant("residuals-deviation", "root of the same",
                parameters: [
                    .init("y", symbols: ["Y"], shape: ["n"]),
                    .init("y_hat", symbols: ["Y_hat"], shape: ["n"]),
                ],
                result: [],
                sample: [Tensor([1, 2, 4, 5]), Tensor([1, 2.5, 4, 4])]
            ) { (a) throws(TensorError) in try ((a[0] - a[1]).square().sum() / Tensor(Double(max(a[0].count - 2, 1)))).sqrt() },
        ],
        sample: [12, 8],
        stressSamples: [[1e-300, 3]],
        properties: [.monotone, .homogeneous(degree: 0.5)],
        needsNames: true,
        isOpen: true,
        source: "Draper and Smith (1998), Applied regression analysis")
}
