import Tensors

extension Implementation {
    static let perceptron = Implementation(
        "perceptron", title: Title("Perceptron", "感知机"),
        aliases: ["perceptron rule", "感知器"],
        equation: #"y = \operatorname{sgn}(w^\top x + b)"#,
        parameters: [
            Parameter("w", shape: ["d"]),
            Parameter("x", shape: ["d"]),
            Parameter("b", default: 0),
        ],
        result: [],
        variants: [
            Variant("signs", "−1 or 1") { (a) throws(TensorError) in try (a[0].dot(a[1]) + a[2]).sign() },
            Variant("step", "0 or 1") { (a) throws(TensorError) in try Tensor.select((a[0].dot(a[1]) + a[2]).greater(0), 1.0, 0.0) },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 1]), 0.1],
        stressSamples: [[Tensor([0, 0]), Tensor([1, 1]), 0], [Tensor([1e100, -1]), Tensor([1e100, 1]), 0]],
        properties: [.bounded(-1, 1), .argument(2, .monotone)],
        exemptions: [.constantBetweenJumps],
        isOpen: true,
        source: "Rosenblatt (1958), The perceptron")
}
