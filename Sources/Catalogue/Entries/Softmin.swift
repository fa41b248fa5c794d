import DeepLearning
import Tensors

extension Implementation {
    static let softmin = Implementation(
        "softmin", title: Title("Softmin", "Softmin 函数"),
        aliases: ["softmin function", "softmin 运算"],
        equation: #"\operatorname{softmin}(x)_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}"#,
        parameters: [
            Parameter("x", symbols: ["z", "o"], shape: ["...", "q"]),
        ],
        result: ["...", "q"],
        variants: [
            Variant("last-axis", "over the last axis") { (a) throws(TensorError) in try DeepLearning.softmax(-a[0]) },
        ],
        sample: [Tensor([1, 2, 3])],
        stressSamples: [[Tensor([-1000, 0, 1000])]],
        properties: [.sumsToOne, .shiftInvariant, .bounded(0, 1)],
        source: "Goodfellow, Bengio and Courville (2016), Deep learning")
}
