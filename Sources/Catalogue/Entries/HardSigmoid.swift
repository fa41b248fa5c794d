import Tensors

extension Implementation {
    static let hardSigmoid = Implementation(
        "hard-sigmoid", title: Title("Hard sigmoid", "硬 Sigmoid 函数"),
        aliases: ["hardsigmoid", "硬 sigmoid"],
        equation: #"\operatorname{HardSigmoid}(x) = \min(\max(0, \frac{x}{6} + \frac{1}{2}), 1)"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("sixth", "slope 1/6") { (a) throws(TensorError) in try (a[0] / 6 + 0.5).clip(0, 1) },
            Variant("fifth", "slope 1/5") { (a) throws(TensorError) in try (0.2 * a[0] + 0.5).clip(0, 1) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, -1e-8, 0, 40, 1000])]],
        properties: [.monotone, .bounded(0, 1)],
        isOpen: true,
        source: "Courbariaux et al. (2015), BinaryConnect")
}
