import Tensors

extension Implementation {
    static let linearKernel = Implementation(
        "linear-kernel", title: Title("Linear kernel", "线性核"),
        aliases: ["linear kernel function", "线性核函数"],
        equation: #"k(x, y) = x^\top y"#,
        parameters: [
            Parameter("x", symbols: ["u"], shape: ["d"]),
            Parameter("y", symbols: ["z", "v"], shape: ["d"]),
        ],
        result: [],
        variants: [
            Variant("standard", "the dot product") { (a) throws(TensorError) in try a[0].dot(a[1]) },
        ],
        sample: [Tensor([1, 2]), Tensor([0, 1])],
        stressSamples: [[Tensor([1e100, 0]), Tensor([1e100, 1e200])]],
        properties: [.symmetric],
        isOpen: true,
        source: "Cortes and Vapnik (1995), Support-vector networks")
}
