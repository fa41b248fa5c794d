import Tensors

extension Implementation {
    static let unitVector = Implementation(
        "unit-vector", title: Title("L2 normalisation", "L2 归一化"),
        aliases: ["L2 normalization", "unit normalisation", "单位化", "向量归一化", "unit vector", "单位向量"],
        equation: #"\frac{x}{\|x\|}"#,
        parameters: [
            Parameter("x", symbols: ["v", "a"], shape: ["d"]),
        ],
        result: ["d"],
        variants: [
            Variant("standard", "divided by its Euclidean norm") { (a) throws(TensorError) in try a[0] / a[0].norm() },
        ],
        sample: [Tensor([3, 4])],
        stressSamples: [[Tensor([3e200, 4e200])], [Tensor([3e-200, 4e-200])]],
        properties: [.odd, .idempotent, .homogeneous(degree: 0), .bounded(-1, 1)],
        isOpen: true,
        source: "Strang (2016), Introduction to linear algebra")
}
