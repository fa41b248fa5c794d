import DeepLearning
import Tensors

extension Implementation {
    static let gatedLinearUnit = Implementation(
        "gated-linear-unit", title: Title("Gated linear unit", "门控线性单元"),
        aliases: ["GLU", "SwiGLU", "GeGLU", "门控前馈网络"],
        topics: ["LLaMA", "FFN", "前馈网络", "feed-forward", "Swish", "Transformer", "激活函数"],
        equation: #"\operatorname{GLU} = \operatorname{Swish}(x W) \odot (x V)"#,
        parameters: [
            Parameter("x", symbols: ["X", "h"], shape: ["...", "d"]),
            Parameter("W", symbols: ["W_1", "W_g", "W_gate"], shape: ["d", "q"]),
            Parameter("V", symbols: ["W_2", "W_3", "W_up", "W_u"], shape: ["d", "q"]),
        ],
        result: ["...", "q"],
        variants: [
            Variant("swish", "gated by x σ(x)") { (a) throws(TensorError) in try DeepLearning.swish(a[0].matmul(a[1])) * a[0].matmul(a[2]) },
            Variant("swish-biased", "gated by x σ(x), with biases",
                parameters: [
                    .init("x", symbols: ["X", "h"], shape: ["...", "d"]),
                    .init("W", symbols: ["W_1", "W_g"], shape: ["d", "q"]),
                    .init("b", symbols: ["b_1"], shape: ["q"]),
                    .init("V", symbols: ["W_2", "W_3"], shape: ["d", "q"]),
                    .init("c", symbols: ["b_2"], shape: ["q"]),
                ],
                result: ["...", "q"], sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0, 1]), .matrix([[1, 1], [0, 1]]), Tensor([1, 0])]
            ) { (a) throws(TensorError) in try DeepLearning.swish(a[0].matmul(a[1]) + a[2]) * (a[0].matmul(a[3]) + a[4]) },
            Variant("sigmoid", "gated by σ, with biases",
                parameters: [
                    .init("x", symbols: ["X", "h"], shape: ["...", "d"]),
                    .init("W", symbols: ["W_1", "W_g"], shape: ["d", "q"]),
                    .init("b", symbols: ["b_1"], shape: ["q"]),
                    .init("V", symbols: ["W_2", "W_3"], shape: ["d", "q"]),
                    .init("c", symbols: ["b_2"], shape: ["q"]),
                ],
                result: ["...", "q"], sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), Tensor([0, 1]), .matrix([[1, 1], [0, 1]]), Tensor([1, 0])]
            ) { (a) throws(TensorError) in try (a[0].matmul(a[1]) + a[2]).sigmoid() * (a[0].matmul(a[3]) + a[4]) },
            Variant("gelu", "gated by GELU") { (a) throws(TensorError) in try DeepLearning.gelu(a[0].matmul(a[1])) * a[0].matmul(a[2]) },
            Variant("projected", "SwiGLU with the projection back",
                parameters: [
                    .init("x", symbols: ["X", "h"], shape: ["...", "d"]),
                    .init("W", symbols: ["W_1", "W_gate"], shape: ["d", "q"]),
                    .init("V", symbols: ["W_3", "W_up"], shape: ["d", "q"]),
                    .init("U", symbols: ["W_2", "W_down"], shape: ["q", "d"]),
                ],
                result: ["...", "d"], sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), .matrix([[1, 1], [0, 1]]), .matrix([[1, 0], [0, 1]])]
            ) { (a) throws(TensorError) in try (DeepLearning.swish(a[0].matmul(a[1])) * a[0].matmul(a[2])).matmul(a[3]) },
        ],
        sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 1]]), .matrix([[1, 1], [0, 1]])],
        stressSamples: [[Tensor([0, 0]), .matrix([[1], [1]]), .matrix([[1], [1]])]],
        properties: [.argument(2, .additive)],
        isOpen: true,
        source: "Shazeer (2020), GLU variants improve Transformer")
}
