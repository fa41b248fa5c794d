import Tensors

extension Implementation {
    static let kMeansObjective = Implementation(
        "k-means-objective", title: Title("Objective of k-means", "K 均值目标函数"),
        aliases: ["k-means loss", "within-cluster sum of squares", "WCSS", "inertia", "簇内平方和"],
        topics: ["k-means", "K-means", "K均值", "聚类", "clustering"],
        symbols: ["J", "WCSS", "SSE"],
        equation: #"J = \sum_{i} \sum_{k} r_{ik} \|x_i - \mu_k\|^2"#,
        parameters: [
            Parameter("r", symbols: ["z", "w", "gamma", "u"], shape: ["n", "k"]),
            Parameter("x", symbols: ["X"], shape: ["n", "d"]),
            Parameter("mu", symbols: ["c", "m"], shape: ["k", "d"]),
        ],
        result: [],
        variants: [
            Variant("assigned", "with marks of the clusters") { (a) throws(TensorError) in try (a[0] * (a[1].expandingDimensions(at: 1) - a[2]).square().sum(axes: [2])).sum() },
            Variant("one", "the points of one cluster",
                parameters: [
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("mu", symbols: ["c", "m"], shape: ["d"]),
                ],
                sample: [.matrix([[1, 2], [3, 4], [0, 1]]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try (a[0] - a[1]).square().sum() },
        ],
        sample: [.matrix([[1, 0], [0, 1], [1, 0]]), .matrix([[1, 2], [3, 4], [0, 1]]), .matrix([[0, 1], [2, 2]])],
        stressSamples: [[.matrix([[0, 0]]), .matrix([[1, 2]]), .matrix([[0, 1], [2, 2]])]],
        properties: [.additive],
        isOpen: true,
        source: "Lloyd (1982), Least squares quantization in PCM")
}
