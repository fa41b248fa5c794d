import Tensors

extension Implementation {
    static let infoNce = Implementation(
        "info-nce", title: Title("InfoNCE loss", "InfoNCE 损失"),
        aliases: ["NT-Xent", "contrastive predictive coding loss", "对比学习损失", "InfoNCE 损失函数"],
        topics: ["contrastive learning", "对比学习", "CLIP", "SimCLR"],
        equation: #"l = -\log \frac{e^{p / \tau}}{\sum_j e^{s_j / \tau}}"#,
        parameters: [
            Parameter("p", symbols: ["s_+", "s_p"], shape: []),
            Parameter("s", shape: ["n"]),
            Parameter("tau", symbols: ["T", "t"], default: 1, domain: .positive),
        ],
        result: [],
        variants: [
            Variant("all", "all scores below, the positive one among them") { (a) throws(TensorError) in
                try (a[1] / a[2]).logSumExp() - a[0] / a[2]
            },
            Variant("apart", "the positive score apart from the negative ones") { (a) throws(TensorError) in
                let low = try (a[1] / a[2]).logSumExp()
                let high = try a[0] / a[2]
                return try (low - high).softplus()
            },
        ],
        sample: [2, Tensor([2, 0.5, -1]), 0.5],
        stressSamples: [[1000, Tensor([1000, -1000]), 0.1]],
        properties: [.decreasing, .affine, .argument(1, .monotone)],
        isOpen: true,
        source: "van den Oord, Li and Vinyals (2018), Representation learning with contrastive predictive coding")
}
