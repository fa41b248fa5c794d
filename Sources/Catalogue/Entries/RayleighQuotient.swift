import Tensors

extension Implementation {
    static let rayleighQuotient = Implementation(
        "rayleigh-quotient", title: Title("Rayleigh quotient", "瑞利商"),
        aliases: ["Rayleigh ratio", "瑞利熵商"],
        topics: ["eigenvalue", "特征值", "PCA", "LDA"],
        equation: #"R(A, x) = \frac{x^\top A x}{x^\top x}"#,
        parameters: [
            Parameter("A", symbols: ["M", "S"], shape: ["n", "n"]),
            Parameter("x", symbols: ["v", "w"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "of a matrix and a vector") { (a) throws(TensorError) in
                try a[1].dot(a[0].matmul(a[1])) / a[1].dot(a[1])
            },
            Variant("generalised", "of two matrices",
                parameters: [.init("A", symbols: ["S_b", "S_B"], shape: ["n", "n"]), .init("x", symbols: ["v", "w"], shape: ["n"]), .init("B", symbols: ["S_w", "S_W"], shape: ["n", "n"], domain: .positiveDefinite)], result: [],
                sample: [.matrix([[2, 1], [1, 3]]), Tensor([1, 2]), .matrix([[2, 0], [0, 1]])]) { (a) throws(TensorError) in
                try a[1].dot(a[0].matmul(a[1])) / a[1].dot(a[2].matmul(a[1]))
            },
        ],
        sample: [.matrix([[2, 1], [1, 3]]), Tensor([1, 2])],
        stressSamples: [[.matrix([[1, 0], [0, 1]]), Tensor([1e100, 1])]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .even)],
        isOpen: true,
        source: "Strutt (1877), The theory of sound")
}
