import DeepLearning
import Tensors

extension Implementation {
    static let selu = Implementation(
        "selu", title: Title("SELU", "缩放指数线性单元"),
        aliases: ["scaled exponential linear unit", "SELU 函数", "自归一化线性单元"],
        equation: #"\operatorname{SELU}(x) = \lambda \operatorname{ELU}(x, \alpha)"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "1.0507 ELU(x) with α = 1.67326") { (a) throws(TensorError) in
                try DeepLearning.selu(a[0])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.monotone],
        source: "Klambauer et al. (2017), Self-normalizing neural networks")
}
