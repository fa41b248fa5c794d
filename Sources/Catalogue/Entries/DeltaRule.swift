import Tensors

extension Implementation {
    static let deltaRule = Implementation(
        "delta-rule", title: Title("Delta rule", "Delta 规则"),
        aliases: ["perceptron update", "perceptron learning rule", "Widrow-Hoff rule", "LMS update", "感知机学习算法", "感知机更新", "感知机学习规则", "最小均方更新"],
        topics: ["perceptron", "感知机", "LMS", "逻辑回归", "logistic regression", "linear regression", "线性回归", "梯度下降", "gradient descent", "SGD", "随机梯度下降", "更新", "update"],
        equation: #"w' = w + \eta (y - \hat{y}) x"#,
        parameters: [
            Parameter("w", symbols: ["theta", "w_i", "w_j", "theta_j", "beta", "W"], shape: .any),
            Parameter("eta", symbols: ["alpha", "lr", "gamma"], shape: []),
            Parameter("y", symbols: ["t", "d"], shape: []),
            Parameter("y_hat", symbols: ["o", "f", "f_x", "h_x", "h_thetax", "h_wx", "h", "a", "y_hat_i"], shape: []),
            Parameter("x", symbols: ["x_i", "x_j"], shape: .any),
        ],
        result: .any,
        variants: [
            Variant("towards", "by the error") { (a) throws(TensorError) in try a[0] + a[1] * (a[2] - a[3]) * a[4] },
            Variant("against", "the same with both signs turned",
                parameters: [
                    .init("w", symbols: ["theta", "w_i", "w_j", "theta_j", "beta", "W"], shape: .any),
                    .init("eta", symbols: ["alpha", "lr", "gamma"], shape: []),
                    .init("y", symbols: ["t", "d"], shape: []),
                    .init("y_hat", symbols: ["o", "f", "f_x", "h_x", "h_thetax", "h_wx", "h", "a", "y_hat_i"], shape: []),
                    .init("x", symbols: ["x_i", "x_j"], shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), 0.1, 1, 0.5, Tensor([2, 3])]
            ) { (a) throws(TensorError) in try a[0] - a[1] * (a[3] - a[2]) * a[4] },
            Variant("perceptron", "by the label of what was taken wrong",
                parameters: [
                    .init("w", symbols: ["theta", "W"], shape: .any),
                    .init("eta", symbols: ["alpha", "lr"], shape: []),
                    .init("y", symbols: ["y_i", "t"], shape: []),
                    .init("x", symbols: ["x_i"], shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), 0.1, 1, Tensor([2, 3])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2] * a[3] },
            Variant("perceptron-bias", "of the bias",
                parameters: [
                    .init("b", shape: []),
                    .init("eta", symbols: ["alpha", "lr"], shape: []),
                    .init("y", symbols: ["y_i", "t"], shape: []),
                ],
                result: [],
                sample: [1, 0.1, -1]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2] },
            Variant("batch-mean", "mean over the examples",
                parameters: [
                    .init("theta_j", symbols: ["theta", "w", "w_j"], shape: []),
                    .init("alpha", symbols: ["eta", "lr"], shape: []),
                    .init("h", symbols: ["y_hat", "f", "a", "h_theta"], shape: ["n"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("x", symbols: ["x_j"], shape: ["n"]),
                ],
                result: [],
                sample: [1, 0.1, Tensor([0.5, 0.2]), Tensor([1, 0]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in try a[0] - a[1] * ((a[2] - a[3]) * a[4]).mean() },
            Variant("batch-sum", "sum over the examples",
                parameters: [
                    .init("theta_j", symbols: ["theta", "w", "w_j"], shape: []),
                    .init("alpha", symbols: ["eta", "lr"], shape: []),
                    .init("h", symbols: ["y_hat", "f", "a", "h_theta"], shape: ["n"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("x", symbols: ["x_j"], shape: ["n"]),
                ],
                result: [],
                sample: [1, 0.1, Tensor([0.5, 0.2]), Tensor([1, 0]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in try a[0] - a[1] * ((a[2] - a[3]) * a[4]).sum() },
            Variant("batch-towards", "sum over the examples, towards",
                parameters: [
                    .init("theta_j", symbols: ["theta", "w", "w_j"], shape: []),
                    .init("alpha", symbols: ["eta", "lr"], shape: []),
                    .init("h", symbols: ["y_hat", "f", "a", "h_theta"], shape: ["n"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("x", symbols: ["x_j"], shape: ["n"]),
                ],
                result: [],
                sample: [1, 0.1, Tensor([0.5, 0.2]), Tensor([1, 0]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * ((a[3] - a[2]) * a[4]).sum() },
        ],
        sample: [Tensor([1, 2]), 0.1, 1, 0.5, Tensor([2, 3])],
        stressSamples: [[Tensor([0]), 0.1, 1, 1, Tensor([1e+200])]],
        properties: [.affine, .argument(4, .affine)],
        needsNames: true,
        isOpen: true,
        source: "Widrow and Hoff (1960), Adaptive switching circuits")
}
