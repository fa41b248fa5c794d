import Tensors

extension Implementation {
    static let scaleAndShift = Implementation(
        "scale-and-shift", title: Title("Scale and shift of a normalisation", "归一化的缩放与平移"),
        aliases: ["affine part of a normalisation", "缩放和平移"],
        topics: ["batch normalization", "Batch Norm", "BN", "批量归一化", "批量规范化", "归一化", "normalization", "layer normalization"],
        equation: #"y = \gamma \hat{x} + \beta"#,
        parameters: [
            Parameter("gamma", symbols: ["g"], shape: .any),
            Parameter("x_hat", symbols: ["x", "z_hat", "z_norm", "x_norm", "x_tilde"], shape: .any),
            Parameter("beta", shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "learnt scale and shift") { (a) throws(TensorError) in try a[0] * a[1] + a[2] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), Tensor([0, 1])],
        stressSamples: [[Tensor([0, 1e+200]), Tensor([1, 1]), Tensor([1, 0])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Ioffe and Szegedy (2015), Batch normalization")
}
