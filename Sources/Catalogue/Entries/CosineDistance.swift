import DeepLearning
import Tensors

extension Implementation {
    static let cosineDistance = Implementation(
        "cosine-distance", title: Title("Cosine distance", "余弦距离"),
        aliases: ["cosine loss", "余弦相似距离"],
        topics: ["cosine similarity", "余弦相似度"],
        equation: #"d(x, y) = 1 - \frac{x \cdot y}{\|x\| \|y\|}"#,
        parameters: [
            Parameter("x", symbols: ["a", "u"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "1 minus the cosine similarity") { (a) throws(TensorError) in try 1 - DeepLearning.cosineSimilarity(a[0], a[1]) },
        ],
        sample: [Tensor([1, 2]), Tensor([4, 6])],
        stressSamples: [[Tensor([1e200, 1e200]), Tensor([1e200, -1e200])], [Tensor([1e-200, 0]), Tensor([1, 1])]],
        properties: [.symmetric],
        source: "Salton and McGill (1983), Introduction to modern information retrieval")
}
