import Tensors

extension Implementation {
    static let logisticRegressionGradient = Implementation(
        "logistic-regression-gradient", title: Title("Gradient of logistic regression", "逻辑回归的梯度"),
        aliases: ["logistic regression gradient", "逻辑回归梯度"],
        topics: ["logistic regression", "逻辑回归", "softmax regression", "linear regression"],
        equation: #"\nabla = \frac{1}{n} X^\top (\hat{y} - y)"#,
        parameters: [
            Parameter("X", symbols: ["x"], shape: ["n", "d"]),
            Parameter("y_hat", symbols: ["p", "a", "A", "h"], shape: ["n"]),
            Parameter("y", symbols: ["t", "Y"], shape: ["n"]),
        ],
        result: ["d"],
        variants: [
            Variant("mean", "mean over the examples") { (a) throws(TensorError) in try (a[1] - a[2]).matmul(a[0]) / Tensor(Double(max(a[1].count, 1))) },
            Variant("sum", "sum over the examples") { (a) throws(TensorError) in try (a[1] - a[2]).matmul(a[0]) },
        ],
        sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([0.2, 0.5, 0.9]), Tensor([0, 1, 1])],
        stressSamples: [[.matrix([[1e200, 0], [0, 1]]), Tensor([1, 0.5]), Tensor([1, 0])]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .affine)],
        isOpen: true,
        source: "Cox (1958), The regression analysis of binary sequences")
}
