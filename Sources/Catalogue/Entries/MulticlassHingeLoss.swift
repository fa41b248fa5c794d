import DeepLearning
import Tensors

extension Implementation {
    static let multiclassHingeLoss = Implementation(
        "multiclass-hinge-loss", title: Title("Multiclass hinge loss", "多分类合页损失"),
        aliases: ["multiclass SVM loss", "Weston-Watkins loss", "多类合页损失", "多类支持向量机损失", "多分类铰链损失"],
        topics: ["SVM", "支持向量机"],
        equation: #"l_i = \sum_{j \ne y_i} \max(0, s_{ij} - s_{i y_i} + \Delta)"#,
        parameters: [
            Parameter("y", shape: ["n"], domain: .classIndex(of: "q")),
            Parameter("s", symbols: ["f", "o"], shape: ["n", "q"]),
            Parameter("Delta", symbols: ["margin", "delta"], default: 1, domain: .interval(0.5, 2)),
        ],
        result: ["n"],
        variants: [
            Variant("standard", "one value for each example") { (a) throws(TensorError) in
                try DeepLearning.multiclassHingeLoss(a[0], a[1], margin: a[2])
            },
            Variant("mean", "mean over the batch",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.multiclassHingeLoss(a[0], a[1], margin: a[2], reduction: .mean)
            },
        ],
        sample: [Tensor(integers: [0, 2]), .matrix([[3, 1, 2.5], [1, 2, 0.5]]), 1],
        stressSamples: [[Tensor(integers: [0]), .matrix([[1e300, -1e300]]), 1]],
        properties: [.nonNegative],
        source: "Weston and Watkins (1999), Support vector machines for multi-class pattern recognition")
}
