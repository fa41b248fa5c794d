import DeepLearning
import Tensors

extension Implementation {
    static let softmax = Implementation(
        "softmax", title: Title("Softmax", "归一化指数函数"),
        aliases: [
            "softmax function", "normalized exponential function", "softargmax", "softmax 函数", "softmax 运算",
            "柔性最大值函数",
        ],
        topics: ["softmax regression", "softmax 回归", "attention", "注意力"],
        equation: #"\operatorname{softmax}(o)_i = \frac{e^{o_i}}{\sum_{j=1}^{q} e^{o_j}}"#,
        parameters: [Parameter("o", symbols: ["x", "z", "a", "s"], shape: ["...", "q"])],
        result: ["...", "q"],
        variants: [
            Variant("last-axis", "over the last axis: each row of a batch") { (a) throws(TensorError) in
                try DeepLearning.softmax(a[0])
            },
        ],
        sample: [Tensor([1, 2, 3])],
        stressSamples: [[Tensor([1000, 1001, 1002])], [Tensor([-1000, 0, 1000])], [Tensor([5, 5, 5])]],
        properties: [.sumsToOne, .shiftInvariant, .keepsArgmax, .bounded(0, 1)],
        source: "Bridle (1990), Probabilistic interpretation of feedforward classification network outputs")
}
