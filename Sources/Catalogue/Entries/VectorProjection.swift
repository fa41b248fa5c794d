import Tensors

extension Implementation {
    static let vectorProjection = Implementation(
        "vector-projection", title: Title("Projection onto a vector", "向量投影"),
        aliases: ["orthogonal projection onto a vector", "projection of a vector", "向量的投影"],
        topics: ["projection", "投影", "Gram-Schmidt", "正交"],
        equation: #"\operatorname{proj}_b a = \frac{a^\top b}{b^\top b} b"#,
        parameters: [
            Parameter("a", symbols: ["x", "v", "y"], shape: ["n"]),
            Parameter("b", symbols: ["u", "a", "w"], shape: ["n"]),
        ],
        result: ["n"],
        variants: [
            Variant("standard", "of a on b") { (a) throws(TensorError) in
                try a[0].dot(a[1]) / a[1].dot(a[1]) * a[1]
            },
            Variant("coefficient", "its coefficient",
                parameters: [.init("a", symbols: ["x", "v", "y"], shape: ["n"]), .init("b", symbols: ["u", "a", "w"], shape: ["n"])], result: [],
                sample: [Tensor([1, 2]), Tensor([3, 1])]) { (a) throws(TensorError) in
                try a[0].dot(a[1]) / a[1].dot(a[1])
            },
            Variant("rest", "what is left of a") { (a) throws(TensorError) in
                try a[0] - a[0].dot(a[1]) / a[1].dot(a[1]) * a[1]
            },
        ],
        sample: [Tensor([1, 2]), Tensor([3, 1])],
        stressSamples: [[Tensor([1e100, 0]), Tensor([1, 1])], [Tensor([0, 0]), Tensor([1, 2])]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .homogeneous(degree: 0))],
        isOpen: true,
        source: "Gram (1883), Ueber die Entwickelung reeller Functionen in Reihen mittelst der Methode der kleinsten Quadrate")
}
