import Tensors

extension Implementation {
    static let weightNormalisation = Implementation(
        "weight-normalisation", title: Title("Weight normalisation", "权重归一化"),
        aliases: ["weight normalization", "weight norm", "权重标准化"],
        equation: #"w = g \frac{v}{\|v\|}"#,
        parameters: [
            Parameter("v", shape: ["d"]),
            Parameter("g", default: 1),
        ],
        result: ["d"],
        variants: [
            Variant("standard", "direction v, length g") { (a) throws(TensorError) in try a[1] * a[0] / a[0].square().sum().sqrt() },
        ],
        sample: [Tensor([3, 4]), 2],
        isOpen: true,
        source: "Salimans and Kingma (2016), Weight normalization")
}
