import DeepLearning
import Tensors

extension Implementation {
    static let linearPrediction = Implementation(
        "linear-prediction", title: Title("Linear model", "线性模型"),
        aliases: ["linear regression model", "linear prediction", "线性回归模型", "线性预测"],
        topics: ["逻辑回归", "logistic regression", "神经网络", "neural network", "感知机", "perceptron", "前向传播", "forward propagation", "SVM", "支持向量机", "regression", "回归", "超平面", "hyperplane", "分类", "classification", "classifier", "神经元", "neuron", "梯度下降", "gradient descent", 
            "归一化", "normalization",
            "线性函数", "linear function", "权重", "weights", "批量归一化", "Batch Norm", "linear regression", "linear model", "线性回归", "线性模型", "single-layer network", "仿射变换", "affine",
        ],
        equation: #"\hat{y} = X w + b"#,
        parameters: [
            Parameter("X", shape: ["n", "d"]),
            Parameter("w", symbols: ["theta", "beta"], shape: ["d"]),
            Parameter("b", shape: .scalar),
        ],
        result: ["n"],
        variants: [
            Variant("batch", "a row for each example") { (a) throws(TensorError) in
                try DeepLearning.linearPrediction(a[0], a[1], a[2])
            },
            Variant("single", "one example: wᵀx + b",
                parameters: [.init("w", symbols: ["theta", "beta", "W", "a"], shape: ["d"]), .init("x", symbols: ["a", "h", "z", "phi"], shape: ["d"]), .init("b", symbols: ["w_0", "b_0", "beta_0", "theta_0"], shape: [])], result: [],
                sample: [Tensor([1, -1]), Tensor([2, 3]), 0.5]) { (a) throws(TensorError) in
                try DeepLearning.dotProduct(a[0], a[1]) + a[2]
            },
            Variant("feature", "examples of one feature: w x + b",
                parameters: [.init("x", symbols: ["a", "h"], shape: .any), .init("w", symbols: ["theta", "k", "m"], shape: []), .init("b", symbols: ["c"], shape: [])], result: .any,
                sample: [Tensor([1, 2]), 3, 0.5]) { (a) throws(TensorError) in
                try a[1] * a[0] + a[2]
            },
            Variant("line", "a line of two coefficients",
                parameters: [
                    .init("beta_0", symbols: ["beta_hat_0", "theta_0", "w_0", "b_0", "b_hat_0", "alpha", "a_hat", "a"], shape: []),
                    .init("beta_1", symbols: ["beta_hat_1", "theta_1", "w_1", "b_1", "b_hat_1", "beta", "b_hat"], shape: []),
                    .init("x", symbols: ["x_i", "X"], shape: .any),
                ],
                result: .any,
                sample: [0.5, 3, Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2] },
            Variant("line-noise", "a line of two coefficients and noise",
                parameters: [
                    .init("beta_0", symbols: ["theta_0", "w_0", "b_0", "alpha"], shape: []),
                    .init("beta_1", symbols: ["theta_1", "w_1", "b_1", "beta"], shape: []),
                    .init("x", symbols: ["x_i", "X"], shape: .any),
                    .init("epsilon", symbols: ["epsilon_i", "e", "e_i", "u", "u_i"], shape: .any),
                ],
                result: .any,
                sample: [0.5, 3, Tensor([1, 2]), Tensor([0.1, -0.1])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2] + a[3] },
            Variant("noise", "rows and noise",
                parameters: [
                    .init("X", symbols: ["A"], shape: ["n", "d"]),
                    .init("beta", symbols: ["w", "theta", "x"], shape: ["d"]),
                    .init("epsilon", symbols: ["e", "u", "n"], shape: ["n"]),
                ],
                result: ["n"],
                sample: [.matrix([[1, 2], [3, 4], [5, 6]]), Tensor([1, -1]), Tensor([0.1, 0, -0.1])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) + a[2] },
        ],
        sample: [.matrix([[1, 2], [3, 4], [5, 6]]), Tensor([1, -1]), 0.5],
        stressSamples: [[.matrix([[1e200, 1e200]]), Tensor([1e200, 1e200]), 0]],
        properties: [.affine, .argument(1, .affine), .argument(2, .affine)],
        source: "Galton (1886), Regression towards mediocrity in hereditary stature")
}
