import Tensors

extension Implementation {
    static let residual = Implementation(
        "residual", title: Title("Residual", "残差"),
        aliases: ["regression residual", "prediction error", "回归残差", "预测误差"],
        topics: ["残差", "residuals", "regression", "回归", "最小二乘", "least squares", "OLS", "error", "误差"],
        equation: #"e = y - \hat{y}"#,
        parameters: [
            Parameter("y", symbols: ["Y", "y_i"], shape: .any),
            Parameter("y_hat", symbols: ["Y_hat", "y_hat_i", "f", "f_x", "h"], shape: .any),
        ],
        result: .any,
        variants: [
            Variant("standard", "what is left") { (a) throws(TensorError) in try a[0] - a[1] },
            Variant("linear", "what is left by a linear model",
                parameters: [
                    .init("y", symbols: ["Y"], shape: ["n"]),
                    .init("X", symbols: ["A"], shape: ["n", "d"]),
                    .init("beta_hat", symbols: ["beta", "w", "theta", "B_hat", "B"], shape: ["d"]),
                ],
                result: ["n"],
                sample: [Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([1, 0.5])]
            ) { (a) throws(TensorError) in try a[0] - a[1].matmul(a[2]) },
        ],
        sample: [Tensor([1, 2]), Tensor([1.5, 2])],
        stressSamples: [[Tensor([1e+200]), Tensor([0])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Draper and Smith (1998), Applied regression analysis")
}
