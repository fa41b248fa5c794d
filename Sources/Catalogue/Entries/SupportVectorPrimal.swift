import Tensors

extension Implementation {
    static let supportVectorPrimal = Implementation(
        "support-vector-primal", title: Title("Objective of a support vector machine", "支持向量机原始目标"),
        aliases: ["SVM primal objective", "SVM Lagrangian", "SVM 拉格朗日函数", "软间隔目标函数"],
        topics: ["SVM", "支持向量机", "support vector machine", "间隔", "margin", "soft margin", "软间隔"],
        equation: #"L = \frac{1}{2} \|w\|^2 + \sum_{i} \alpha_i (1 - y_i (w^\top x_i + b))"#,
        parameters: [
            Parameter("w", symbols: ["theta"], shape: ["d"]),
            Parameter("alpha", symbols: ["a", "lambda", "mu"], shape: ["n"], domain: .nonNegative),
            Parameter("y", symbols: ["t"], shape: ["n"], domain: .signs),
            Parameter("x", symbols: ["X"], shape: ["n", "d"]),
            Parameter("b", symbols: ["w_0", "beta"], shape: []),
        ],
        result: [],
        variants: [
            Variant("lagrangian", "with multipliers of the constraints") { (a) throws(TensorError) in try 0.5 * a[0].square().sum() + (a[1] * (1 - a[2] * (a[3].matmul(a[0]) + a[4]))).sum() },
            Variant("hinge", "with the hinge loss",
                parameters: [
                    .init("w", symbols: ["theta"], shape: ["d"]),
                    .init("C", symbols: ["lambda"], shape: [], domain: .positive),
                    .init("y", symbols: ["t"], shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("b", symbols: ["w_0"], shape: []),
                ],
                sample: [Tensor([1, -1]), 1, Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5]
            ) { (a) throws(TensorError) in try 0.5 * a[0].square().sum() + a[1] * Tensor.maximum(0, 1 - a[2] * (a[3].matmul(a[0]) + a[4])).sum() },
            Variant("slack", "with slack variables",
                parameters: [
                    .init("w", symbols: ["theta"], shape: ["d"]),
                    .init("C", shape: [], domain: .positive),
                    .init("xi", shape: ["n"], domain: .nonNegative),
                ],
                sample: [Tensor([1, -1]), 1, Tensor([0.5, 0])]
            ) { (a) throws(TensorError) in try 0.5 * a[0].square().sum() + a[1] * a[2].sum() },
            Variant("hinge-mean", "mean of the hinge losses",
                parameters: [
                    .init("w", shape: ["d"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("b", shape: []),
                ],
                result: [],
                sample: [Tensor([1, -1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5]
            ) { (a) throws(TensorError) in try Tensor.maximum(1 - a[1] * (a[2].matmul(a[0]) + a[3]), 0).mean() },
            Variant("hinge-penalised", "mean of the hinge losses and a penalty",
                parameters: [
                    .init("w", shape: ["d"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("b", shape: []),
                    .init("lambda", symbols: ["alpha", "C"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [Tensor([1, -1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5, 0.1]
            ) { (a) throws(TensorError) in try Tensor.maximum(1 - a[1] * (a[2].matmul(a[0]) + a[3]), 0).mean() + a[4] * a[0].square().sum() },
            Variant("hinge-penalised-half", "mean of the hinge losses and half a penalty",
                parameters: [
                    .init("w", shape: ["d"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("b", shape: []),
                    .init("lambda", symbols: ["alpha", "C"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [Tensor([1, -1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5, 0.1]
            ) { (a) throws(TensorError) in try Tensor.maximum(1 - a[1] * (a[2].matmul(a[0]) + a[3]), 0).mean() + a[4] / 2 * a[0].square().sum() },
            Variant("hinge-sum-penalised", "sum of the hinge losses and a penalty",
                parameters: [
                    .init("w", shape: ["d"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("b", shape: []),
                    .init("lambda", symbols: ["alpha", "C"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [Tensor([1, -1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5, 0.1]
            ) { (a) throws(TensorError) in try Tensor.maximum(1 - a[1] * (a[2].matmul(a[0]) + a[3]), 0).sum() + a[4] * a[0].square().sum() },
            Variant("slack-lagrangian", "Lagrangian with slack",
                parameters: [
                    .init("w", shape: ["d"]),
                    .init("y", shape: ["n"], domain: .signs),
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("b", shape: []),
                    .init("C", shape: [], domain: .positive),
                    .init("xi", symbols: ["zeta"], shape: ["n"], domain: .positive),
                    .init("alpha", symbols: ["a", "lambda"], shape: ["n"], domain: .positive),
                    .init("beta", symbols: ["mu", "r", "gamma", "eta"], shape: ["n"], domain: .positive),
                ],
                result: [],
                sample: [Tensor([1, -1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5, 2, Tensor([0.5, 1]), Tensor([1, 2]), Tensor([0.5, 0.1])]
            ) { (a) throws(TensorError) in
                let margins = try a[1] * (a[2].matmul(a[0]) + a[3])
                return try a[0].square().sum() / 2 + a[4] * a[5].sum() + (a[6] * (1 - a[5] - margins)).sum() - a[7].dot(a[5])
            },
        ],
        sample: [Tensor([1, -1]), Tensor([0.5, 1]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0.5],
        stressSamples: [[Tensor([0, 0]), Tensor([0, 0]), Tensor([1, -1]), .matrix([[1, 2], [0, 1]]), 0]],
        properties: [.convex],
        isOpen: true,
        source: "Cortes and Vapnik (1995), Support-vector networks")
}
