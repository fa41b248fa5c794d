import Tensors

extension Implementation {
    static let factorisationMachine = Implementation(
        "factorisation-machine", title: Title("Factorisation machine", "因子分解机"),
        aliases: ["factorization machine", "factorization machines", "因子分解机模型"],
        topics: ["FM", "DeepFM", "FFM", "recommender", "推荐", "feature interaction", "特征交叉", "CTR", "factorization", "因子分解"],
        equation: #"y = w_0 + \sum_{i} w_i x_i + \sum_{i} \sum_{j > i} v_i^\top v_j x_i x_j"#,
        parameters: [
            Parameter("w_0", symbols: ["b"], shape: []),
            Parameter("w", shape: ["n"]),
            Parameter("v", symbols: ["V"], shape: ["n", "k"]),
            Parameter("x", shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("pairs", "sum over pairs") { (a) throws(TensorError) in
                let all = try a[2].matmul(a[2].matrixTransposed()) * a[3].outer(a[3])
                return try a[0] + a[1].dot(a[3]) + all.triangle(upper: true, offset: 1).sum()
            },
            Variant("quadratic", "a weight for each pair",
                parameters: [
                    .init("w_0", symbols: ["b"], shape: []),
                    .init("w", shape: ["n"]),
                    .init("w_ij", symbols: ["W", "w"], shape: ["n", "n"]),
                    .init("x", shape: ["n"]),
                ],
                result: [],
                sample: [0.5, Tensor([1, 2]), .matrix([[1, 0.5], [1, 1]]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in try a[0] + a[1].dot(a[3]) + (a[2] * a[3].outer(a[3])).triangle(upper: true, offset: 1).sum() },
            Variant("interactions", "of the pairs alone",
                parameters: [
                    .init("v", symbols: ["V"], shape: ["n", "k"]),
                    .init("x", shape: ["n"]),
                ],
                result: [],
                sample: [.matrix([[1, 0], [1, 1]]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in
                let all = try a[0].matmul(a[0].matrixTransposed()) * a[1].outer(a[1])
                return try all.triangle(upper: true, offset: 1).sum()
            },
            Variant("linear-time", "w₀, the linear part and half of what squares of sums exceed sums of squares by",
                parameters: [
                    .init("w_0", symbols: ["b"], shape: []),
                    .init("w", shape: ["n"]),
                    .init("v", symbols: ["V"], shape: ["n", "k"]),
                    .init("x", shape: ["n"]),
                ],
                result: [],
                sample: [0.5, Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([2, 3])]
            ) { (a) throws(TensorError) in
                let scaled = try a[2] * a[3].reshaped([a[3].count, 1])
                return try a[0] + a[1].dot(a[3]) + 0.5 * (scaled.sum(axes: [0]).square() - scaled.square().sum(axes: [0])).sum()
            },
        ],
        sample: [0.5, Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([2, 3])],
        stressSamples: [[0, Tensor([0, 0]), .matrix([[0, 0], [0, 0]]), Tensor([1, 1])]],
        properties: [.affine, .argument(1, .affine)],
        isOpen: true,
        source: "Rendle (2010), Factorization machines")
}
