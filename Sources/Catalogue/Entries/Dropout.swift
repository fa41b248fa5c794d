import DeepLearning
import Tensors

extension Implementation {
    static let dropout = Implementation(
        "dropout", title: Title("Dropout", "丢弃法"),
        aliases: ["inverted dropout", "dropout 层", "暂退法", "随机失活"],
        topics: ["regularization", "正则化"],
        equation: #"x' = \frac{x \odot m}{1 - p}"#,
        parameters: [
            Parameter("x", symbols: ["h", "a"], shape: .any),
            Parameter("m", symbols: ["mask", "r"], shape: .any, domain: .binary),
            Parameter("p", default: 0.5, domain: .interval(0.1, 0.9)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("inverted", "kept with chance 1 − p, divided by it") { (a) throws(TensorError) in
                try DeepLearning.dropout(a[0], mask: a[1], p: a[2])
            },
            Variant("keep-probability", "kept with chance p, divided by it") { (a) throws(TensorError) in
                try DeepLearning.dropout(a[0], mask: a[1], p: 1 - a[2])
            },
            Variant("plain", "not rescaled") { (a) throws(TensorError) in
                try DeepLearning.hadamardProduct(a[0], a[1])
            },
        ],
        sample: [Tensor([1, 2, 3, 4]), Tensor([1, 0, 1, 1]), 0.5],
        stressSamples: [[Tensor([1e200, 0, 1]), Tensor([0, 0, 0]), 0.5], [Tensor([1e200, 0, 1]), Tensor([1, 1, 1]), 0]],
        properties: [.additive],
        assumptions: ["m is 0 or 1"],
        needsNames: true,
        source: "Srivastava et al. (2014), Dropout: a simple way to prevent neural networks from overfitting")
}
