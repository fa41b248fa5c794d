import Tensors

extension Implementation {
    static let regressionSums = Implementation(
        "regression-sums", title: Title("Sums of squares of a regression", "回归的平方和"),
        aliases: ["total sum of squares", "regression sum of squares", "explained sum of squares", "SST", "TSS", "总平方和", "总离差平方和", "回归平方和"],
        topics: ["regression", "回归", "线性回归", "linear regression", "R2", "R squared", "ANOVA", "方差分析", "最小二乘", "sum of squares", "平方和", "SSR", "ESS", "MSS"],
        equation: #"S = \sum_{i=1}^{n} (y_i - \bar{y})^2"#,
        parameters: [
            Parameter("y", symbols: ["x", "Y", "y_i"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("total", "about the mean") { (a) throws(TensorError) in try (a[0] - a[0].mean()).square().sum() },
            Variant("total-given", "about a mean that is given",
                parameters: [
                    .init("y", symbols: ["x", "Y"], shape: ["n"]),
                    .init("y_bar", symbols: ["Y_bar", "x_bar", "mu"], shape: []),
                ],
                result: [],
                sample: [Tensor([1, 2, 4]), 2]
            ) { (a) throws(TensorError) in try (a[0] - a[1]).square().sum() },
            Variant("explained-given", "of the fitted values about a mean that is given",
                parameters: [
                    .init("y_hat", symbols: ["Y_hat"], shape: ["n"]),
                    .init("y_bar", symbols: ["Y_bar"], shape: []),
                ],
                result: [],
                sample: [Tensor([1, 2, 4]), 2]
            ) { (a) throws(TensorError) in try (a[0] - a[1]).square().sum() },
            Variant("explained", "of the fitted values about the mean",
                parameters: [
                    .init("y_hat", symbols: ["Y_hat"], shape: ["n"]),
                    .init("y", symbols: ["Y"], shape: ["n"]),
                ],
                result: [],
                sample: [Tensor([1, 2, 4]), Tensor([2, 2, 3])]
            ) { (a) throws(TensorError) in try (a[0] - a[1].mean()).square().sum() },
        ],
        sample: [Tensor([1, 2, 4])],
        stressSamples: [[Tensor([1e+100, -1e+100])]],
        properties: [.even, .nonNegative],
        needsNames: true,
        isOpen: true,
        source: "Draper and Smith (1998), Applied regression analysis")
}
