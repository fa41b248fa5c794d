import DeepLearning
import Tensors

extension Implementation {
    static let gelu = Implementation(
        "gelu", title: Title("GELU", "高斯误差线性单元"),
        aliases: ["Gaussian error linear unit", "GELU 函数", "GELU 激活函数"],
        topics: ["activation", "激活函数"],
        equation: #"\operatorname{GELU}(x) = x \, \Phi(x)"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("exact", "x Φ(x) with the normal distribution function") { (a) throws(TensorError) in
                try DeepLearning.gelu(a[0])
            },
            Variant("tanh", "the approximation by tanh") { (a) throws(TensorError) in
                try DeepLearning.geluApproximation(a[0])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.bounded(-0.17, .infinity)],
        source: "Hendrycks and Gimpel (2016), Gaussian error linear units")
}
