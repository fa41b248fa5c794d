import Tensors

extension Implementation {
    static let supportVectorDual = Implementation(
        "support-vector-dual", title: Title("Dual objective of a support vector machine", "支持向量机对偶目标"),
        aliases: ["SVM dual objective", "SVM dual problem", "SVM 对偶问题"],
        topics: ["SVM", "支持向量机", "对偶问题", "dual problem"],
        equation: #"W(\alpha) = \sum_i \alpha_i - \frac{1}{2} \sum_i \sum_j \alpha_i \alpha_j y_i y_j x_i^\top x_j"#,
        parameters: [
            Parameter("alpha", symbols: ["a", "lambda"], shape: ["n"], domain: .nonNegative),
            Parameter("y", symbols: ["t"], shape: ["n"], domain: .signs),
            Parameter("x", symbols: ["X"], shape: ["n", "d"]),
        ],
        result: [],
        variants: [
            Variant("maximum", "to be maximised") { (a) throws(TensorError) in
                try a[0].sum() - 0.5 * (a[0] * a[1]).matmul(a[2]).square().sum()
            },
            Variant("minimum", "to be minimised") { (a) throws(TensorError) in
                try 0.5 * (a[0] * a[1]).matmul(a[2]).square().sum() - a[0].sum()
            },
            Variant("kernel", "with a matrix of kernel values",
                parameters: [.init("alpha", symbols: ["a", "lambda"], shape: ["n"], domain: .nonNegative), .init("y", symbols: ["t"], shape: ["n"], domain: .signs), .init("K", shape: ["n", "n"])], result: [],
                sample: [Tensor([1, 0.5]), Tensor([1, -1]), .matrix([[2, 1], [1, 3]])]) { (a) throws(TensorError) in
                try a[0].sum() - 0.5 * (a[0] * a[1]).matmul(a[2]).dot(a[0] * a[1])
            },
        ],
        sample: [Tensor([1, 0.5]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]])],
        stressSamples: [[Tensor([0, 0]), Tensor([1, -1]), .matrix([[1], [2]])]],
        properties: [.concave],
        isOpen: true,
        source: "Cortes and Vapnik (1995), Support-vector networks")
}
