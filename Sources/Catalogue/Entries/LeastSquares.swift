import DeepLearning
import Tensors

extension Implementation {
    static let leastSquares = Implementation(
        "least-squares", title: Title("Least squares", "最小二乘法"),
        aliases: [
            "normal equation", "ordinary least squares", "OLS", "closed-form linear regression",
            "linear regression closed form", "最小二乘", "正规方程", "线性回归的解析解", "线性回归解析解", "线性回归闭式解",
        ],
        topics: ["回归", "regression", "解析解", "closed form", "MLE", "最大似然", "linear regression", "线性回归", "最小二乘", "normal equation", "正规方程", "ordinary least squares"],
        equation: #"w^* = (X^\top X)^{-1} X^\top y"#,
        parameters: [
            Parameter("X", shape: ["n", "d"], domain: .fullColumnRank),
            Parameter("y", shape: ["n"]),
        ],
        result: ["d"],
        variants: [
            Variant("standard", "by the normal equations") { (a) throws(TensorError) in
                try DeepLearning.leastSquares(a[0], a[1])
            },
            Variant("columns", "a column for each example: (X Xᵀ)⁻¹ X y",
                parameters: [.init("X", shape: ["d", "n"], domain: .fullRowRank), .init("y", shape: ["n"])],
                sample: [.matrix([[1, 1, 1], [1, 2, 3]]), Tensor([1, 3, 4])]) { (a) throws(TensorError) in
                try DeepLearning.leastSquares(a[0].matrixTransposed(), a[1])
            },
            Variant("responses", "a column for each response",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
                    .init("Y", symbols: ["y", "T", "B"], shape: ["n", "k"]),
                ],
                result: ["d", "k"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), .matrix([[1, 0], [3, 1], [4, 1]])]
            ) { (a) throws(TensorError) in
                // Of a square matrix it is the inverse.
                guard let rows = a[0].shape.first, let columns = a[0].shape.last, rows > columns else {
                    throw .invalidArgument("needs more rows than columns", operation: "least-squares")
                }
                return try a[0].matrixTransposed().matmul(a[0]).inverse().matmul(a[0].matrixTransposed()).matmul(a[1])
            },
            Variant("weighted", "weights for the examples",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
                    .init("W", symbols: ["Omega"], shape: ["n", "n"], domain: .positiveDefinite),
                    .init("y", symbols: ["Y", "t", "b"], shape: ["n"]),
                ],
                result: ["d"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), .matrix([[1, 0, 0], [0, 2, 0], [0, 0, 3]]), Tensor([1, 3, 4])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]).matmul(a[0]).inverse().matmul(a[0].matrixTransposed()).matmul(a[1]).matmul(a[2]) },
            Variant("weighted-responses", "weights for the examples, a column for each response",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"], domain: .fullColumnRank),
                    .init("W", symbols: ["Omega"], shape: ["n", "n"], domain: .positiveDefinite),
                    .init("Y", symbols: ["y"], shape: ["n", "k"]),
                ],
                result: ["d", "k"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), .matrix([[1, 0, 0], [0, 2, 0], [0, 0, 3]]), .matrix([[1, 0], [3, 1], [4, 1]])]
            ) { (a) throws(TensorError) in
                guard let rows = a[0].shape.first, let columns = a[0].shape.last, rows > columns else {
                    throw .invalidArgument("needs more rows than columns", operation: "least-squares")
                }
                return try a[0].matrixTransposed().matmul(a[1]).matmul(a[0]).inverse().matmul(a[0].matrixTransposed()).matmul(a[1]).matmul(a[2])
            },
        ],
        sample: [.matrix([[1, 1], [1, 2], [1, 3]]), Tensor([1, 3, 4])],
        stressSamples: [[.matrix([[1, 1], [1, 1.01], [1, 1.02]]), Tensor([1, 2, 3])]],
        properties: [.homogeneous(degree: -1), .argument(1, .additive)],
        assumptions: ["X has full column rank"],
        source: "Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes")
}
