import Tensors

extension Implementation {
    static let rotaryEncoding = Implementation(
        "rotary-encoding", title: Title("Rotary position encoding", "旋转位置编码"),
        aliases: ["RoPE", "rotary position embedding", "旋转位置嵌入"],
        topics: ["RoPE", "位置编码", "rotary", "Transformer"],
        equation: #"x' = x \cos(m \theta) - y \sin(m \theta)"#,
        parameters: [
            Parameter("x", symbols: ["q", "x_1", "q_0", "k", "x_2i"], shape: .any),
            Parameter("y", symbols: ["q", "x_2", "q_1", "k", "x_2i+1"], shape: .any),
            Parameter("m", symbols: ["n", "p", "pos", "t"], shape: .any),
            Parameter("theta", shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("first", "the first of two coordinates") { (a) throws(TensorError) in try a[0] * (a[2] * a[3]).cos() - a[1] * (a[2] * a[3]).sin() },
            Variant("second", "the second of two coordinates") { (a) throws(TensorError) in try a[0] * (a[2] * a[3]).sin() + a[1] * (a[2] * a[3]).cos() },
            Variant("angle", "the angle of a pair",
                parameters: [
                    .init("i", symbols: ["j", "k"], shape: .any),
                    .init("d", symbols: ["d_model"], shape: [], domain: .positive),
                ],
                result: .any, sample: [1, 8]
            ) { (a) throws(TensorError) in try Tensor(10000).power(-2 * a[0] / a[1]) },
        ],
        sample: [Tensor([1]), Tensor([2]), Tensor([1]), Tensor([0.5])],
        stressSamples: [[Tensor([0]), Tensor([0]), Tensor([0]), Tensor([0])]],
        properties: [.affine],
        isOpen: true,
        source: "Su et al. (2021), RoFormer: enhanced Transformer with rotary position embedding")
}
