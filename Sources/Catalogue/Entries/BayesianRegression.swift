import Tensors

extension Implementation {
    static let bayesianRegression = Implementation(
        "bayesian-regression", title: Title("Posterior of a linear regression", "贝叶斯线性回归的后验"),
        aliases: ["Bayesian linear regression posterior", "贝叶斯线性回归后验", "线性回归的后验分布"],
        topics: ["Bayesian linear regression", "贝叶斯线性回归", "贝叶斯回归", "Bayesian regression", "posterior", "后验", "Gaussian process", "高斯过程"],
        equation: #"m = \mu + \Sigma X^\top (X \Sigma X^\top + \sigma^2 I)^{-1} (y - X \mu)"#,
        parameters: [
            Parameter("X", symbols: ["Phi", "A"], shape: ["n", "d"]),
            Parameter("Sigma", symbols: ["S_0", "Sigma_0", "Sigma_p", "V_0"], shape: ["d", "d"], domain: .positiveDefinite),
            Parameter("mu", symbols: ["m_0", "mu_0", "w_0"], shape: ["d"]),
            Parameter("y", symbols: ["t", "f"], shape: ["n"]),
            Parameter("sigma", symbols: ["sigma_n", "sigma_y"], shape: [], domain: .positive),
        ],
        result: ["d"],
        variants: [
            Variant("mean", "of the weights") { (a) throws(TensorError) in
                let cross = try a[1].matmul(a[0].matrixTransposed())
                let inner = try a[0].matmul(cross) + a[4].square() * Tensor.eye(a[0].shape.first ?? 0)
                return try a[2] + cross.matmul(inner.inverse()).matmul(a[3] - a[0].matmul(a[2]))
            },
            Variant("covariance", "of the weights",
                parameters: [
                    .init("X", symbols: ["Phi", "A"], shape: ["n", "d"]),
                    .init("Sigma", symbols: ["S_0", "Sigma_0", "Sigma_p", "V_0"], shape: ["d", "d"], domain: .positiveDefinite),
                    .init("sigma", symbols: ["sigma_n", "sigma_y"], shape: [], domain: .positive),
                ],
                result: ["d", "d"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), .matrix([[1, 0], [0, 2]]), 0.5]
            ) { (a) throws(TensorError) in
                let cross = try a[1].matmul(a[0].matrixTransposed())
                let inner = try a[0].matmul(cross) + a[2].square() * Tensor.eye(a[0].shape.first ?? 0)
                return try a[1] - cross.matmul(inner.inverse()).matmul(a[0]).matmul(a[1])
            },
            Variant("mean-precision", "of the weights, the covariance given",
                parameters: [
                    .init("S_N", symbols: ["S", "Sigma_N", "V_N", "A"], shape: ["d", "d"]),
                    .init("beta", shape: []),
                    .init("Phi", symbols: ["X"], shape: ["n", "d"]),
                    .init("t", symbols: ["y"], shape: ["n"]),
                ],
                result: ["d"],
                sample: [.matrix([[1, 0], [0, 2]]), 2, .matrix([[1, 1], [1, 2], [1, 3]]), Tensor([1, 2, 2])]
            ) { (a) throws(TensorError) in try a[1] * a[0].matmul(a[2].matrixTransposed()).matmul(a[3]) },
            Variant("precision", "inverse covariance of the weights",
                parameters: [
                    .init("alpha", symbols: ["lambda"], shape: [], domain: .positive),
                    .init("beta", shape: [], domain: .positive),
                    .init("Phi", symbols: ["X"], shape: ["n", "d"]),
                ],
                result: ["d", "d"],
                sample: [1, 2, .matrix([[1, 1], [1, 2], [1, 3]])]
            ) { (a) throws(TensorError) in try a[0] * Tensor.eye(a[2].shape.last ?? 0) + a[1] * a[2].matrixTransposed().matmul(a[2]) },
            Variant("mean-combined", "of the weights, prior and data by their precisions",
                parameters: [
                    .init("S_N", symbols: ["S", "Sigma_N"], shape: ["d", "d"]),
                    .init("P", symbols: ["S^-1_0"], shape: ["d", "d"]),
                    .init("m_0", symbols: ["mu_0"], shape: ["d"]),
                    .init("beta", shape: []),
                    .init("Phi", symbols: ["X"], shape: ["n", "d"]),
                    .init("t", symbols: ["y"], shape: ["n"]),
                ],
                result: ["d"],
                sample: [.matrix([[1, 0], [0, 2]]), .matrix([[1, 0], [0, 2]]), Tensor([0, 1]), 2, .matrix([[1, 1], [1, 2], [1, 3]]), Tensor([1, 2, 2])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1].matmul(a[2]) + a[3] * a[4].matrixTransposed().matmul(a[5])) },
        ],
        sample: [.matrix([[1, 1], [1, 2], [1, 3]]), .matrix([[1, 0], [0, 2]]), Tensor([0, 1]), Tensor([1, 2, 2]), 0.5],
        stressSamples: [[.matrix([[0, 1], [1, 0]]), .matrix([[1, 0], [0, 1]]), Tensor([0, 0]), Tensor([1, -1]), 1]],
        properties: [.argument(3, .affine), .argument(2, .affine)],
        isOpen: true,
        source: "Bishop (2006), Pattern recognition and machine learning")
}
