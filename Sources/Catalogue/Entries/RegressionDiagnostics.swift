import Tensors

extension Implementation {
    static let regressionDiagnostics = Implementation(
        "regression-diagnostics", title: Title("Diagnostics of a regression", "回归诊断"),
        aliases: ["Cook's distance", "Durbin-Watson statistic", "studentized residual", "库克距离", "DW 统计量", "学生化残差"],
        topics: ["回归", "regression", "residual", "残差", "leverage", "杠杆", "outlier", "异常值"],
        equation: #"D = \frac{e^2}{p s^2} \frac{h}{(1 - h)^2}"#,
        parameters: [
            Parameter("e", symbols: ["r", "e_i", "r_i"], shape: .any),
            Parameter("p", symbols: ["k"], shape: [], domain: .positive),
            Parameter("s", symbols: ["sigma", "s_e", "sigma_hat"], shape: [], domain: .positive),
            Parameter("h", symbols: ["h_i", "h_ii"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("cook", "Cook's distance") { (a) throws(TensorError) in try a[0].square() / (a[1] * a[2].square()) * a[3] / (1 - a[3]).square() },
            Variant("cook-variance", "Cook's distance, the mean square given",
                parameters: [
                    .init("e", symbols: ["r"], shape: .any),
                    .init("p", symbols: ["k"], shape: [], domain: .positive),
                    .init("MSE", symbols: ["s"], shape: [], domain: .positive),
                    .init("h", symbols: ["h_i", "h_ii"], shape: .any, domain: .probability),
                ],
                result: .any, sample: [Tensor([1, 2]), 2, 1, Tensor([0.5, 0.2])]
            ) { (a) throws(TensorError) in try a[0].square() / (a[1] * a[2]) * a[3] / (1 - a[3]).square() },
            Variant("studentised", "a residual over its deviation",
                parameters: [
                    .init("e", symbols: ["r"], shape: .any),
                    .init("s", symbols: ["sigma", "sigma_hat"], shape: [], domain: .positive),
                    .init("h", symbols: ["h_i", "h_ii"], shape: .any, domain: .probability),
                ],
                result: .any, sample: [Tensor([1, 2]), 1, Tensor([0.5, 0.2])]
            ) { (a) throws(TensorError) in try a[0] / (a[1] * (1 - a[2]).sqrt()) },
        ],
        sample: [Tensor([1, 2]), 2, 1, Tensor([0.5, 0.2])],
        stressSamples: [[Tensor([0]), 2, 1, Tensor([0.5])]],
        properties: [.even],
        isOpen: true,
        source: "Cook (1977), Detection of influential observation in linear regression")
}
