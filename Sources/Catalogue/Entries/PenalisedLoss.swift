import Tensors

extension Implementation {
    static let penalisedLoss = Implementation(
        "penalised-loss", title: Title("Loss with a penalty", "带正则项的损失"),
        aliases: ["regularised loss", "regularized loss", "正则化损失", "正则化目标函数", "带正则化的损失函数"],
        topics: ["regularization", "regularisation", "正则化", "weight decay", "权重衰减", "L2", "L1", "过拟合", "overfitting", "ridge", "lasso"],
        equation: #"J = L + \frac{\lambda}{2} \|w\|^2"#,
        parameters: [
            Parameter("J", symbols: ["L", "E", "C", "J_w", "L_w", "J_wXy", "L_wb", "J_0", "l", "C_0", "E_D", "E_w", "L_0", "J_theta"], shape: []),
            Parameter("lambda", symbols: ["alpha", "beta", "mu"], shape: [], domain: .positive),
            Parameter("w", symbols: ["theta", "W", "beta"], shape: ["d"]),
        ],
        result: [],
        variants: [
            Variant("half", "half the squares") { (a) throws(TensorError) in try a[0] + a[1] / 2 * a[2].square().sum() },
            Variant("full", "the squares",
                parameters: [
                    .init("J", symbols: ["L", "E", "C", "J_w", "L_w", "J_wXy", "L_wb", "l"], shape: []),
                    .init("lambda", symbols: ["alpha", "beta", "mu"], shape: [], domain: .positive),
                    .init("w", symbols: ["theta", "W", "beta"], shape: ["d"]),
                ],
                result: [],
                sample: [1, 0.1, Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2].square().sum() },
            Variant("half-mean", "half the squares over the number of examples",
                parameters: [
                    .init("J", symbols: ["L", "E", "C", "J_w", "L_w", "l", "C_0"], shape: []),
                    .init("lambda", symbols: ["alpha", "beta", "mu"], shape: [], domain: .positive),
                    .init("w", symbols: ["theta", "W", "beta"], shape: ["d"]),
                    .init("m", symbols: ["n", "N"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [1, 0.1, Tensor([1, 2]), 10]
            ) { (a) throws(TensorError) in try a[0] + a[1] / (2 * a[3]) * a[2].square().sum() },
            Variant("magnitudes", "the magnitudes",
                parameters: [
                    .init("J", symbols: ["L", "E", "C", "J_w", "L_w", "J_wXy", "L_wb", "l"], shape: []),
                    .init("lambda", symbols: ["alpha", "beta", "mu"], shape: [], domain: .positive),
                    .init("w", symbols: ["theta", "W", "beta"], shape: ["d"]),
                ],
                result: [],
                sample: [1, 0.1, Tensor([1, -2])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * a[2].abs().sum() },
            Variant("magnitudes-mean", "the magnitudes over the number of examples",
                parameters: [
                    .init("J", symbols: ["L", "E", "C", "J_w", "L_w", "l", "C_0"], shape: []),
                    .init("lambda", symbols: ["alpha", "beta", "mu"], shape: [], domain: .positive),
                    .init("w", symbols: ["theta", "W", "beta"], shape: ["d"]),
                    .init("m", symbols: ["n", "N"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [1, 0.1, Tensor([1, -2]), 10]
            ) { (a) throws(TensorError) in try a[0] + a[1] / a[3] * a[2].abs().sum() },
        ],
        sample: [1, 0.1, Tensor([1, 2])],
        stressSamples: [[0, 1, Tensor([1e+100])]],
        properties: [.affine, .monotone],
        needsNames: true,
        isOpen: true,
        source: "Krogh and Hertz (1992), A simple weight decay can improve generalization")
}
