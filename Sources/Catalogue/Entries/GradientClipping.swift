import Tensors

extension Implementation {
    static let gradientClipping = Implementation(
        "gradient-clipping", title: Title("Gradient clipping", "梯度裁剪"),
        aliases: ["gradient norm clipping", "clip by norm", "梯度截断"],
        equation: #"g \leftarrow \min\left(1, \frac{\theta}{\|g\|}\right) g"#,
        parameters: [
            Parameter("g", symbols: ["x"], shape: ["d"]),
            Parameter("theta", symbols: ["c", "tau", "lambda"], default: 1, domain: .positive),
        ],
        result: ["d"],
        variants: [
            Variant("norm", "length at most θ") { (a) throws(TensorError) in try Tensor.minimum(1, a[1] / a[0].norm()) * a[0] },
        ],
        sample: [Tensor([3, 4]), 1],
        stressSamples: [[Tensor([0, 0]), 1], [Tensor([3e200, 4e200]), 1], [Tensor([3e-200, 4e-200]), 1]],
        properties: [.odd],
        isOpen: true,
        source: "Pascanu, Mikolov and Bengio (2013), On the difficulty of training recurrent neural networks")
}
