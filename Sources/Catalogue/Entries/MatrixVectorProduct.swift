import DeepLearning
import Tensors

extension Implementation {
    static let matrixVectorProduct = Implementation(
        "matrix-vector-product", title: Title("Matrix-vector product", "矩阵向量积"),
        aliases: ["matrix vector multiplication", "matvec", "矩阵-向量积", "矩阵与向量的乘积", "矩阵乘向量"],
        topics: ["全连接层", "linear layer", "Xavier", "初始化", "neural network", "神经网络", "隐藏层", "hidden layer", "线性代数", "linear algebra", "矩阵乘法"],
        equation: #"(A x)_i = \sum_{j=1}^{n} a_{ij} x_j"#,
        parameters: [
            Parameter("A", symbols: ["W", "X"], shape: ["m", "n"]),
            Parameter("x", symbols: ["w", "v"], shape: ["n"]),
        ],
        result: ["m"],
        variants: [
            Variant("standard", "row times column") { (a) throws(TensorError) in
                try DeepLearning.matrixVectorProduct(a[0], a[1])
            },
        ],
        sample: [.matrix([[1, 2], [3, 4], [5, 6]]), Tensor([1, -1])],
        stressSamples: [[.matrix([[1e200, 1e200]]), Tensor([1e200, 1e200])]],
        properties: [.additive, .homogeneous(degree: 1)],
        source: "Golub and Van Loan (2013), Matrix computations, 1.1")
}
