import Tensors

extension Implementation {
    static let twoByTwoEigenvalues = Implementation(
        "two-by-two-eigenvalues", title: Title("Eigenvalues of a two by two matrix", "二阶矩阵的特征值"),
        aliases: ["eigenvalues from trace and determinant", "二阶方阵的特征值", "由迹和行列式求特征值"],
        topics: ["eigenvalue", "特征值", "eigenvalues", "trace", "迹", "determinant", "行列式", "matrix", "矩阵"],
        equation: #"\lambda = \frac{\operatorname{tr} A + \sqrt{(\operatorname{tr} A)^2 - 4 \det A}}{2}"#,
        parameters: [
            Parameter("A", symbols: ["M", "S"], shape: ["2", "2"], domain: .symmetric),
        ],
        result: [],
        variants: [
            Variant("larger", "the larger one") { (a) throws(TensorError) in try (a[0].trace() + (a[0].trace().square() - 4 * a[0].determinant()).sqrt()) / 2 },
            Variant("smaller", "the smaller one",
                parameters: [
                    .init("A", symbols: ["M", "S"], shape: ["2", "2"], domain: .symmetric),
                ],
                result: [],
                sample: [.matrix([[2, 1], [1, 2]])]
            ) { (a) throws(TensorError) in try (a[0].trace() - (a[0].trace().square() - 4 * a[0].determinant()).sqrt()) / 2 },
            Variant("larger-given", "the larger one, trace and determinant given",
                parameters: [
                    .init("t", symbols: ["tau", "T", "tr"], shape: [], domain: .interval(3, 5)),
                    .init("d", symbols: ["Delta", "D", "det"], shape: [], domain: .interval(0.1, 2)),
                ],
                result: [],
                sample: [4, 3]
            ) { (a) throws(TensorError) in try (a[0] + (a[0].square() - 4 * a[1]).sqrt()) / 2 },
            Variant("smaller-given", "the smaller one, trace and determinant given",
                parameters: [
                    .init("t", symbols: ["tau", "T", "tr"], shape: [], domain: .interval(3, 5)),
                    .init("d", symbols: ["Delta", "D", "det"], shape: [], domain: .interval(0.1, 2)),
                ],
                result: [],
                sample: [4, 3]
            ) { (a) throws(TensorError) in try (a[0] - (a[0].square() - 4 * a[1]).sqrt()) / 2 },
        ],
        sample: [.matrix([[2, 1], [1, 2]])],
        stressSamples: [[.matrix([[0, 0], [0, 0]])]],
        properties: [.transposeInvariant, .homogeneous(degree: 1)],
        needsNames: true,
        isOpen: true,
        source: "Strang (2016), Introduction to linear algebra")
}
