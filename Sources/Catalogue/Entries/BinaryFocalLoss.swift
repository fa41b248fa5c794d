import Tensors

extension Implementation {
    static let binaryFocalLoss = Implementation(
        "binary-focal-loss", title: Title("Focal loss of two classes", "二分类焦点损失"),
        aliases: ["binary focal loss", "sigmoid focal loss", "二分类 focal loss"],
        topics: ["focal loss", "焦点损失"],
        equation: #"l = -\alpha (1 - p)^\gamma \log p"#,
        parameters: [
            Parameter("p", symbols: ["p_t"], shape: .any, domain: .probability),
            Parameter("gamma", default: 2, domain: .positive),
            Parameter("alpha", symbols: ["alpha_t"], default: 1, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("class", "of the probability of the right class") { (a) throws(TensorError) in try -(a[2] * (1 - a[0]).power(a[1]) * a[0].log()) },
        ],
        sample: [Tensor([0.2, 0.9]), 2, 1],
        stressSamples: [[Tensor([0, 1e-300, 1]), 2, 0.25]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Lin et al. (2017), Focal loss for dense object detection")
}
