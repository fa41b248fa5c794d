import Tensors

extension Implementation {
    static let coefficientTest = Implementation(
        "coefficient-test", title: Title("Test of a regression coefficient", "回归系数的检验"),
        aliases: ["t statistic of a coefficient", "standard error of the slope", "standard error of a coefficient", "系数的 t 统计量", "回归系数的标准误", "斜率的标准误"],
        topics: ["regression", "回归", "线性回归", "linear regression", "R2", "R squared", "ANOVA", "方差分析", "最小二乘", "sum of squares", "平方和", "t statistic", "t 统计量", "t-statistic", "t 检验", "t-test", "hypothesis test", "假设检验", "standard error", "标准误"],
        equation: #"t = \frac{\hat{\beta}_1}{\mathrm{SE}}"#,
        parameters: [
            Parameter("beta_hat_1", symbols: ["beta_1", "beta_hat", "beta_hat_j", "beta_j", "b_1", "b"], shape: []),
            Parameter("SE", symbols: ["se", "SE_beta_hat_1", "SE_hatbeta1", "SE_beta1", "SE_b1", "SE_hatbetaj", "s_b1", "s_b", "se_b", "se_hatbeta1"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("statistic", "an estimate over its standard error") { (a) throws(TensorError) in try a[0] / a[1] },
            Variant("error", "of the slope",
                parameters: [
                    .init("s", symbols: ["sigma", "sigma_hat", "s_e"], shape: [], domain: .positive),
                    .init("x", symbols: ["X"], shape: ["n"]),
                ],
                result: [],
                sample: [2, Tensor([1, 2, 4])]
            ) { (a) throws(TensorError) in try a[0] / (a[1] - a[1].mean()).square().sum().sqrt() },
            Variant("error-given", "of the slope, the mean given",
                parameters: [
                    .init("s", symbols: ["sigma", "sigma_hat", "s_e"], shape: [], domain: .positive),
                    .init("x", symbols: ["X"], shape: ["n"]),
                    .init("x_bar", symbols: ["X_bar"], shape: []),
                ],
                result: [],
                sample: [2, Tensor([1, 2, 4]), 2]
            ) { (a) throws(TensorError) in try a[0] / (a[1] - a[2]).square().sum().sqrt() },
            Variant("variance", "of the slope, its square",
                parameters: [
                    .init("sigma", symbols: ["s", "sigma_hat"], shape: [], domain: .positive),
                    .init("x", symbols: ["X"], shape: ["n"]),
                ],
                result: [],
                sample: [2, Tensor([1, 2, 4])]
            ) { (a) throws(TensorError) in try a[0].square() / (a[1] - a[1].mean()).square().sum() },
            Variant("variance-given", "of the slope, its square, the mean given",
                parameters: [
                    .init("sigma", symbols: ["s", "sigma_hat"], shape: [], domain: .positive),
                    .init("x", symbols: ["X"], shape: ["n"]),
                    .init("x_bar", symbols: ["X_bar"], shape: []),
                ],
                result: [],
                sample: [2, Tensor([1, 2, 4]), 2]
            ) { (a) throws(TensorError) in try a[0].square() / (a[1] - a[2]).square().sum() },
        ],
        sample: [2, 0.5],
        stressSamples: [[1, 1e-300]],
        properties: [.additive, .odd],
        needsNames: true,
        isOpen: true,
        source: "Draper and Smith (1998), Applied regression analysis")
}
