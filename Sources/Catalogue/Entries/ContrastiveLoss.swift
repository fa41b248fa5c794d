import Tensors

extension Implementation {
    static let contrastiveLoss = Implementation(
        "contrastive-loss", title: Title("Contrastive loss", "对比损失"),
        aliases: ["pairwise contrastive loss", "对比损失函数"],
        topics: ["metric learning", "度量学习", "孪生网络", "siamese"],
        equation: #"l = y d^2 + (1 - y) \max(0, m - d)^2"#,
        parameters: [
            Parameter("y", symbols: ["Y"], shape: .any, domain: .binary),
            Parameter("d", symbols: ["D", "D_w"], shape: .any, domain: .nonNegative),
            Parameter("m", symbols: ["margin"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("similar-one", "y is 1 for similar pairs") { (a) throws(TensorError) in
                try a[0] * a[1].square() + (1 - a[0]) * Tensor.maximum(0, a[2] - a[1]).square()
            },
            Variant("similar-zero", "y is 0 for similar pairs") { (a) throws(TensorError) in
                try (1 - a[0]) * a[1].square() + a[0] * Tensor.maximum(0, a[2] - a[1]).square()
            },
            Variant("half", "half of it") { (a) throws(TensorError) in
                try 0.5 * (a[0] * a[1].square() + (1 - a[0]) * Tensor.maximum(0, a[2] - a[1]).square())
            },
            Variant("half-zero", "half of it, y is 0 for similar pairs") { (a) throws(TensorError) in
                try 0.5 * ((1 - a[0]) * a[1].square() + a[0] * Tensor.maximum(0, a[2] - a[1]).square())
            },
        ],
        sample: [Tensor([1, 0]), Tensor([0.5, 0.25]), 1],
        stressSamples: [[Tensor([1, 0, 0]), Tensor([1e100, 0, 5]), 1]],
        properties: [.affine],
        isOpen: true,
        source: "Hadsell, Chopra and LeCun (2006), Dimensionality reduction by learning an invariant mapping")
}
