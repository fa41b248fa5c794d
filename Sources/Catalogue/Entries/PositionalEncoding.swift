import Tensors

extension Implementation {
    static let positionalEncoding = Implementation(
        "positional-encoding", title: Title("Sinusoidal positional encoding", "正弦位置编码"),
        aliases: ["sinusoidal position embedding", "位置编码"],
        topics: ["Transformer", "positional encoding", "position embedding"],
        equation: #"\operatorname{PE} = \sin \frac{p}{10000^{2 i / d}}"#,
        parameters: [
            Parameter("p", symbols: ["pos", "t"], shape: .any, domain: .nonNegative),
            Parameter("i", symbols: ["k", "j"], shape: .any, domain: .nonNegative),
            Parameter("d", symbols: ["d_model"], shape: [], domain: .interval(4, 16)),
        ],
        result: .any,
        variants: [
            Variant("sine", "at even places") { (a) throws(TensorError) in
                try (a[0] / Tensor(10000.0).power(2 * a[1] / a[2])).sin()
            },
            Variant("cosine", "at odd places") { (a) throws(TensorError) in
                try (a[0] / Tensor(10000.0).power(2 * a[1] / a[2])).cos()
            },
        ],
        sample: [Tensor([1, 3]), Tensor([0, 1]), 8],
        stressSamples: [[Tensor([0, 1000]), Tensor([0, 3]), 8]],
        properties: [.odd, .bounded(-1, 1)],
        isOpen: true,
        source: "Vaswani et al. (2017), Attention is all you need")
}
