import Tensors

extension Implementation {
    static let supportVectorWeights = Implementation(
        "support-vector-weights", title: Title("Weights of a support vector machine", "支持向量机的权重"),
        aliases: ["SVM weights", "SVM 权重"],
        topics: ["SVM", "支持向量机", "support vector machine", "dual problem", "对偶"],
        equation: #"w = \sum_{i} \alpha_i y_i x_i"#,
        parameters: [
            Parameter("alpha", symbols: ["a", "lambda"], shape: ["n"]),
            Parameter("y", symbols: ["t"], shape: ["n"], domain: .signs),
            Parameter("x", symbols: ["X"], shape: ["n", "d"]),
        ],
        result: ["d"],
        variants: [
            Variant("standard", "sum over the examples") { (a) throws(TensorError) in try (a[0] * a[1]).matmul(a[2]) },
            Variant("kernel", "the decision function with a kernel",
                parameters: [
                    .init("alpha", symbols: ["a", "lambda"], shape: ["n"]),
                    .init("y", symbols: ["t"], shape: ["n"], domain: .signs),
                    .init("K", symbols: ["k", "kappa"], shape: ["n"]),
                    .init("b", shape: []),
                ],
                result: [], sample: [Tensor([0.5, 1]), Tensor([1, -1]), Tensor([0.2, 0.4]), 0.5]
            ) { (a) throws(TensorError) in try (a[0] * a[1] * a[2]).sum() + a[3] },
            Variant("decision", "the decision function",
                parameters: [
                    .init("alpha", symbols: ["a", "lambda"], shape: ["n"]),
                    .init("y", symbols: ["t"], shape: ["n"], domain: .signs),
                    .init("x_i", symbols: ["X", "x", "x_j"], shape: ["n", "d"]),
                    .init("x", symbols: ["z", "x_j"], shape: ["d"]),
                    .init("b", shape: []),
                ],
                result: [], sample: [Tensor([0.5, 1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), Tensor([1, 1]), 0.5]
            ) { (a) throws(TensorError) in try ((a[0] * a[1]).matmul(a[2]) * a[3]).sum() + a[4] },
            Variant("offset", "what is left for the bias",
                parameters: [
                    .init("y_j", symbols: ["y_s", "y_k", "y_i"], shape: []),
                    .init("alpha", symbols: ["a"], shape: ["n"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("x_j", symbols: ["x_s", "x_k", "z"], shape: ["d"]),
                ],
                result: [],
                sample: [1, Tensor([1, 2]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try a[0] - (a[1] * a[2] * a[3].matmul(a[4])).sum() },
            Variant("offset-weights", "the same by the weights",
                parameters: [
                    .init("y_s", symbols: ["y_j", "y_k", "y_i"], shape: []),
                    .init("w", symbols: ["w^*", "w_*"], shape: ["d"]),
                    .init("x_s", symbols: ["x_j", "x_k", "x_i"], shape: ["d"]),
                ],
                result: [],
                sample: [1, Tensor([1, 2]), Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[0] - a[1].dot(a[2]) },
            Variant("numbers", "of one feature",
                parameters: [
                    .init("alpha", symbols: ["a"], shape: ["n"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n"]),
                ],
                result: [],
                sample: [Tensor([1, 2]), Tensor([1, -1]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in try (a[0] * a[1] * a[2]).sum() },
        ],
        sample: [Tensor([0.5, 1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]])],
        stressSamples: [[Tensor([0, 0]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]])]],
        properties: [.additive],
        isOpen: true,
        source: "Cortes and Vapnik (1995), Support-vector networks")
}
