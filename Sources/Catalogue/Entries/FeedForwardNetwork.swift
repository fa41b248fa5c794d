import DeepLearning
import Tensors

extension Implementation {
    static let feedForwardNetwork = Implementation(
        "feed-forward-network", title: Title("Feed-forward network", "前馈网络"),
        aliases: ["position-wise feed-forward network", "feedforward block", "前馈神经网络", "逐位前馈网络"],
        topics: ["神经网络", "neural network", "前向传播", "forward propagation", "隐藏层", "hidden layer", "MLP", "多层感知机", "激活函数", "activation", "深度学习", "deep learning", "layer", "FFN", "前馈", "Transformer", "FFN", "CNN", "两层"],
        equation: #"y = \max(0, x W_1 + b_1) W_2 + b_2"#,
        parameters: [
            Parameter("x", symbols: ["X", "H"], shape: ["d"]),
            Parameter("W_1", symbols: ["W^(1)", "W^[1]", "W^1"], shape: ["d", "h"]),
            Parameter("b_1", symbols: ["b^(1)", "b^[1]", "b^1"], shape: ["h"]),
            Parameter("W_2", symbols: ["W^(2)", "W^[2]", "W^2"], shape: ["h", "q"]),
            Parameter("b_2", symbols: ["b^(2)", "b^[2]", "b^2"], shape: ["q"]),
        ],
        result: ["q"],
        variants: [
            Variant("rows", "rectified, examples in rows") { (a) throws(TensorError) in try Tensor.maximum(a[0].matmul(a[1]) + a[2], 0).matmul(a[3]) + a[4] },
            Variant("batch", "rectified, a batch in rows",
                parameters: [
                    .init("X", symbols: ["x", "H"], shape: ["n", "d"]),
                    .init("W_1", symbols: ["W^(1)", "W^[1]"], shape: ["d", "h"]),
                    .init("b_1", symbols: ["b^(1)", "b^[1]"], shape: ["h"]),
                    .init("W_2", symbols: ["W^(2)", "W^[2]"], shape: ["h", "q"]),
                    .init("b_2", symbols: ["b^(2)", "b^[2]"], shape: ["q"]),
                ],
                result: ["n", "q"],
                sample: [.matrix([[1, 2]]), .matrix([[1, 0], [0, 1]]), Tensor([0, -1]), .matrix([[1, 0, 1], [0, 1, 1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try Tensor.maximum(a[0].matmul(a[1]) + a[2], 0).matmul(a[3]) + a[4] },
            Variant("plain", "rectified, without biases",
                parameters: [
                    .init("W_2", symbols: ["W^(2)", "W^[2]", "V"], shape: ["q", "h"]),
                    .init("W_1", symbols: ["W^(1)", "W^[1]", "W"], shape: ["h", "d"]),
                    .init("x", symbols: ["X"], shape: ["d"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 2]]), .matrix([[1, 0], [0, 1]]), Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[0].matmul(Tensor.maximum(a[1].matmul(a[2]), 0)) },
            Variant("plain-three", "three layers, rectified, without biases",
                parameters: [
                    .init("W_3", shape: ["q", "k"]),
                    .init("W_2", shape: ["k", "h"]),
                    .init("W_1", shape: ["h", "d"]),
                    .init("x", symbols: ["X"], shape: ["d"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 2]]), .matrix([[1, 0], [0, 1]]), .matrix([[1, 0], [0, 1]]), Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[0].matmul(Tensor.maximum(a[1].matmul(Tensor.maximum(a[2].matmul(a[3]), 0)), 0)) },
            Variant("sigmoid", "sigmoid between",
                parameters: [
                    .init("W_2", symbols: ["W^(2)", "W^[2]", "V"], shape: ["q", "h"]),
                    .init("W_1", symbols: ["W^(1)", "W^[1]", "W"], shape: ["h", "d"]),
                    .init("x", symbols: ["X"], shape: ["d"]),
                    .init("b_1", symbols: ["b^(1)", "b^[1]", "b"], shape: ["h"]),
                    .init("b_2", symbols: ["b^(2)", "b^[2]", "c"], shape: ["q"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 2]]), .matrix([[1, 0], [0, 1]]), Tensor([1, -1]), Tensor([0, 1]), Tensor([0.5])]
            ) { (a) throws(TensorError) in try a[0].matmul((a[1].matmul(a[2]) + a[3]).sigmoid()) + a[4] },
            Variant("sigmoid-plain", "sigmoid between, without biases",
                parameters: [
                    .init("W_2", symbols: ["W^(2)", "W^[2]", "V"], shape: ["q", "h"]),
                    .init("W_1", symbols: ["W^(1)", "W^[1]", "W"], shape: ["h", "d"]),
                    .init("x", symbols: ["X"], shape: ["d"]),
                ],
                result: ["q"],
                sample: [.matrix([[1, 2]]), .matrix([[1, 0], [0, 1]]), Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1].matmul(a[2]).sigmoid()) },
            Variant("gelu", "GELU between, examples in rows",
                parameters: [
                    .init("x", symbols: ["X", "H"], shape: ["d"]),
                    .init("W_1", symbols: ["W^(1)"], shape: ["d", "h"]),
                    .init("b_1", symbols: ["b^(1)"], shape: ["h"]),
                    .init("W_2", symbols: ["W^(2)"], shape: ["h", "q"]),
                    .init("b_2", symbols: ["b^(2)"], shape: ["q"]),
                ],
                result: ["q"],
                sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0, -1]), .matrix([[1, 0, 1], [0, 1, 1]]), Tensor([0.5, 0, 0])]
            ) { (a) throws(TensorError) in try DeepLearning.gelu(a[0].matmul(a[1]) + a[2]).matmul(a[3]) + a[4] },
        ],
        sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0, -1]), .matrix([[1, 0, 1], [0, 1, 1]]), Tensor([0.5, 0, 0])],
        stressSamples: [[Tensor([1e+100]), .matrix([[0]]), Tensor([1]), .matrix([[1]]), Tensor([0])]],
        properties: [.argument(4, .affine), .argument(3, .affine)],
        needsNames: true,
        isOpen: true,
        source: "Vaswani et al. (2017), Attention is all you need")
}
