import Tensors

extension Implementation {
    static let mixtureUpdate = Implementation(
        "mixture-update", title: Title("Updates of a mixture", "混合模型参数更新"),
        aliases: ["M step of a mixture", "GMM M step", "高斯混合模型 M 步"],
        topics: ["GMM", "EM", "EM algorithm", "EM 算法", "高斯混合", "混合高斯", "mixture", "Gaussian mixture", "k-means", "K-means", "K均值", "聚类中心", "期望最大化"],
        equation: #"\mu_k = \frac{\sum_{n} \gamma_{nk} x_n}{\sum_{n} \gamma_{nk}}"#,
        parameters: [
            Parameter("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n", "k"], domain: .positive),
            Parameter("x", symbols: ["X", "y"], shape: ["n", "d"]),
        ],
        result: ["k", "d"],
        variants: [
            Variant("means", "weighted means") { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) / a[0].sum(axes: [0]).expandingDimensions(at: 1) },
            Variant("means-counted", "with the weight of each part",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n", "k"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n", "d"]),
                    .init("N", symbols: ["n"], shape: ["k"], domain: .positive),
                ],
                result: ["k", "d"], sample: [.matrix([[1, 0.5], [0.5, 1]]), .matrix([[1, 2], [3, 5]]), Tensor([1.5, 1.5])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) / a[2].expandingDimensions(at: 1) },
            Variant("means-transposed", "responsibilities in rows",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["k", "n"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n", "d"]),
                ],
                result: ["k", "d"], sample: [.matrix([[1, 0.5], [0.5, 1]]), .matrix([[1, 2], [3, 5]])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) / a[0].sum(axes: [1]).expandingDimensions(at: 1) },
            Variant("means-numbers", "numbers in place of vectors",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n", "k"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n"]),
                ],
                result: ["k"], sample: [.matrix([[1, 0.5], [0.5, 1]]), Tensor([1, 3])]
            ) { (a) throws(TensorError) in try a[0].matrixTransposed().matmul(a[1]) / a[0].sum(axes: [0]) },
            Variant("weights", "shares of the parts",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z", "P", "p"], shape: ["n", "k"], domain: .positive),
                ],
                result: ["k"], sample: [.matrix([[1, 0.5], [0.5, 1]])]
            ) { (a) throws(TensorError) in try a[0].mean(axes: [0]) },
            Variant("weights-transposed", "shares of the parts, responsibilities in rows",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z", "P", "p"], shape: ["k", "n"], domain: .positive),
                ],
                result: ["k"], sample: [.matrix([[1, 0.5], [0.5, 1]])]
            ) { (a) throws(TensorError) in try a[0].mean(axes: [1]) },
            Variant("variances", "numbers about given means",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n", "k"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n"]),
                    .init("mu", symbols: ["m"], shape: ["k"]),
                ],
                result: ["k"], sample: [.matrix([[1, 0.5], [0.5, 1]]), Tensor([1, 3]), Tensor([1, 2])]
            ) { (a) throws(TensorError) in try (a[0] * (a[1].expandingDimensions(at: 1) - a[2]).square()).sum(axes: [0]) / a[0].sum(axes: [0]) },
            Variant("variances-counted", "numbers about given means, with the weight of each part",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n", "k"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n"]),
                    .init("mu", symbols: ["m"], shape: ["k"]),
                    .init("N", symbols: ["n"], shape: ["k"], domain: .positive),
                ],
                result: ["k"], sample: [.matrix([[1, 0.5], [0.5, 1]]), Tensor([1, 3]), Tensor([1, 2]), Tensor([1.5, 1.5])]
            ) { (a) throws(TensorError) in try (a[0] * (a[1].expandingDimensions(at: 1) - a[2]).square()).sum(axes: [0]) / a[3] },
            Variant("covariance-counted", "of one part, with its weight",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n", "d"]),
                    .init("mu", symbols: ["m"], shape: ["d"]),
                    .init("N", symbols: ["n"], shape: [], domain: .positive),
                ],
                result: ["d", "d"], sample: [Tensor([1, 0.5]), .matrix([[1, 2], [3, 5]]), Tensor([1, 1]), 1.5]
            ) { (a) throws(TensorError) in try (a[0].expandingDimensions(at: 1) * (a[1] - a[2])).matrixTransposed().matmul(a[1] - a[2]) / a[3] },
            Variant("mean", "of one part",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n", "d"]),
                    .init("N", symbols: ["n"], shape: [], domain: .positive),
                ],
                result: ["d"], sample: [Tensor([1, 0.5]), .matrix([[1, 2], [3, 5]]), 1.5]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1]) / a[2] },
            Variant("mean-number", "of one part, numbers in place of vectors",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n"]),
                    .init("N", symbols: ["n"], shape: [], domain: .positive),
                ],
                result: [], sample: [Tensor([1, 0.5]), Tensor([1, 3]), 1.5]
            ) { (a) throws(TensorError) in try (a[0] * a[1]).sum() / a[2] },
            Variant("covariance", "of one part",
                parameters: [
                    .init("gamma", symbols: ["r", "w", "phi", "q", "z"], shape: ["n"], domain: .positive),
                    .init("x", symbols: ["X", "y"], shape: ["n", "d"]),
                    .init("mu", symbols: ["m"], shape: ["d"]),
                ],
                result: ["d", "d"], sample: [Tensor([1, 0.5]), .matrix([[1, 2], [3, 5]]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try (a[0].expandingDimensions(at: 1) * (a[1] - a[2])).matrixTransposed().matmul(a[1] - a[2]) / a[0].sum() },
        ],
        sample: [.matrix([[1, 0.5], [0.5, 1]]), .matrix([[1, 2], [3, 5]])],
        stressSamples: [[.matrix([[0, 1], [1, 0]]), .matrix([[1e+200, 1], [1, 1]])]],
        properties: [.homogeneous(degree: 0)],
        isOpen: true,
        source: "Dempster, Laird and Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm")
}
