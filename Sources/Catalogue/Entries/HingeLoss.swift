import DeepLearning
import Tensors

extension Implementation {
    static let hingeLoss = Implementation(
        "hinge-loss", title: Title("Hinge loss", "合页损失"),
        aliases: ["hinge", "hinge loss function", "合页损失函数", "铰链损失", "折页损失", "铰链损失函数"],
        topics: ["SVM", "support vector machine", "支持向量机"],
        equation: #"l(y, f) = \max(0, 1 - y f)"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: .any, domain: .signs),
            Parameter("f", symbols: ["y_hat", "s"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "one value for each element") { (a) throws(TensorError) in
                try DeepLearning.hingeLoss(a[0], a[1])
            },
            Variant("mean", "mean over all elements",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.hingeLoss(a[0], a[1], reduction: .mean)
            },
            Variant("sum", "sum over all elements",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.hingeLoss(a[0], a[1], reduction: .sum)
            },
            Variant("squared", "its square") { (a) throws(TensorError) in
                try DeepLearning.hingeLoss(a[0], a[1]).square()
            },
        ],
        sample: [Tensor([1, -1, 1]), Tensor([0.5, -2, -1])],
        stressSamples: [[Tensor([1, -1]), Tensor([1e300, 1e300])], [Tensor([1, -1]), Tensor([1, -1])]],
        properties: [.nonNegative],
        source: "Cortes and Vapnik (1995), Support-vector networks")
}
