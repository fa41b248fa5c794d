import DeepLearning
import Tensors

extension Implementation {
    static let softsign = Implementation(
        "softsign", title: Title("Softsign", "Softsign 函数"),
        aliases: ["softsign function", "softsign 激活函数", "软符号函数"],
        equation: #"\operatorname{softsign}(x) = \frac{x}{1 + |x|}"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x / (1 + |x|)") { (a) throws(TensorError) in try DeepLearning.softsign(a[0]) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.odd, .monotone, .bounded(-1, 1)],
        source: "Turian, Bergstra and Bengio (2009), Quadratic features and deep architectures for chunking")
}
