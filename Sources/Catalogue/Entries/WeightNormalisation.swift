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
            Variant("standard", "direction v, length g") { (a) throws(TensorError) in try a[1] * (a[0] / a[0].norm()) },
        ],
        sample: [Tensor([3, 4]), 2],
        stressSamples: [[Tensor([3e200, 4e200]), 2], [Tensor([3e-200, 4e-200]), 2]],
        properties: [.odd, .homogeneous(degree: 0), .argument(1, .additive)],
        isOpen: true,
        source: "Salimans and Kingma (2016), Weight normalization")
}
