import Tensors

extension Implementation {
    static let layerGradients = Implementation(
        "layer-gradients", title: Title("Gradients of a layer", "全连接层的梯度"),
        aliases: ["backpropagation through a layer", "gradient of a dense layer", "层的反向传播"],
        topics: ["前向传播", "误差项", "BPTT", "链式法则", "chain rule", "dense layer", "全连接", "反向传播", "backpropagation", "backward", "BP", "梯度", "gradient", "神经网络", "neural network"],
        equation: #"dW = \frac{1}{m} dZ A^\top"#,
        parameters: [
            Parameter("dZ", symbols: ["dz", "delta", "Z_tilde"], shape: ["q", "m"]),
            Parameter("A", symbols: ["X", "x", "a"], shape: ["d", "m"]),
        ],
        result: ["q", "d"],
        variants: [
            Variant("weights-mean", "of the weights, mean over the examples in columns") { (a) throws(TensorError) in try a[0].matmul(a[1].matrixTransposed()) / Tensor(Double(a[0].shape.last ?? 1)) },
            Variant("weights", "of the weights") { (a) throws(TensorError) in try a[0].matmul(a[1].matrixTransposed()) },
            Variant("weights-turned", "of one neuron's weights, mean over the examples",
                parameters: [
                    .init("dZ", symbols: ["dz", "delta", "Z_tilde"], shape: ["m"]),
                    .init("A", symbols: ["X", "x", "a"], shape: ["d", "m"]),
                ],
                result: ["d"], sample: [Tensor([1, -1]), .matrix([[1, 2], [0, 1], [1, 1]])]
            ) { (a) throws(TensorError) in try a[1].matmul(a[0]) / Tensor(Double(a[0].count)) },
            Variant("weights-scaled", "of the weights, the number of examples given",
                parameters: [
                    .init("dZ", symbols: ["dz", "delta", "Z_tilde"], shape: ["q", "m"]),
                    .init("A", symbols: ["X", "x", "a"], shape: ["d", "m"]),
                    .init("m", symbols: ["n", "N"], shape: [], domain: .positive),
                ],
                result: ["q", "d"], sample: [.matrix([[1, 2], [0, 1]]), .matrix([[1, 0], [1, 1], [2, 1]]), 2]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1].matrixTransposed()) / a[2] },
            Variant("rows", "of the weights, examples in rows",
                parameters: [
                    .init("A", symbols: ["X", "x", "a", "H"], shape: ["m", "d"]),
                    .init("dZ", symbols: ["dz", "delta", "Z_tilde"], shape: ["m", "q"]),
                ],
                result: ["d", "q"], sample: [.matrix([[1, 0], [2, 1], [0, 1]]), .matrix([[1, 2], [0, 1], [1, 1]])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) },
            Variant("input", "of what came in",
                parameters: [
                    .init("W", symbols: ["w"], shape: ["q", "d"]),
                    .init("dZ", symbols: ["dz", "delta", "Z_tilde"], shape: ["q", "m"]),
                ],
                result: ["d", "m"], sample: [.matrix([[1, 0], [0, 1], [1, 1]]), .matrix([[1], [2], [3]])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) },
            Variant("output", "of the output before its activation: cross-entropy",
                parameters: [
                    .init("A", symbols: ["a", "y_hat"], shape: .any),
                    .init("Y", symbols: ["y"], shape: .any),
                ],
                result: .any, sample: [Tensor([0.5, 0.2]), Tensor([1, 0])]
            ) { (a) throws(TensorError) in try a[0] - a[1] },
            Variant("error", "of a hidden layer before its activation",
                parameters: [
                    .init("W", symbols: ["w"], shape: ["q", "d"]),
                    .init("delta", symbols: ["dZ", "dz", "Z_tilde"], shape: ["q"]),
                    .init("g", symbols: ["s", "f", "phi", "sigma", "h"], shape: ["d"]),
                ],
                result: ["d"],
                sample: [.matrix([[1, 0], [0, 1], [1, 1]]), Tensor([1, 2, 3]), Tensor([0.5, 1])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) * a[2] },
            Variant("error-columns", "the same, examples in columns",
                parameters: [
                    .init("W", symbols: ["w"], shape: ["q", "d"]),
                    .init("delta", symbols: ["dZ", "dz", "Z_tilde"], shape: ["q", "m"]),
                    .init("g", symbols: ["s", "f", "phi", "sigma", "h"], shape: ["d", "m"]),
                ],
                result: ["d", "m"],
                sample: [.matrix([[1, 0], [0, 1], [1, 1]]), .matrix([[1], [2], [3]]), .matrix([[0.5], [1]])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) * a[2] },
            Variant("error-one", "of one unit before its activation",
                parameters: [
                    .init("w", symbols: ["W"], shape: ["q"]),
                    .init("delta", symbols: ["dZ", "dz", "Z_tilde"], shape: ["q"]),
                    .init("g", symbols: ["s", "f", "phi", "sigma", "h"], shape: []),
                ],
                result: [],
                sample: [Tensor([1, 0, 1]), Tensor([1, 2, 3]), 0.5]
            ) { (a) throws(TensorError) in try a[0].dot(a[1]) * a[2] },
        ],
        sample: [.matrix([[1, 2], [0, 1]]), .matrix([[1, 0], [1, 1], [2, 1]])],
        stressSamples: [[.matrix([[0, 1e+200]]), .matrix([[0, 1]])]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating errors")
}
