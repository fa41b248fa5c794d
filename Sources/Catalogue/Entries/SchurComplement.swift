import Tensors

extension Implementation {
    static let schurComplement = Implementation(
        "schur-complement", title: Title("Schur complement", "舒尔补"),
        aliases: ["Schur complement of a block", "Schur 补", "舒尔补矩阵"],
        topics: ["block matrix", "分块矩阵", "矩阵求逆", "matrix inverse", "determinant", "行列式", "逆矩阵"],
        equation: #"S = D - C A^{-1} B"#,
        parameters: [
            Parameter("D", symbols: ["M", "H"], shape: ["m", "m"]),
            Parameter("C", symbols: ["N"], shape: ["m", "n"]),
            Parameter("A", symbols: ["E"], shape: ["n", "n"], domain: .invertible),
            Parameter("B", shape: ["n", "m"]),
        ],
        result: ["m", "m"],
        variants: [
            Variant("standard", "of a block") { (a) throws(TensorError) in try a[0] - a[1].matmul(a[2].inverse()).matmul(a[3]) },
            Variant("woodbury", "Woodbury identity",
                parameters: [
                    .init("A", shape: ["n", "n"], domain: .positiveDefinite),
                    .init("U", shape: ["n", "m"]),
                    .init("C", shape: ["m", "m"], domain: .positiveDefinite),
                    .init("V", shape: ["m", "n"]),
                ],
                result: ["n", "n"],
                sample: [.matrix([[2, 0], [0, 2]]), .matrix([[1], [0]]), .matrix([[1]]), .matrix([[1, 0]])]
            ) { (a) throws(TensorError) in
                let inner = try a[2].inverse() + a[3].matmul(a[0].inverse()).matmul(a[1])
                return try a[0].inverse() - a[0].inverse().matmul(a[1]).matmul(inner.inverse()).matmul(a[3]).matmul(a[0].inverse())
            },
            Variant("sherman-morrison", "Sherman–Morrison formula",
                parameters: [
                    .init("A", shape: ["n", "n"], domain: .positiveDefinite),
                    .init("u", shape: ["n"], domain: .positive),
                    .init("v", shape: ["n"], domain: .positive),
                ],
                result: ["n", "n"],
                sample: [.matrix([[2, 0], [0, 2]]), Tensor([1, 0]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in
                let y = try a[0].inverse().matmul(a[1])
                let z = try a[2].matmul(a[0].inverse())
                return try a[0].inverse() - y.outer(z) / (1 + z.dot(a[1]))
            },
            Variant("householder", "reflection",
                parameters: [
                    .init("v", symbols: ["u", "w"], shape: ["n"]),
                ],
                result: ["n", "n"],
                sample: [Tensor([1, 2])]
            ) { (a) throws(TensorError) in try Tensor.eye(a[0].count) - 2 * a[0].outer(a[0]) / a[0].square().sum() },
        ],
        sample: [.matrix([[2]]), .matrix([[1, 1]]), .matrix([[2, 0], [0, 2]]), .matrix([[1], [0]])],
        stressSamples: [[.matrix([[1e+200]]), .matrix([[0]]), .matrix([[1]]), .matrix([[0]])]],
        properties: [.affine, .argument(1, .affine)],
        isOpen: true,
        source: "Horn and Johnson (2013), Matrix analysis")
}
