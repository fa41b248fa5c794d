import Tensors

extension Implementation {
    static let projectionMatrix = Implementation(
        "projection-matrix", title: Title("Projection onto a column space", "投影矩阵"),
        aliases: ["hat matrix", "projection matrix", "帽子矩阵", "正交投影矩阵"],
        topics: ["projection", "投影", "least squares", "最小二乘", "linear regression", "线性回归", "pseudoinverse", "伪逆", "residual", "残差", "OLS", "回归"],
        equation: #"H = X (X^\top X)^{-1} X^\top"#,
        parameters: [
            Parameter("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
        ],
        result: ["n", "n"],
        variants: [
            Variant("hat", "onto the columns") { (a) throws(TensorError) in try tall(a[0]).matmul(a[0].matrixTransposed().matmul(a[0]).inverse()).matmul(a[0].matrixTransposed()) },
            Variant("rest", "onto what is left",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
                ],
                result: ["n", "n"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]])]
            ) { (a) throws(TensorError) in try Tensor.eye(a[0].shape.first ?? 0) - tall(a[0]).matmul(a[0].matrixTransposed().matmul(a[0]).inverse()).matmul(a[0].matrixTransposed()) },
            Variant("pseudoinverse", "what the projection is made with",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
                ],
                result: ["d", "n"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]])]
            ) { (a) throws(TensorError) in try tall(a[0]).matrixTransposed().matmul(a[0]).inverse().matmul(a[0].matrixTransposed()) },
            Variant("line", "onto one direction",
                parameters: [
                    .init("u", symbols: ["a", "v", "x"], shape: ["n"]),
                ],
                result: ["n", "n"],
                sample: [Tensor([1, 2, 3])]
            ) { (a) throws(TensorError) in try a[0].outer(a[0]) / a[0].square().sum() },
            Variant("onto", "a vector onto the columns",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
                    .init("y", symbols: ["b", "v"], shape: ["n"]),
                ],
                result: ["n"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), Tensor([1, 2, 2])]
            ) { (a) throws(TensorError) in try tall(a[0]).matmul(a[0].matrixTransposed().matmul(a[0]).inverse()).matmul(a[0].matrixTransposed()).matmul(a[1]) },
            Variant("covariance", "of the estimates",
                parameters: [
                    .init("X", symbols: ["A"], shape: ["n", "d"], domain: .fullColumnRank),
                    .init("sigma", symbols: ["s", "sigma_hat"], shape: [], domain: .positive),
                ],
                result: ["d", "d"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), 0.5]
            ) { (a) throws(TensorError) in try a[1].square() * tall(a[0]).matrixTransposed().matmul(a[0]).inverse() },
        ],
        sample: [.matrix([[1, 1], [1, 2], [1, 3]])],
        stressSamples: [[.matrix([[1, 0], [1, 1], [1, 2]])]],
        properties: [.homogeneous(degree: 0), .even],
        isOpen: true,
        source: "Strang (2016), Introduction to linear algebra")
}

/// A matrix of more rows than columns: of a square one the projection is the identity, the pseudoinverse the inverse.
private func tall(_ matrix: Tensor) throws(TensorError) -> Tensor {
    guard matrix.shape.count == 2, matrix.shape[0] > matrix.shape[1] else {
        throw .invalidArgument("needs more rows than columns", operation: "projection-matrix")
    }
    return matrix
}
