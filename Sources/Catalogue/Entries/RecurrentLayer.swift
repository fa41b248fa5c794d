import Tensors

extension Implementation {
    static let recurrentLayer = Implementation(
        "recurrent-layer", title: Title("Recurrent layer", "循环层"),
        aliases: ["RNN layer", "recurrent neural network layer", "RNN 隐藏层"],
        topics: ["RNN", "循环神经网络", "recurrent neural network"],
        equation: #"H_t = \tanh(X_t W_{xh} + H_{t-1} W_{hh} + b_h)"#,
        parameters: [
            Parameter("X", symbols: ["X_t", "x_t", "x"], shape: ["n", "d"]),
            Parameter("W", symbols: ["W_xh", "W_ih"], shape: ["d", "h"]),
            Parameter("H", symbols: ["H_t-1", "h_t-1", "h"], shape: ["n", "h"]),
            Parameter("U", symbols: ["W_hh"], shape: ["h", "h"]),
            Parameter("b", symbols: ["b_h"], default: 0),
        ],
        result: ["n", "h"],
        variants: [
            Variant("rows", "examples in rows, tanh") { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4]).tanh() },
            Variant("linear", "without the activation") { (a) throws(TensorError) in try a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4] },
            Variant("columns", "one example, tanh",
                parameters: [.init("W", symbols: ["W_xh", "W_ih", "W_x"], shape: ["h", "d"]), .init("x", symbols: ["x_t"], shape: ["d"]), .init("U", symbols: ["W_hh", "W_h"], shape: ["h", "h"]), .init("h", symbols: ["h_t-1"], shape: ["h"]), .init("b", symbols: ["b_h"], default: 0)],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0.1, 0.2]), 0.1]) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4]).tanh() },
        ],
        sample: [.matrix([[1, 2]]), .matrix([[1, 0, 1], [0, 1, 1]]), .matrix([[0.1, 0.2, 0.3]]), .matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), 0.1],
        stressSamples: [
            [.matrix([[1000, 0]]), .matrix([[1, -1], [0, 0]]), .matrix([[0, 1e-8]]), .matrix([[1, 0], [0, 1]]), 0],
        ],
        properties: [.bounded(-1, 1)],
        isOpen: true,
        source: "Elman (1990), Finding structure in time")
}
