import DeepLearning
import Tensors

extension Implementation {
    static let ridgeRegression = Implementation(
        "ridge-regression", title: Title("Ridge regression", "岭回归"),
        aliases: ["Tikhonov regularization", "L2-regularized least squares", "岭回归解析解", "吉洪诺夫正则化"],
        topics: ["ridge", "岭回归", "正则化", "regularization", "最小二乘", "线性回归"],
        equation: #"w^* = (X^\top X + \lambda I)^{-1} X^\top y"#,
        parameters: [
            Parameter("X", shape: ["n", "d"]),
            Parameter("y", shape: ["n"]),
            Parameter("lambda", symbols: ["alpha"], shape: .scalar, domain: .positive),
        ],
        result: ["d"],
        variants: [
            Variant("standard", "by the normal equations") { (a) throws(TensorError) in
                try DeepLearning.ridgeRegression(a[0], a[1], lambda: a[2])
            },
            Variant("columns", "a column for each example: (X Xᵀ + λ I)⁻¹ X y",
                parameters: [.init("X", shape: ["d", "n"]), .init("y", shape: ["n"]), .init("lambda", symbols: ["alpha"], shape: .scalar, domain: .positive)],
                sample: [.matrix([[1, 1, 1], [1, 2, 3]]), Tensor([1, 3, 4]), 0.1]) { (a) throws(TensorError) in
                try DeepLearning.ridgeRegression(a[0].matrixTransposed(), a[1], lambda: a[2])
            },
            Variant("responses", "a column for each response",
                parameters: [
                    .init("X", symbols: ["A", "Phi"], shape: ["n", "d"]),
                    .init("Y", symbols: ["y"], shape: ["n", "k"]),
                    .init("lambda", symbols: ["alpha"], shape: [], domain: .positive),
                ],
                result: ["d", "k"],
                sample: [.matrix([[1, 1], [1, 2], [1, 3]]), .matrix([[1, 0], [3, 1], [4, 1]]), 0.5]
            ) { (a) throws(TensorError) in try (a[0].matrixTransposed().matmul(a[0]) + a[2] * Tensor.eye(a[0].shape.last ?? 0)).inverse().matmul(a[0].matrixTransposed()).matmul(a[1]) },
        ],
        sample: [.matrix([[1, 1], [1, 2], [1, 3]]), Tensor([1, 3, 4]), 0.1],
        stressSamples: [[.matrix([[1, 1], [1, 1]]), Tensor([1, 2]), 1e-6]],
        properties: [.argument(1, .additive), .argument(1, .homogeneous(degree: 1))],
        source: "Hoerl and Kennard (1970), Ridge regression: biased estimation for nonorthogonal problems")
}
