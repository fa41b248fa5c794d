import DeepLearning
import Tensors

extension Implementation {
    static let hardTanh = Implementation(
        "hard-tanh", title: Title("Hard tanh", "硬双曲正切"),
        aliases: ["hardtanh", "hard hyperbolic tangent", "hard-tanh 函数"],
        equation: #"\operatorname{hardtanh}(x) = \max(-1, \min(1, x))"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x cut off at −1 and 1") { (a) throws(TensorError) in
                try DeepLearning.hardTanh(a[0])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.odd, .monotone, .idempotent, .bounded(-1, 1)],
        source: "Collobert (2004), Large scale machine learning")
}
