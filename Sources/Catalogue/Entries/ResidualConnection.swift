import Tensors

extension Implementation {
    static let residualConnection = Implementation(
        "residual-connection", title: Title("Residual connection", "残差连接"),
        aliases: ["residual block", "skip connection", "残差块", "跳跃连接"],
        topics: ["ResNet", "残差网络", "residual", "残差"],
        equation: #"y = F(x) + x"#,
        parameters: [
            Parameter("F", symbols: ["F_x", "f", "f_x", "F_x_l", "Sublayer"], shape: .any),
            Parameter("x", symbols: ["x_l", "h", "X"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "what a block computes, added to what came in") { (a) throws(TensorError) in try a[0] + a[1] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1])],
        stressSamples: [[Tensor([0, 1e+200]), Tensor([1, -1e+200])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "He et al. (2016), Deep residual learning for image recognition")
}
