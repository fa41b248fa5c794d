import DeepLearning
import Tensors

extension Implementation {
    static let linearRegressionGradient = Implementation(
        "linear-regression-gradient", title: Title("Gradient of linear regression", "线性回归的梯度"),
        aliases: ["least squares gradient", "线性回归梯度", "最小二乘梯度"],
        topics: ["linear regression", "线性回归", "gradient descent", "梯度下降"],
        equation: #"\nabla_w L = \frac{1}{n} X^\top (X w - y)"#,
        parameters: [
            Parameter("X", shape: ["n", "d"]),
            Parameter("w", shape: ["d"]),
            Parameter("y", shape: ["n"]),
        ],
        result: ["d"],
        variants: [
            Variant("mean", "of half the mean squared error") { (a) throws(TensorError) in
                try DeepLearning.linearRegressionGradient(a[0], a[1], a[2])
            },
            Variant("full-mean", "of the mean squared error") { (a) throws(TensorError) in
                try 2 * DeepLearning.linearRegressionGradient(a[0], a[1], a[2])
            },
            Variant("sum", "of half the sum of squared errors") { (a) throws(TensorError) in
                try DeepLearning.linearRegressionGradient(a[0], a[1], a[2]) * Tensor(Double(a[2].count))
            },
            Variant("full-sum", "of the sum of squared errors") { (a) throws(TensorError) in
                try DeepLearning.linearRegressionGradient(a[0], a[1], a[2]) * Tensor(2 * Double(a[2].count))
            },
        ],
        sample: [.matrix([[1, 2], [3, 4], [5, 6]]), Tensor([1, -1]), Tensor([0, 1, 2])],
        stressSamples: [[.matrix([[1e100, 0], [0, 1]]), Tensor([1e-100, 1]), Tensor([0, 0])]],
        properties: [.argument(1, .affine), .argument(2, .affine)],
        source: "Bishop (2006), Pattern recognition and machine learning, 3.1")
}
