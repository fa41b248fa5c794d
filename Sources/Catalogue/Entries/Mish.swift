import DeepLearning
import Tensors

extension Implementation {
    static let mish = Implementation(
        "mish", title: Title("Mish", "Mish 函数"),
        aliases: ["mish function", "mish 激活函数"],
        equation: #"\operatorname{mish}(x) = x \tanh(\log(1 + e^{x}))"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x tanh(softplus(x))") { (a) throws(TensorError) in try DeepLearning.mish(a[0]) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.bounded(-0.30885, .infinity)],
        source: "Misra (2019), Mish: a self regularized non-monotonic activation function")
}
