import DeepLearning
import Tensors

extension Implementation {
    static let inverse = Implementation(
        "inverse", title: Title("Matrix inverse", "逆矩阵"),
        aliases: ["inverse matrix", "矩阵的逆", "矩阵求逆"],
        equation: #"A^{-1} A = I"#,
        parameters: [Parameter("A", symbols: ["X", "B"], shape: ["n", "n"], domain: .invertible)],
        result: ["n", "n"],
        variants: [
            Variant("standard", "by elimination") { (a) throws(TensorError) in try a[0].inverse() },
        ],
        sample: [.matrix([[2, 1], [1, 3]])],
        stressSamples: [[.matrix([[1, 1], [1, 1.000001]])]],
        properties: [.involution, .odd],
        assumptions: ["A is invertible"],
        source: "Golub and Van Loan (2013), Matrix computations, 3.2")
}
