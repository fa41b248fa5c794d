import Tensors

extension Implementation {
    static let marginWidth = Implementation(
        "margin-width", title: Title("Width of the margin", "间隔宽度"),
        aliases: ["geometric margin width", "几何间隔"],
        topics: ["SVM", "支持向量机", "margin", "最大间隔", "间隔"],
        equation: #"\gamma = \frac{2}{\|w\|}"#,
        parameters: [
            Parameter("w", symbols: ["theta", "beta"], shape: ["d"]),
        ],
        result: [],
        variants: [
            Variant("both", "between both sides") { (a) throws(TensorError) in try 2 / a[0].norm() },
            Variant("one", "from the plane to one side") { (a) throws(TensorError) in try 1 / a[0].norm() },
        ],
        sample: [Tensor([3, 4])],
        stressSamples: [[Tensor([1e-200, 0])]],
        properties: [.homogeneous(degree: -1)],
        needsNames: true,
        isOpen: true,
        source: "Vapnik (1995), The nature of statistical learning theory")
}
