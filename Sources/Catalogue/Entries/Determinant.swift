import DeepLearning
import Tensors

extension Implementation {
    static let determinant = Implementation(
        "determinant", title: Title("Determinant", "行列式"),
        aliases: ["det", "矩阵的行列式", "矩阵行列式"],
        symbols: ["det"],
        equation: #"\det A = \sum_{\pi} \operatorname{sgn}(\pi) \prod_{i=1}^{n} a_{i \pi(i)}"#,
        parameters: [Parameter("A", symbols: ["X", "B"], shape: ["n", "n"])],
        result: [],
        variants: [
            Variant("standard", "by elimination") { (a) throws(TensorError) in try a[0].determinant() },
        ],
        sample: [.matrix([[2, 1], [1, 3]])],
        stressSamples: [[.matrix([[1, 2], [2, 4]])]],
        properties: [.transposeInvariant],
        source: "Golub and Van Loan (2013), Matrix computations, 3.2")
}
