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
            Variant("two", "of two rows",
                parameters: [
                    .init("a", symbols: ["a_11", "A_11"], shape: []),
                    .init("b", symbols: ["a_12", "A_12"], shape: []),
                    .init("c", symbols: ["a_21", "A_21"], shape: []),
                    .init("d", symbols: ["a_22", "A_22"], shape: []),
                ],
                result: [],
                sample: [1, 2, 3, 4]
            ) { (a) throws(TensorError) in try a[0] * a[3] - a[1] * a[2] },
        ],
        sample: [.matrix([[2, 1], [1, 3]])],
        stressSamples: [[.matrix([[1, 2], [2, 4]])]],
        properties: [.transposeInvariant],
        source: "Golub and Van Loan (2013), Matrix computations, 3.2")
}
