import Tensors

extension Implementation {
    static let graphLaplacian = Implementation(
        "graph-laplacian", title: Title("Graph Laplacian", "图拉普拉斯矩阵"),
        aliases: ["Laplacian matrix", "拉普拉斯矩阵", "图的拉普拉斯矩阵"],
        topics: ["graph", "图", "spectral clustering", "谱聚类", "GCN", "GNN", "图神经网络", "图卷积"],
        equation: #"L = D - A"#,
        parameters: [
            Parameter("D", shape: ["n", "n"]),
            Parameter("A", symbols: ["W", "S"], shape: ["n", "n"]),
        ],
        result: ["n", "n"],
        variants: [
            Variant("plain", "degrees less weights") { (a) throws(TensorError) in try a[0] - a[1] },
        ],
        sample: [.matrix([[1, 0], [0, 1]]), .matrix([[0, 1], [1, 0]])],
        stressSamples: [[.matrix([[0]]), .matrix([[1e+200]])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Chung (1997), Spectral graph theory")
}
