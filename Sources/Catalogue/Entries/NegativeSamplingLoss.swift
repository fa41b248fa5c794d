import Tensors

extension Implementation {
    static let negativeSamplingLoss = Implementation(
        "negative-sampling-loss", title: Title("Loss with negative samples", "负采样损失"),
        aliases: ["skip-gram with negative sampling", "SGNS loss", "word2vec 负采样"],
        topics: ["word2vec", "负采样", "negative sampling", "skip-gram", "词向量"],
        equation: #"L = -\log \sigma(u^\top v) - \sum_{k} \log \sigma(-u_k^\top v)"#,
        parameters: [
            Parameter("u", symbols: ["u_o", "v_o"], shape: ["d"]),
            Parameter("v", symbols: ["v_c", "h"], shape: ["d"]),
            Parameter("w", symbols: ["u_k", "u_j"], shape: ["k", "d"]),
        ],
        result: [],
        variants: [
            Variant("loss", "of one pair and k samples") { (a) throws(TensorError) in try (-a[0].dot(a[1])).softplus() + a[2].matmul(a[1]).softplus().sum() },
            Variant("objective", "to be made large") { (a) throws(TensorError) in try -(-a[0].dot(a[1])).softplus() - a[2].matmul(a[1]).softplus().sum() },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), .matrix([[1, 0], [0, 1]])],
        stressSamples: [[Tensor([0, 0]), Tensor([1, 1]), .matrix([[0, 0]])]],
        properties: [.convex],
        isOpen: true,
        source: "Mikolov et al. (2013), Distributed representations of words and phrases")
}
