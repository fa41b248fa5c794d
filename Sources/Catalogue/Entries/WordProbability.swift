import DeepLearning
import Tensors

extension Implementation {
    static let wordProbability = Implementation(
        "word-probability", title: Title("Softmax of word vectors", "词向量的 softmax"),
        aliases: ["skip-gram softmax", "skip-gram probability", "word2vec softmax", "跳元模型的条件概率", "CBOW 的条件概率"],
        topics: ["word2vec", "skip-gram", "CBOW", "word vector", "词向量", "词嵌入", "embedding", "softmax", "NCE"],
        equation: #"P = \frac{e^{u_o^\top v}}{\sum_{w} e^{u_w^\top v}}"#,
        parameters: [
            Parameter("u", symbols: ["U", "w", "theta", "W"], shape: ["n", "d"]),
            Parameter("v", symbols: ["v_c", "h", "x", "V"], shape: ["d"]),
        ],
        result: ["n"],
        variants: [
            Variant("all", "of every word") { (a) throws(TensorError) in try DeepLearning.softmax(a[0].matmul(a[1])) },
            Variant("one", "of one word",
                parameters: [
                    .init("u_o", symbols: ["w_o", "theta_o", "u_bar", "u", "u_w", "v_o"], shape: ["d"]),
                    .init("v", symbols: ["v_c", "h", "x", "v_w", "v_wI"], shape: ["d"]),
                    .init("u", symbols: ["U", "w", "theta", "u_tilde", "v_tilde"], shape: ["n", "d"]),
                ],
                result: [],
                sample: [Tensor([1, 0]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]])]
            ) { (a) throws(TensorError) in try (a[0].dot(a[1]) - a[2].matmul(a[1]).logSumExp()).exp() },
            Variant("loss", "minus the logarithm",
                parameters: [
                    .init("u_o", symbols: ["w_o", "u_bar"], shape: ["d"]),
                    .init("v", symbols: ["v_c", "h", "x"], shape: ["d"]),
                    .init("u", symbols: ["U", "w", "u_tilde"], shape: ["n", "d"]),
                ],
                result: [],
                sample: [Tensor([1, 0]), Tensor([1, 2]), .matrix([[1, 0], [0, 1]])]
            ) { (a) throws(TensorError) in try a[2].matmul(a[1]).logSumExp() - a[0].dot(a[1]) },
        ],
        sample: [.matrix([[1, 0], [0, 1]]), Tensor([1, 2])],
        stressSamples: [[.matrix([[1e+3, 0], [0, 1]]), Tensor([1, 0])]],
        properties: [.sumsToOne],
        isOpen: true,
        source: "Mikolov et al. (2013), Distributed representations of words and phrases")
}
