import Tensors

extension Implementation {
    static let mahalanobisDistance = Implementation(
        "mahalanobis-distance", title: Title("Mahalanobis distance", "马氏距离"),
        aliases: ["Mahalanobis", "马哈拉诺比斯距离", "马氏距离公式"],
        topics: ["distance", "距离", "metric", "度量", "covariance", "协方差", "outlier", "异常"],
        equation: #"d = \sqrt{(x - \mu)^\top \Sigma^{-1} (x - \mu)}"#,
        parameters: [
            Parameter("x", symbols: ["x_i", "u", "a"], shape: ["d"]),
            Parameter("mu", symbols: ["y", "x_j", "v", "m"], shape: ["d"]),
            Parameter("Sigma", symbols: ["S", "C"], shape: ["d", "d"], domain: .positiveDefinite),
        ],
        result: [],
        variants: [
            Variant("root", "the distance") { (a) throws(TensorError) in try (a[0] - a[1]).dot(a[2].inverse().matmul(a[0] - a[1])).sqrt() },
            Variant("square", "its square",
                parameters: [
                    .init("x", symbols: ["x_i", "u", "a"], shape: ["d"]),
                    .init("mu", symbols: ["y", "x_j", "v", "m"], shape: ["d"]),
                    .init("Sigma", symbols: ["S", "C"], shape: ["d", "d"], domain: .positiveDefinite),
                ],
                result: [],
                sample: [Tensor([1, 2]), Tensor([0, 1]), .matrix([[2, 0], [0, 1]])]
            ) { (a) throws(TensorError) in try (a[0] - a[1]).dot(a[2].inverse().matmul(a[0] - a[1])) },
        ],
        sample: [Tensor([1, 2]), Tensor([0, 1]), .matrix([[2, 0], [0, 1]])],
        stressSamples: [[Tensor([1e+100]), Tensor([0]), .matrix([[1]])]],
        properties: [.nonNegative, .symmetric],
        isOpen: true,
        source: "Mahalanobis (1936), On the generalised distance in statistics")
}
