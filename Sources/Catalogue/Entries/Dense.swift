import DeepLearning
import Tensors

extension Implementation {
    static let dense = Implementation(
        "dense", title: Title("Dense layer", "全连接层"),
        aliases: [
            "fully connected layer", "linear layer", "affine layer", "affine transformation", "稠密层", "线性层",
            "仿射变换", "仿射层",
        ],
        topics: ["neural network", "反向传播", "backpropagation", "前向传播", "forward propagation", "深度学习", "deep learning", "感知机", "perceptron", "hidden layer", "隐藏层", "激活函数", "activation function", "feedforward", "forward pass", "gradient", "梯度", "backward", "layer", "逻辑回归", "logistic regression", "Logistic", 
            "linear layer", "softmax regression", "fully connected", "全连接层", "线性层", "全连接", "MLP", "多层感知机", "神经网络",
        ],
        equation: #"y = W x + b"#,
        parameters: [
            Parameter("x", symbols: ["h", "a", "z", "s", "v", "o", "y"], shape: ["d"]),
            Parameter("W", symbols: ["w", "U", "V", "theta", "Theta"], shape: ["q", "d"]),
            Parameter("b", shape: ["q"]),
        ],
        result: ["q"],
        variants: [
            Variant("single", "one example: W x + b") { (a) throws(TensorError) in
                try DeepLearning.dense(a[0], weight: a[1], bias: a[2])
            },
            Variant("batch", "rows of a batch: X W + b",
                parameters: [.init("X", symbols: ["X_t", "H", "A", "H_t", "x", "a", "h"], shape: ["n", "d"]), .init("W", symbols: ["w", "U", "V"], shape: ["d", "q"]), .init("b", shape: ["q"])], result: ["n", "q"],
                sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0, 1], [0, 1, -1]]), Tensor([0.5, 0, 0])]) { (a) throws(TensorError) in
                try DeepLearning.dense(a[0], weight: DeepLearning.transpose(a[1]), bias: a[2])
            },
            Variant("batch-transposed", "rows of a batch: X Wᵀ + b",
                parameters: [.init("X", symbols: ["X_t", "H", "A", "H_t", "x", "a", "h"], shape: ["n", "d"]), .init("W", symbols: ["w", "U", "V"], shape: ["q", "d"]), .init("b", shape: ["q"])], result: ["n", "q"],
                sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0], [0, 1], [1, -1]]), Tensor([0.5, 0, 0])]) { (a) throws(TensorError) in
                try DeepLearning.dense(a[0], weight: a[1], bias: a[2])
            },
            Variant("columns", "columns of a batch: W X + b",
                parameters: [
                    .init("X", symbols: ["A", "H", "Z"], shape: ["d", "n"]), .init("W", symbols: ["w"], shape: ["q", "d"]), .init("b", shape: ["q", "n"]),
                ],
                result: ["q", "n"],
                sample: [.matrix([[1, 3], [2, 4]]), .matrix([[1, 0], [0, 1], [1, -1]]), .matrix([[0.5, 0.5], [0, 0], [0, 0]])]) { (a) throws(TensorError) in
                try a[1].matmul(a[0]) + a[2]
            },
            Variant("columns-vector", "columns of a batch, one bias for each row: W X + b",
                parameters: [
                    .init("X", symbols: ["A", "H", "Z"], shape: ["d", "n"]), .init("W", symbols: ["w"], shape: ["q", "d"]), .init("b", shape: ["q"]),
                ],
                result: ["q", "n"],
                sample: [.matrix([[1, 3], [2, 4]]), .matrix([[1, 0], [0, 1], [1, -1]]), Tensor([0.5, 0, 0])]) { (a) throws(TensorError) in
                try a[1].matmul(a[0]) + a[2].reshaped([a[2].count, 1])
            },
            Variant("row", "one example as a row: x W + b",
                parameters: [
                    .init("x", symbols: ["h", "a", "z", "s", "v", "o", "y", "X"], shape: ["d"]),
                    .init("W", symbols: ["w", "U", "V"], shape: ["d", "q"]),
                    .init("b", shape: ["q"]),
                ],
                result: ["q"],
                sample: [Tensor([1, 2]), .matrix([[1, 0, 1], [0, 1, -1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) + a[2] },
            Variant("plain", "one example without a bias: W x",
                parameters: [
                    .init("W", symbols: ["U", "V"], shape: ["q", "d"]),
                    .init("x", symbols: ["h", "a", "z", "s", "v", "o"], shape: ["d"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 0], [0, 1], [1, -1]]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) },
        ],
        sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1], [1, -1]]), Tensor([0.5, 0, 0])],
        stressSamples: [[Tensor([1e100, 0]), .matrix([[1e100, 1], [0, 1]]), Tensor([1, 0])]],
        properties: [.affine, .argument(1, .affine), .argument(2, .affine)],
        source: "Rosenblatt (1958), The perceptron")
}
