import Tensors

extension Implementation {
    static let specificity = Implementation(
        "specificity", title: Title("Specificity", "特异度"),
        aliases: ["true negative rate", "TNR", "真负率", "真阴性率"],
        equation: #"\operatorname{specificity} = \frac{TN}{TN + FP}"#,
        parameters: [
            Parameter("TN", shape: [], domain: .positiveInteger),
            Parameter("FP", shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("standard", "true negatives among the negatives") { (a) throws(TensorError) in try a[0] / (a[0] + a[1]) },
        ],
        sample: [8, 2],
        stressSamples: [[0, 0], [0, 5]],
        properties: [.bounded(0, 1)],
        source: "Yerushalmy (1947), Statistical problems in assessing methods of medical diagnosis")
}
