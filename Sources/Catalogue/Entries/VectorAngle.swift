import Tensors

extension Implementation {
    static let vectorAngle = Implementation(
        "vector-angle", title: Title("Angle between vectors", "向量夹角"),
        aliases: ["angle between two vectors", "两个向量的夹角", "向量的夹角"],
        topics: ["angle", "夹角", "inner product", "内积", "cosine", "余弦", "vector", "向量"],
        equation: #"\theta = \arccos \frac{x^\top y}{\|x\| \, \|y\|}"#,
        parameters: [
            Parameter("x", symbols: ["u", "a", "v"], shape: ["n"]),
            Parameter("y", symbols: ["v", "b", "w"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("angle", "the angle") { (a) throws(TensorError) in try (a[0].dot(a[1]) / (a[0].norm() * a[1].norm())).acos() },
        ],
        sample: [Tensor([1, 0]), Tensor([1, 1])],
        stressSamples: [[Tensor([1e-150, 0]), Tensor([0, 1])]],
        properties: [.symmetric, .homogeneous(degree: 0)],
        isOpen: true,
        source: "Strang (2016), Introduction to linear algebra")
}
