import DeepLearning
import Tensors

extension Implementation {
    static let matrixProduct = Implementation(
        "matrix-product", title: Title("Matrix product", "矩阵乘积"),
        aliases: ["matrix multiplication", "matmul", "matrix-matrix multiplication", "矩阵乘法", "矩阵-矩阵乘法", "矩阵相乘"],
        topics: ["线性代数", "linear algebra", "矩阵乘法"],
        equation: #"(A B)_{ij} = \sum_{l=1}^{k} a_{il} b_{lj}"#,
        parameters: [
            Parameter("A", symbols: ["X", "W"], shape: ["m", "k"]),
            Parameter("B", symbols: ["Y", "W"], shape: ["k", "n"]),
        ],
        result: ["m", "n"],
        variants: [
            Variant("standard", "row times column") { (a) throws(TensorError) in
                try DeepLearning.matrixProduct(a[0], a[1])
            },
        ],
        sample: [.matrix([[1, 2], [3, 4]]), .matrix([[1, 0, 2], [0, 1, -1]])],
        stressSamples: [[.matrix([[1e200, 1e200]]), .matrix([[1e200], [1e200]])]],
        properties: [.additive, .homogeneous(degree: 1)],
        source: "Cayley (1858), A memoir on the theory of matrices")
}
