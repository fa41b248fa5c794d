import DeepLearning
import Tensors

extension Implementation {
    static let dotProduct = Implementation(
        "dot-product", title: Title("Dot product", "点积"),
        aliases: ["inner product", "scalar product", "dot", "内积", "数量积", "标量积", "向量内积", "向量点积"],
        topics: ["inner product", "内积", "线性代数", "向量乘法"],
        equation: #"x^\top y = \sum_{i=1}^{n} x_i y_i"#,
        parameters: [
            Parameter("x", symbols: ["a", "u", "w"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v", "x"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "Σ x_i y_i") { (a) throws(TensorError) in try DeepLearning.dotProduct(a[0], a[1]) },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([4, -5, 6])],
        stressSamples: [[Tensor([1e100, -1e100]), Tensor([1e100, 1e-100])], [Tensor([0, 0]), Tensor([1, 2])]],
        properties: [.symmetric, .additive, .homogeneous(degree: 1)],
        source: "Grassmann (1862), Die Ausdehnungslehre")
}
