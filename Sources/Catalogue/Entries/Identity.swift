import DeepLearning
import Tensors

extension Implementation {
    static let identity = Implementation(
        "identity", title: Title("Identity", "恒等函数"),
        aliases: ["identity function", "linear activation", "恒等映射", "恒等激活函数", "线性激活函数"],
        equation: #"f(x) = x"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x") { (a) throws(TensorError) in a[0] },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1e308, 0, 1e-308, 1e308])]],
        properties: [.monotone, .odd, .idempotent, .additive],
        source: "Bishop (2006), Pattern recognition and machine learning, 5.1")
}
