import DeepLearning
import Tensors

extension Implementation {
    static let cosineSimilarity = Implementation(
        "cosine-similarity", title: Title("Cosine similarity", "余弦相似度"),
        aliases: ["cosine", "cosine distance similarity", "余弦相似性"],
        equation: #"\cos(x, y) = \frac{x^\top y}{\|x\| \, \|y\|}"#,
        parameters: [
            Parameter("x", symbols: ["a", "u", "w"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v", "x"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "x·y / (‖x‖ ‖y‖)") { (a) throws(TensorError) in
                try DeepLearning.cosineSimilarity(a[0], a[1])
            },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([4, -5, 6])],
        stressSamples: [[Tensor([1e200, 1e200]), Tensor([1e200, -1e200])], [Tensor([0, 0]), Tensor([1, 2])]],
        properties: [.symmetric, .bounded(-1, 1), .homogeneous(degree: 0)],
        source: "Salton and McGill (1983), Introduction to modern information retrieval")
}
