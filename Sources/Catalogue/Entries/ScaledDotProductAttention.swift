import DeepLearning
import Tensors

extension Implementation {
    static let scaledDotProductAttention = Implementation(
        "scaled-dot-product-attention", title: Title("Scaled dot-product attention", "缩放点积注意力"),
        aliases: [
            "attention", "dot-product attention", "scaled dot product attention", "self-attention", "注意力机制",
            "点积注意力", "自注意力", "缩放点积注意力机制",
        ],
        topics: ["attention", "注意力", "transformer", "self-attention", "自注意力"],
        symbols: ["Attention"],
        equation: #"\operatorname{Attention}(Q, K, V) = \operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d}}\right) V"#,
        parameters: [
            Parameter("Q", shape: ["n", "d"]),
            Parameter("K", shape: ["m", "d"]),
            Parameter("V", shape: ["m", "v"]),
        ],
        result: ["n", "v"],
        variants: [
            Variant("scaled", "scores divided by √d") { (a) throws(TensorError) in
                try DeepLearning.attention(a[0], a[1], a[2])
            },
            Variant("unscaled", "scores not divided") { (a) throws(TensorError) in
                try DeepLearning.attention(a[0], a[1], a[2], scale: 1.0)
            },
            Variant("projected", "with a projection of the output",
                parameters: [
                    .init("Q", shape: ["n", "d"]), .init("K", shape: ["m", "d"]), .init("V", shape: ["m", "v"]), .init("W_o", symbols: ["W_O", "W^O", "W"], shape: ["v", "o"]),
                ],
                result: ["n", "o"],
                sample: [.matrix([[1, 0], [0, 1]]), .matrix([[1, 0], [0, 1], [1, 1]]), .matrix([[1, 2], [4, 5], [7, 8]]), .matrix([[1, 0, 1], [0, 1, 1]])]) { (a) throws(TensorError) in
                try DeepLearning.attention(a[0], a[1], a[2]).matmul(a[3])
            },
            Variant("residual", "with a projection of the output, added to the input",
                parameters: [
                    .init("Q", shape: ["n", "d"]), .init("K", shape: ["m", "d"]), .init("V", shape: ["m", "v"]), .init("W_o", symbols: ["W_O", "W^O", "W"], shape: ["v", "o"]),
                    .init("X", symbols: ["x"], shape: ["n", "o"]),
                ],
                result: ["n", "o"],
                sample: [
                    .matrix([[1, 0], [0, 1]]), .matrix([[1, 0], [0, 1], [1, 1]]), .matrix([[1, 2], [4, 5], [7, 8]]), .matrix([[1, 0, 1], [0, 1, 1]]),
                    .matrix([[1, 2, 3], [4, 5, 6]]),
                ]) { (a) throws(TensorError) in
                try DeepLearning.attention(a[0], a[1], a[2]).matmul(a[3]) + a[4]
            },
        ],
        sample: [
            .matrix([[1, 0], [0, 1]]), .matrix([[1, 0], [0, 1], [1, 1]]),
            .matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
        ],
        stressSamples: [[.matrix([[1000, 0]]), .matrix([[1000, 0], [0, 1000]]), .matrix([[1], [2]])]],
        properties: [.argument(2, .additive)],
        source: "Vaswani et al. (2017), Attention is all you need")
}
