import Tensors

extension Implementation {
    static let gaussianConditional = Implementation(
        "gaussian-conditional", title: Title("Conditional of a joint Gaussian", "高斯条件分布"),
        aliases: ["conditional Gaussian", "conditional of a multivariate normal", "条件高斯分布", "高斯分布的条件分布"],
        topics: ["Gaussian", "高斯", "normal distribution", "正态分布", "conditional", "条件", "factor analysis", "因子分析", "Gaussian process", "高斯过程", "Kalman", "卡尔曼"],
        equation: #"\mu_{1|2} = \mu_1 + \Sigma_{12} \Sigma_{22}^{-1} (x_2 - \mu_2)"#,
        parameters: [
            Parameter("mu_1", symbols: ["mu_a", "mu_x", "mu_A"], shape: ["d"]),
            Parameter("Sigma_12", symbols: ["Sigma_ab", "Sigma_xy", "Sigma_AB"], shape: ["d", "k"]),
            Parameter("Sigma_22", symbols: ["Sigma_bb", "Sigma_yy", "Sigma_BB"], shape: ["k", "k"], domain: .positiveDefinite),
            Parameter("x_2", symbols: ["x_b", "y", "x_B"], shape: ["k"]),
            Parameter("mu_2", symbols: ["mu_b", "mu_y", "mu_B"], shape: ["k"]),
        ],
        result: ["d"],
        variants: [
            Variant("mean", "of one part, given the other") { (a) throws(TensorError) in try a[0] + a[1].matmul(a[2].inverse()).matmul(a[3] - a[4]) },
            Variant("covariance", "of one part, given the other",
                parameters: [
                    .init("Sigma_11", symbols: ["Sigma_aa", "Sigma_xx", "Sigma_AA"], shape: ["d", "d"]),
                    .init("Sigma_12", symbols: ["Sigma_ab", "Sigma_xy", "Sigma_AB"], shape: ["d", "k"]),
                    .init("Sigma_22", symbols: ["Sigma_bb", "Sigma_yy", "Sigma_BB"], shape: ["k", "k"], domain: .positiveDefinite),
                    .init("Sigma_21", symbols: ["Sigma_ba", "Sigma_yx", "Sigma_BA"], shape: ["k", "d"]),
                ],
                result: ["d", "d"],
                sample: [.matrix([[1]]), .matrix([[0.5]]), .matrix([[2]]), .matrix([[0.5]])]
            ) { (a) throws(TensorError) in try a[0] - a[1].matmul(a[2].inverse()).matmul(a[3]) },
            Variant("covariance-transposed", "of one part, the cross covariance given once",
                parameters: [
                    .init("Sigma_11", symbols: ["Sigma_aa", "Sigma_xx", "Sigma_AA"], shape: ["d", "d"]),
                    .init("Sigma_12", symbols: ["Sigma_ab", "Sigma_xy", "Sigma_AB"], shape: ["d", "k"]),
                    .init("Sigma_22", symbols: ["Sigma_bb", "Sigma_yy", "Sigma_BB"], shape: ["k", "k"], domain: .positiveDefinite),
                ],
                result: ["d", "d"],
                sample: [.matrix([[1]]), .matrix([[0.5]]), .matrix([[2]])]
            ) { (a) throws(TensorError) in try a[0] - a[1].matmul(a[2].inverse()).matmul(a[1].matrixTransposed()) },
            Variant("mean-number", "of one variable, given another",
                parameters: [
                    .init("mu_1", symbols: ["mu_a", "mu_x"], shape: []),
                    .init("Sigma_12", symbols: ["Sigma_ab", "Sigma_xy"], shape: []),
                    .init("Sigma_22", symbols: ["Sigma_bb", "Sigma_yy"], shape: [], domain: .positive),
                    .init("x_2", symbols: ["x_b", "y"], shape: []),
                    .init("mu_2", symbols: ["mu_b", "mu_y"], shape: []),
                ],
                result: [],
                sample: [1, 0.5, 2, 3, 1]
            ) { (a) throws(TensorError) in try a[0] + a[1] / a[2] * (a[3] - a[4]) },
            Variant("covariance-number", "of one variable, given another",
                parameters: [
                    .init("Sigma_11", symbols: ["Sigma_aa", "Sigma_xx"], shape: []),
                    .init("Sigma_12", symbols: ["Sigma_ab", "Sigma_xy"], shape: []),
                    .init("Sigma_22", symbols: ["Sigma_bb", "Sigma_yy"], shape: [], domain: .positive),
                    .init("Sigma_21", symbols: ["Sigma_ba", "Sigma_yx"], shape: []),
                ],
                result: [],
                sample: [1, 0.5, 2, 0.5]
            ) { (a) throws(TensorError) in try a[0] - a[1] / a[2] * a[3] },
            Variant("bivariate", "of one variable by the correlation",
                parameters: [
                    .init("mu_1", symbols: ["mu_X", "mu_x", "mu_Y", "mu_y"], shape: []),
                    .init("rho", symbols: ["r"], shape: [], domain: .interval(-0.9, 0.9)),
                    .init("sigma_1", symbols: ["sigma_X", "sigma_x", "sigma_Y", "sigma_y"], shape: [], domain: .positive),
                    .init("sigma_2", symbols: ["sigma_Y", "sigma_y", "sigma_X", "sigma_x"], shape: [], domain: .positive),
                    .init("x_2", symbols: ["x", "y"], shape: []),
                    .init("mu_2", symbols: ["mu_Y", "mu_y", "mu_X", "mu_x"], shape: []),
                ],
                result: [],
                sample: [1, 0.5, 2, 1, 3, 1]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2] / a[3] * (a[4] - a[5]) },
            Variant("factors", "mean of the factors, given what is seen",
                parameters: [
                    .init("Lambda", symbols: ["W", "L"], shape: ["d", "k"]),
                    .init("Psi", shape: ["d", "d"], domain: .positiveDefinite),
                    .init("x", shape: ["d"]),
                    .init("mu", shape: ["d"]),
                ],
                result: ["k"],
                sample: [.matrix([[1], [2]]), .matrix([[1, 0], [0, 1]]), Tensor([1, 2]), Tensor([0, 1])]
            ) { (a) throws(TensorError) in
                let inner = try a[0].matmul(a[0].matrixTransposed()) + a[1]
                return try a[0].matrixTransposed().matmul(inner.inverse()).matmul(a[2] - a[3])
            },
            Variant("factors-covariance", "covariance of the factors, given what is seen",
                parameters: [
                    .init("Lambda", symbols: ["W", "L"], shape: ["d", "k"]),
                    .init("Psi", shape: ["d", "d"], domain: .positiveDefinite),
                ],
                result: ["k", "k"],
                sample: [.matrix([[1], [2]]), .matrix([[1, 0], [0, 1]])]
            ) { (a) throws(TensorError) in
                let inner = try a[0].matmul(a[0].matrixTransposed()) + a[1]
                return try Tensor.eye(a[0].shape.last ?? 0) - a[0].matrixTransposed().matmul(inner.inverse()).matmul(a[0])
            },
        ],
        sample: [Tensor([1, 0]), .matrix([[0.5], [0.2]]), .matrix([[2]]), Tensor([3]), Tensor([1])],
        stressSamples: [[Tensor([1e+100]), .matrix([[0]]), .matrix([[1]]), Tensor([0]), Tensor([0])]],
        properties: [.affine, .argument(3, .affine)],
        isOpen: true,
        source: "Bishop (2006), Pattern recognition and machine learning")
}
