import Tensors

extension Implementation {
    static let rSquared = Implementation(
        "r-squared", title: Title("Coefficient of determination", "决定系数"),
        aliases: ["R2 score", "R-squared", "R²", "判定系数", "R2 分数"],
        equation: #"R^2 = 1 - \frac{\sum_i (y_i - \hat{y}_i)^2}{\sum_i (y_i - \bar{y})^2}"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t"], shape: ["n"]),
            Parameter("y_hat", symbols: ["f", "p"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "1 minus the share left unexplained") { (a) throws(TensorError) in
                let mean = try a[0].mean()
                return try 1 - (a[0] - a[1]).square().sum() / (a[0] - mean).square().sum()
            },
            Variant("sums", "from the sums of squares",
                parameters: [.init("SS_res", symbols: ["S_res", "RSS", "SSE", "SS_r", "SS_e"], shape: [], domain: .positive), .init("SS_tot", symbols: ["S_tot", "TSS", "SST", "SS_t"], shape: [], domain: .positive)],
                sample: [1, 4]) { (a) throws(TensorError) in try 1 - a[0] / a[1] },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([1.5, 1.5, 4])],
        stressSamples: [
            [Tensor([1, 2, 4]), Tensor([1, 2, 4])],
            [Tensor([100000001, 100000002, 100000004]), Tensor([100000001, 100000001, 100000004])],
        ],
        properties: [.bounded(-.infinity, 1), .argument(1, .concave)],
        source: "Wright (1921), Correlation and causation")
}
