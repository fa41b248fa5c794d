import DeepLearning
import Tensors

extension Implementation {
    static let outerProduct = Implementation(
        "outer-product", title: Title("Outer product", "外积"),
        aliases: ["tensor product of vectors", "向量外积"],
        equation: #"(x y^\top)_{ij} = x_i y_j"#,
        parameters: [
            Parameter("x", symbols: ["a", "u"], shape: ["m"]),
            Parameter("y", symbols: ["b", "v"], shape: ["n"]),
        ],
        result: ["m", "n"],
        variants: [
            Variant("standard", "x_i y_j") { (a) throws(TensorError) in try DeepLearning.outerProduct(a[0], a[1]) },
        ],
        sample: [Tensor([1, 2]), Tensor([3, 4, 5])],
        stressSamples: [[Tensor([1e200]), Tensor([1e200, 0])]],
        properties: [.additive, .homogeneous(degree: 1)],
        source: "Golub and Van Loan (2013), Matrix computations, 1.1")
}
