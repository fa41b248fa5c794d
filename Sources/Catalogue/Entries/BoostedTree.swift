import Tensors

extension Implementation {
    static let boostedTree = Implementation(
        "boosted-tree", title: Title("Scores of a boosted tree", "提升树的得分"),
        aliases: ["XGBoost leaf weight", "XGBoost gain", "leaf weight of XGBoost", "叶子权重"],
        topics: ["XGBoost", "GBDT", "梯度提升", "gradient boosting", "提升树"],
        equation: #"w = -\frac{G}{H + \lambda}"#,
        parameters: [
            Parameter("G", symbols: ["G_j", "g"], shape: .any),
            Parameter("H", symbols: ["H_j", "h"], shape: .any, domain: .positive),
            Parameter("lambda", shape: [], domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("weight", "the best weight of a leaf") { (a) throws(TensorError) in try -a[0] / (a[1] + a[2]) },
            Variant("sums", "the best weight of a leaf from its examples",
                parameters: [
                    .init("g", shape: ["n"]),
                    .init("h", shape: ["n"], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                ],
                result: [], sample: [Tensor([1, -2]), Tensor([1, 1]), 1]
            ) { (a) throws(TensorError) in try -a[0].sum() / (a[1].sum() + a[2]) },
            Variant("objective", "the objective with the best weights",
                parameters: [
                    .init("G", symbols: ["G_j"], shape: ["T"]),
                    .init("H", symbols: ["H_j"], shape: ["T"], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                    .init("gamma", shape: [], domain: .positive),
                    .init("T", shape: [], domain: .positive),
                ],
                result: [], sample: [Tensor([1, -2]), Tensor([1, 1]), 1, 0.5, 2]
            ) { (a) throws(TensorError) in try -0.5 * (a[0].square() / (a[1] + a[2])).sum() + a[3] * a[4] },
            Variant("objective-sized", "the objective with the best weights, as many leaves as sums",
                parameters: [
                    .init("G", symbols: ["G_j"], shape: ["T"]),
                    .init("H", symbols: ["H_j"], shape: ["T"], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                    .init("gamma", shape: [], domain: .positive),
                ],
                result: [], sample: [Tensor([1, -2]), Tensor([1, 1]), 1, 0.5]
            ) { (a) throws(TensorError) in try -0.5 * (a[0].square() / (a[1] + a[2])).sum() + a[3] * Tensor(Double(a[0].count)) },
            Variant("penalty-sized", "the price of a tree with as many leaves as weights",
                parameters: [
                    .init("gamma", shape: [], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                    .init("w", symbols: ["w_j"], shape: ["T"]),
                ],
                result: [], sample: [0.5, 1, Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[0] * Tensor(Double(a[2].count)) + 0.5 * a[1] * a[2].square().sum() },
            Variant("gain", "what a split gains",
                parameters: [
                    .init("G_L", symbols: ["G_l"], shape: []),
                    .init("G_R", symbols: ["G_r"], shape: []),
                    .init("H_L", symbols: ["H_l"], shape: [], domain: .positive),
                    .init("H_R", symbols: ["H_r"], shape: [], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                    .init("gamma", shape: [], domain: .positive),
                ],
                result: [], sample: [1, -2, 1, 1, 1, 0.5]
            ) { (a) throws(TensorError) in try 0.5 * (a[0].square() / (a[2] + a[4]) + a[1].square() / (a[3] + a[4]) - (a[0] + a[1]).square() / (a[2] + a[3] + a[4])) - a[5] },
            Variant("gain-plain", "what a split gains, without the half and the price of a leaf",
                parameters: [
                    .init("G_L", symbols: ["G_l"], shape: []),
                    .init("G_R", symbols: ["G_r"], shape: []),
                    .init("H_L", symbols: ["H_l"], shape: [], domain: .positive),
                    .init("H_R", symbols: ["H_r"], shape: [], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                ],
                result: [], sample: [1, -2, 1, 1, 1]
            ) { (a) throws(TensorError) in try a[0].square() / (a[2] + a[4]) + a[1].square() / (a[3] + a[4]) - (a[0] + a[1]).square() / (a[2] + a[3] + a[4]) },
            Variant("penalty", "the price of a tree",
                parameters: [
                    .init("gamma", shape: [], domain: .positive),
                    .init("T", shape: [], domain: .positive),
                    .init("lambda", shape: [], domain: .positive),
                    .init("w", symbols: ["w_j"], shape: ["T"]),
                ],
                result: [], sample: [0.5, 2, 1, Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[0] * a[1] + 0.5 * a[2] * a[3].square().sum() },
        ],
        sample: [Tensor([1, -2]), Tensor([1, 3]), 1],
        stressSamples: [[Tensor([0]), Tensor([1e-300]), 1]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Chen and Guestrin (2016), XGBoost: a scalable tree boosting system")
}
