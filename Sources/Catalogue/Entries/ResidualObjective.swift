import Tensors

extension Implementation {
    static let residualObjective = Implementation(
        "residual-objective", title: Title("Penalised least squares", "带惩罚的最小二乘"),
        aliases: ["ridge objective", "lasso objective", "elastic net objective", "岭回归目标函数", "LASSO 目标函数", "岭回归损失"],
        topics: ["ridge", "岭回归", "lasso", "LASSO", "正则化", "regularization", "弹性网", "elastic net", "线性回归"],
        equation: #"J = \|y - X w\|^2 + \lambda \|w\|^2"#,
        parameters: [
            Parameter("X", symbols: ["A", "Phi", "Z"], shape: ["n", "d"]),
            Parameter("w", symbols: ["beta", "theta", "x", "B", "b"], shape: ["d"]),
            Parameter("y", symbols: ["t", "b", "Y"], shape: ["n"]),
            Parameter("lambda", symbols: ["alpha", "mu"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("ridge", "squares of the weights") { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().sum() + a[3] * a[1].square().sum() },
            Variant("ridge-half", "half of both") { (a) throws(TensorError) in try 0.5 * (a[2] - a[0].matmul(a[1])).square().sum() + 0.5 * a[3] * a[1].square().sum() },
            Variant("ridge-mean", "mean of the squares") { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().mean() + a[3] * a[1].square().sum() },
            Variant("ridge-half-columns", "half of both, examples in columns",
                parameters: [
                    .init("X", symbols: ["A"], shape: ["d", "n"]),
                    .init("w", symbols: ["beta", "theta"], shape: ["d"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("lambda", symbols: ["alpha"], shape: [], domain: .positive),
                ],
                sample: [.matrix([[1, 2], [0, 1]]), Tensor([1, -1]), Tensor([1, 2]), 0.5]
            ) { (a) throws(TensorError) in try 0.5 * (a[2] - a[0].matrixTransposed().matmul(a[1])).square().sum() + 0.5 * a[3] * a[1].square().sum() },
            Variant("lasso", "magnitudes of the weights") { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().sum() + a[3] * a[1].abs().sum() },
            Variant("lasso-half", "half of the squares") { (a) throws(TensorError) in try 0.5 * (a[2] - a[0].matmul(a[1])).square().sum() + a[3] * a[1].abs().sum() },
            Variant("lasso-mean", "half of the mean of the squares") { (a) throws(TensorError) in try 0.5 * (a[2] - a[0].matmul(a[1])).square().mean() + a[3] * a[1].abs().sum() },
            Variant("plain", "without a penalty",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"]),
                    .init("w", symbols: ["beta", "theta", "x", "B"], shape: ["d"]),
                    .init("y", symbols: ["t", "b", "Y"], shape: ["n"]),
                ],
                sample: [.matrix([[1, 2], [0, 1]]), Tensor([1, -1]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().sum() },
            Variant("plain-half-columns", "half of the squares, examples in columns",
                parameters: [
                    .init("X", symbols: ["A"], shape: ["d", "n"]),
                    .init("w", symbols: ["beta", "theta"], shape: ["d"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                ],
                sample: [.matrix([[1, 2], [0, 1]]), Tensor([1, -1]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try 0.5 * (a[2] - a[0].matrixTransposed().matmul(a[1])).square().sum() },
            Variant("elastic", "both penalties",
                parameters: [
                    .init("X", symbols: ["A"], shape: ["n", "d"]),
                    .init("w", symbols: ["beta", "theta"], shape: ["d"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("lambda_1", symbols: ["lambda", "alpha"], shape: [], domain: .positive),
                    .init("lambda_2", symbols: ["mu", "beta"], shape: [], domain: .positive),
                ],
                sample: [.matrix([[1, 2], [0, 1]]), Tensor([1, -1]), Tensor([1, 2]), 0.5, 0.1]
            ) { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().sum() + a[3] * a[1].abs().sum() + a[4] * a[1].square().sum() },
            Variant("plain-responses", "without a penalty, a column for each response",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"]),
                    .init("B", symbols: ["W", "beta", "Theta"], shape: ["d", "k"]),
                    .init("Y", symbols: ["T", "y"], shape: ["n", "k"]),
                ],
                result: [],
                sample: [.matrix([[1, 2], [0, 1]]), .matrix([[1], [-1]]), .matrix([[1], [2]])]
            ) { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().sum() },
            Variant("ridge-responses", "squares of the weights, a column for each response",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"]),
                    .init("B", symbols: ["W", "beta", "Theta"], shape: ["d", "k"]),
                    .init("Y", symbols: ["T", "y"], shape: ["n", "k"]),
                    .init("lambda", symbols: ["alpha", "mu"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [.matrix([[1, 2], [0, 1]]), .matrix([[1], [-1]]), .matrix([[1], [2]]), 0.5]
            ) { (a) throws(TensorError) in try (a[2] - a[0].matmul(a[1])).square().sum() + a[3] * a[1].square().sum() },
        ],
        sample: [.matrix([[1, 2], [0, 1]]), Tensor([1, -1]), Tensor([1, 2]), 0.5],
        stressSamples: [[.matrix([[0, 0]]), Tensor([1e+100, 0]), Tensor([0]), 1]],
        properties: [.convex],
        isOpen: true,
        source: "Hoerl and Kennard (1970), Ridge regression; Tibshirani (1996)")
}
