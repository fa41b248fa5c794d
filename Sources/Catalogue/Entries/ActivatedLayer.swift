import DeepLearning
import Tensors

extension Implementation {
    static let activatedLayer = Implementation(
        "activated-layer", title: Title("Layer with its activation", "带激活函数的全连接层"),
        aliases: ["hidden layer output", "layer with activation", "隐藏层输出", "隐藏层的输出"],
        topics: ["神经网络", "neural network", "前向传播", "forward propagation", "隐藏层", "hidden layer", "MLP", "多层感知机", "激活函数", "activation", "深度学习", "deep learning", "layer", "FFN", "前馈", "RNN", "Transformer", "全连接层", "fully connected", "反向传播", "backpropagation", "感知机", "神经元", "neuron"],
        equation: #"h = \sigma(W x + b)"#,
        parameters: [
            Parameter("W", symbols: ["w", "U", "V", "Theta", "theta"], shape: ["q", "d"]),
            Parameter("x", symbols: ["a", "h", "z", "X", "A", "H"], shape: ["d"]),
            Parameter("b", symbols: ["c"], shape: ["q"]),
        ],
        result: ["q"],
        variants: [
            Variant("sigmoid", "sigmoid of W x + b") { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).sigmoid() },
            Variant("sigmoid-rows", "sigmoid of X W + b",
                parameters: [
                    .init("X", symbols: ["H", "A", "x"], shape: ["n", "d"]),
                    .init("W", symbols: ["w", "U", "V"], shape: ["d", "q"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["n", "q"],
                sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0, 1], [0, 1, -1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).sigmoid() },
            Variant("tanh", "hyperbolic tangent of W x + b",
                parameters: [
                    .init("W", symbols: ["w", "U", "V"], shape: ["q", "d"]),
                    .init("x", symbols: ["a", "h", "z", "X"], shape: ["d"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 0], [0, 1], [1, -1]]), Tensor([1, 2]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).tanh() },
            Variant("tanh-rows", "hyperbolic tangent of X W + b",
                parameters: [
                    .init("X", symbols: ["H", "A", "x"], shape: ["n", "d"]),
                    .init("W", symbols: ["w", "U", "V"], shape: ["d", "q"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["n", "q"],
                sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0, 1], [0, 1, -1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).tanh() },
            Variant("relu", "rectified W x + b",
                parameters: [
                    .init("W", symbols: ["w", "U", "V"], shape: ["q", "d"]),
                    .init("x", symbols: ["a", "h", "z", "X"], shape: ["d"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 0], [0, 1], [1, -1]]), Tensor([1, 2]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try Tensor.maximum(a[0].matmul(a[1]) + a[2], 0) },
            Variant("relu-rows", "rectified X W + b",
                parameters: [
                    .init("X", symbols: ["H", "A", "x"], shape: ["n", "d"]),
                    .init("W", symbols: ["w", "U", "V"], shape: ["d", "q"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["n", "q"],
                sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0, 1], [0, 1, -1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try Tensor.maximum(a[0].matmul(a[1]) + a[2], 0) },
            Variant("softmax", "softmax of W x + b",
                parameters: [
                    .init("W", symbols: ["w", "U", "V"], shape: ["q", "d"]),
                    .init("x", symbols: ["a", "h", "z", "X"], shape: ["d"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 0], [0, 1], [1, -1]]), Tensor([1, 2]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try DeepLearning.softmax(a[0].matmul(a[1]) + a[2]) },
            Variant("softmax-rows", "softmax of X W + b",
                parameters: [
                    .init("X", symbols: ["H", "A", "x"], shape: ["n", "d"]),
                    .init("W", symbols: ["w", "U", "V"], shape: ["d", "q"]),
                    .init("b", symbols: ["c"], shape: ["q"]),
                ],
                result: ["n", "q"],
                sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0, 1], [0, 1, -1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try DeepLearning.softmax(a[0].matmul(a[1]) + a[2]) },
        ],
        sample: [.matrix([[1, 0], [0, 1], [1, -1]]), Tensor([1, 2]), Tensor([0.5, 0, 0])],
        stressSamples: [[.matrix([[1e+3, 0]]), Tensor([1, 1]), Tensor([0])]],
        properties: [.bounded(0, 1)],
        needsNames: true,
        isOpen: true,
        source: "Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating errors")
}
