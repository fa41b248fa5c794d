import Tensors

extension Implementation {
    static let intersectionOverUnion = Implementation(
        "intersection-over-union", title: Title("Intersection over union", "交并比"),
        aliases: ["IoU", "Jaccard index", "Jaccard coefficient", "Jaccard 系数", "Jaccard similarity", "交并比 IoU"],
        equation: #"\operatorname{IoU} = \frac{TP}{TP + FP + FN}"#,
        parameters: [
            Parameter("TP", shape: [], domain: .positiveInteger),
            Parameter("FP", shape: [], domain: .positiveInteger),
            Parameter("FN", shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("counts", "from true positives, false positives and false negatives") { (a) throws(TensorError) in try a[0] / (a[0] + a[1] + a[2]) },
            Variant("sizes", "from the sizes of the sets and of their intersection",
                parameters: [.init("I", shape: [], domain: .interval(1, 3)), .init("A", shape: [], domain: .interval(4, 9)), .init("B", shape: [], domain: .interval(4, 9))],
                sample: [2, 4, 5]) { (a) throws(TensorError) in try a[0] / (a[1] + a[2] - a[0]) },
            Variant("areas", "from the areas of intersection and union",
                parameters: [.init("I", symbols: ["intersection", "Intersection"], shape: [], domain: .positive), .init("U", symbols: ["union", "Union"], shape: [], domain: .positive)],
                sample: [2, 5]) { (a) throws(TensorError) in try a[0] / a[1] },
        ],
        sample: [8, 2, 4],
        stressSamples: [[0, 0, 0], [0, 5, 5]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Jaccard (1901), Étude comparative de la distribution florale")
}
