import Tensors

extension Implementation {
    static let covarianceMatrix = Implementation(
        "covariance-matrix", title: Title("Covariance matrix", "协方差矩阵"),
        aliases: ["sample covariance matrix", "样本协方差矩阵"],
        topics: ["PCA", "主成分分析", "covariance", "协方差", "LDA", "散度矩阵"],
        equation: #"\Sigma = \frac{1}{n} \sum_i (x_i - \mu)(x_i - \mu)^\top"#,
        parameters: [
            Parameter("X", symbols: ["x"], shape: ["n", "d"]),
        ],
        result: ["d", "d"],
        variants: [
            Variant("population", "divided by n") { (a) throws(TensorError) in
                let c = try a[0] - a[0].mean(axes: [0])
                return try c.matrixTransposed().matmul(c) / Tensor(Double(max(c.shape.first ?? 1, 1)))
            },
            Variant("sample", "divided by n − 1") { (a) throws(TensorError) in
                let c = try a[0] - a[0].mean(axes: [0])
                return try c.matrixTransposed().matmul(c) / Tensor(Double(max((c.shape.first ?? 2) - 1, 1)))
            },
            Variant("centred", "of centred data") { (a) throws(TensorError) in
                try a[0].matrixTransposed().matmul(a[0]) / Tensor(Double(max(a[0].shape.first ?? 1, 1)))
            },
            Variant("centred-sample", "of centred data, divided by n − 1") { (a) throws(TensorError) in
                try a[0].matrixTransposed().matmul(a[0]) / Tensor(Double(max((a[0].shape.first ?? 2) - 1, 1)))
            },
            Variant("about-mean", "about a given mean",
                parameters: [.init("X", symbols: ["x"], shape: ["n", "d"]), .init("mu", symbols: ["x_bar", "m"], shape: ["d"])],
                sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([1, 2])]) { (a) throws(TensorError) in
                let c = try a[0] - a[1]
                return try c.matrixTransposed().matmul(c) / Tensor(Double(max(c.shape.first ?? 1, 1)))
            },
            Variant("about-mean-sample", "about a given mean, divided by n − 1",
                parameters: [.init("X", symbols: ["x"], shape: ["n", "d"]), .init("mu", symbols: ["x_bar", "m"], shape: ["d"])],
                sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([1, 2])]) { (a) throws(TensorError) in
                let c = try a[0] - a[1]
                return try c.matrixTransposed().matmul(c) / Tensor(Double(max((c.shape.first ?? 2) - 1, 1)))
            },
            Variant("scatter", "not divided",
                parameters: [.init("X", symbols: ["x"], shape: ["n", "d"]), .init("mu", symbols: ["x_bar", "m"], shape: ["d"])],
                sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([1, 2])]) { (a) throws(TensorError) in
                let c = try a[0] - a[1]
                return try c.matrixTransposed().matmul(c)
            },
            Variant("columns", "examples in columns, centred",
                parameters: [
                    .init("X", symbols: ["X_bar", "X_tilde", "Z", "A"], shape: ["d", "n"]),
                ],
                result: ["d", "d"],
                sample: [.matrix([[1, -1, 0], [2, 0, -2]])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[0].matrixTransposed()) / Tensor(Double(max(a[0].shape.last ?? 1, 1))) },
            Variant("columns-sample", "examples in columns, centred, one degree of freedom less",
                parameters: [
                    .init("X", symbols: ["X_bar", "X_tilde", "Z", "A"], shape: ["d", "n"]),
                ],
                result: ["d", "d"],
                sample: [.matrix([[1, -1, 0], [2, 0, -2]])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[0].matrixTransposed()) / Tensor(Double((a[0].shape.last ?? 1) - 1)) },
        ],
        sample: [.matrix([[1, 2], [3, 4], [0, 1]])],
        stressSamples: [[.matrix([[100000001, 1], [100000002, 1], [100000003, 1]])]],
        properties: [.shiftInvariant, .even, .homogeneous(degree: 2)],
        isOpen: true,
        source: "Fisher (1925), Statistical methods for research workers")
}
