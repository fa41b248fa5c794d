import Tensors

extension Implementation {
    static let polynomialKernel = Implementation(
        "polynomial-kernel", title: Title("Polynomial kernel", "多项式核"),
        aliases: ["polynomial kernel function", "多项式核函数"],
        topics: ["kernel", "核函数", "SVM", "支持向量机"],
        equation: #"k(x, y) = (\gamma x^\top y + c)^d"#,
        parameters: [
            Parameter("x", symbols: ["u"], shape: ["n"]),
            Parameter("y", symbols: ["z", "v"], shape: ["n"]),
            Parameter("gamma", symbols: ["alpha"], default: 1, domain: .positive),
            Parameter("c", symbols: ["c_0", "r"], default: 1, domain: .positive),
            Parameter("d", symbols: ["p"], default: 2, domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("standard", "(γ x·y + c)^d") { (a) throws(TensorError) in try (a[2] * a[0].dot(a[1]) + a[3]).power(a[4]) },
            Variant("second-order", "1 + xᵀy + (xᵀy)²",
                parameters: [
                    .init("x", symbols: ["x_i", "u"], shape: ["n"]),
                    .init("y", symbols: ["x'", "z", "x_j", "v"], shape: ["n"]),
                ],
                result: [],
                sample: [Tensor([1, 2]), Tensor([0, 1])]
            ) { (a) throws(TensorError) in try 1 + a[0].dot(a[1]) + a[0].dot(a[1]).square() },
        ],
        sample: [Tensor([1, 2]), Tensor([0, 1]), 1, 1, 2],
        stressSamples: [[Tensor([0, 0]), Tensor([1, 2]), 1, 0, 2], [Tensor([1e100]), Tensor([1]), 1, 1, 2]],
        properties: [.symmetric],
        isOpen: true,
        source: "Aizerman, Braverman and Rozonoer (1964), Theoretical foundations of the potential function method")
}
