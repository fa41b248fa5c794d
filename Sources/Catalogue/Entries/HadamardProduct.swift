import DeepLearning
import Tensors

extension Implementation {
    static let hadamardProduct = Implementation(
        "hadamard-product", title: Title("Hadamard product", "Hadamard 积"),
        aliases: [
            "elementwise product", "element-wise product", "Schur product", "哈达玛积", "阿达马乘积", "按元素乘法", "逐元素乘积",
        ],
        equation: #"(A \odot B)_{ij} = a_{ij} b_{ij}"#,
        parameters: [
            Parameter("A", symbols: ["x", "a"], shape: .any),
            Parameter("B", symbols: ["y", "b"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "element by element") { (a) throws(TensorError) in
                try DeepLearning.hadamardProduct(a[0], a[1])
            },
        ],
        sample: [.matrix([[1, 2], [3, 4]]), .matrix([[2, 0], [-1, 0.5]])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([1e200, 0])]],
        properties: [.symmetric, .additive],
        source: "Schur (1911), Bemerkungen zur Theorie der beschränkten Bilinearformen")
}
