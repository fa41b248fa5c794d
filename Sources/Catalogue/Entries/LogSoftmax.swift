import DeepLearning
import Tensors

extension Implementation {
    static let logSoftmax = Implementation(
        "log-softmax", title: Title("Log-softmax", "对数 softmax"),
        aliases: ["logsoftmax", "log softmax function", "对数 softmax 函数"],
        equation: #"\log \operatorname{softmax}(o)_i = o_i - \log \sum_{j=1}^{q} e^{o_j}"#,
        parameters: [Parameter("o", symbols: ["x", "z", "a", "s"], shape: ["...", "q"])],
        result: ["...", "q"],
        variants: [
            Variant("last-axis", "over the last axis") { (a) throws(TensorError) in
                try DeepLearning.logSoftmax(a[0])
            },
        ],
        sample: [Tensor([1, 2, 3])],
        stressSamples: [[Tensor([1000, 1001, 1002])], [Tensor([-1000, 0, 1000])], [Tensor([5, 5, 5])]],
        properties: [.shiftInvariant, .keepsArgmax, .bounded(-.infinity, 0)],
        source: "Goodfellow, Bengio and Courville (2016), Deep learning, 6.2.2.3")
}
