import Tensors

extension Implementation {
    static let recurrentLayer = Implementation(
        "recurrent-layer", title: Title("Recurrent layer", "循环层"),
        aliases: ["RNN layer", "recurrent neural network layer", "RNN 隐藏层", "循环神经网络隐藏层"],
        topics: ["RNN", "循环神经网络", "recurrent neural network", "LSTM", "GRU", "门控循环单元", "长短期记忆"],
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
                parameters: [.init("W", symbols: ["W_xh", "W_hx", "W_ih", "W_x", "U"], shape: ["h", "d"]), .init("x", symbols: ["x_t"], shape: ["d"]), .init("U", symbols: ["W_hh", "W_h", "W"], shape: ["h", "h"]), .init("h", symbols: ["h_t-1", "s", "s_t-1"], shape: ["h"]), .init("b", symbols: ["b_h"], default: 0)],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0.1, 0.2]), 0.1]) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4]).tanh() },
            Variant("gate", "a gate of an LSTM or GRU: rows, sigmoid",
                parameters: [
                    .init("X", symbols: ["X_t", "x_t", "x"], shape: ["n", "d"]),
                    .init("W", symbols: ["W_xh", "W_ih", "W_xi", "W_xf", "W_xo", "W_xc", "W_xr", "W_xz"], shape: ["d", "h"]),
                    .init("H", symbols: ["H_t-1", "h_t-1", "h"], shape: ["n", "h"]),
                    .init("U", symbols: ["W_hh", "W_hi", "W_hf", "W_ho", "W_hc", "W_hr", "W_hz"], shape: ["h", "h"]),
                    .init("b", symbols: ["b_h", "b_i", "b_f", "b_o", "b_c", "b_r", "b_z"], default: 0),
                ],
                result: ["n", "h"],
                sample: [.matrix([[1, 2]]), .matrix([[1, 0, 1], [0, 1, 1]]), .matrix([[0.1, 0.2, 0.3]]), .matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), 0.1]) { (a) throws(TensorError) in
                try (a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4]).sigmoid()
            },
            Variant("gate-columns", "a gate of one example",
                parameters: [
                    .init("W", symbols: ["W_f", "W_i", "W_o", "W_z", "W_r", "U"], shape: ["h", "d"]), .init("x", symbols: ["x_t"], shape: ["d"]),
                    .init("U", symbols: ["U_f", "U_i", "U_o", "U_z", "U_r", "W"], shape: ["h", "h"]), .init("h", symbols: ["h_t-1"], shape: ["h"]),
                    .init("b", symbols: ["b_f", "b_i", "b_o", "b_z", "b_r"], default: 0),
                ],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0.1, 0.2]), 0.1]) { (a) throws(TensorError) in
                try (a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4]).sigmoid()
            },
            Variant("reset", "the candidate state of a GRU: the old state is gated first",
                parameters: [
                    .init("X", symbols: ["X_t", "x_t", "x"], shape: ["n", "d"]), .init("W", symbols: ["W_xh"], shape: ["d", "h"]),
                    .init("R", symbols: ["R_t", "r_t"], shape: ["n", "h"]), .init("H", symbols: ["H_t-1", "h_t-1", "h"], shape: ["n", "h"]),
                    .init("U", symbols: ["W_hh"], shape: ["h", "h"]), .init("b", symbols: ["b_h"], default: 0),
                ],
                result: ["n", "h"],
                sample: [
                    .matrix([[1, 2]]), .matrix([[1, 0, 1], [0, 1, 1]]), .matrix([[0.5, 0.2, 0.7]]), .matrix([[0.1, 0.2, 0.3]]),
                    .matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), 0.1,
                ]) { (a) throws(TensorError) in
                try (a[0].matmul(a[1]) + (a[2] * a[3]).matmul(a[4]) + a[5]).tanh()
            },
            Variant("columns-linear", "one example, without the activation",
                parameters: [.init("W", symbols: ["W_xh", "W_hx", "W_ih", "W_x", "U", "V"], shape: ["h", "d"]), .init("x", symbols: ["x_t", "a", "A"], shape: ["d"]), .init("U", symbols: ["W_hh", "W_h", "W"], shape: ["h", "h"]), .init("h", symbols: ["h_t-1", "s", "s_t-1", "a", "A"], shape: ["h"]), .init("b", symbols: ["b_h"], default: 0)],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0.1, 0.2]), 0.1]) { (a) throws(TensorError) in try a[0].matmul(a[1]) + a[2].matmul(a[3]) + a[4] },
            Variant("joined", "a gate over the old state and the input in one vector",
                parameters: [.init("W", symbols: ["W_f", "W_i", "W_o", "W_z", "W_r", "W_u"], shape: ["h", "d"]), .init("x", symbols: ["joined"], shape: ["d"]), .init("b", symbols: ["b_f", "b_i", "b_o", "b_z", "b_r", "b_u"], default: 0)],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), 0.1]) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).sigmoid() },
            Variant("joined-state", "the candidate state over the old state and the input in one vector",
                parameters: [.init("W", symbols: ["W_c", "W_C", "W_h", "W_g"], shape: ["h", "d"]), .init("x", symbols: ["joined"], shape: ["d"]), .init("b", symbols: ["b_c", "b_C", "b_h", "b_g"], default: 0)],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), 0.1]) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).tanh() },
            Variant("reset-columns", "the candidate state of a GRU for one example",
                parameters: [
                    .init("W", symbols: ["W_h", "W_xh", "U"], shape: ["h", "d"]), .init("x", symbols: ["x_t"], shape: ["d"]), .init("U", symbols: ["U_h", "W_hh", "W"], shape: ["h", "h"]),
                    .init("r", symbols: ["r_t"], shape: ["h"]), .init("h", symbols: ["h_t-1"], shape: ["h"]), .init("b", symbols: ["b_h"], default: 0),
                ],
                result: ["h"],
                sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0.5, 0.5]), Tensor([0.1, 0.2]), 0.1]) { (a) throws(TensorError) in
                try (a[0].matmul(a[1]) + a[2].matmul(a[3] * a[4]) + a[5]).tanh()
            },
        ],
        sample: [.matrix([[1, 2]]), .matrix([[1, 0, 1], [0, 1, 1]]), .matrix([[0.1, 0.2, 0.3]]), .matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), 0.1],
        stressSamples: [
            [.matrix([[1000, 0]]), .matrix([[1, -1], [0, 0]]), .matrix([[0, 1e-8]]), .matrix([[1, 0], [0, 1]]), 0],
        ],
        properties: [.bounded(-1, 1)],
        isOpen: true,
        source: "Elman (1990), Finding structure in time")
}
