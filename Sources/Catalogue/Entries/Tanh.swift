import DeepLearning
import Tensors

extension Implementation {
    static let tanh = Implementation(
        "tanh", title: Title("Hyperbolic tangent", "双曲正切"),
        aliases: ["tanh function", "hyperbolic tangent function", "双曲正切函数", "双曲正切激活函数", "tanh 函数", "tanh 激活函数"],
        topics: ["hyperbolic tangent", "RNN"],
        equation: #"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "(e^x − e^−x) / (e^x + e^−x)") { (a) throws(TensorError) in
                try DeepLearning.tanh(a[0])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.bounded(-1, 1), .monotone, .odd],
        source: "NIST Handbook of Mathematical Functions (2010), 4.28.4")
}
