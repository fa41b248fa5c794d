import DeepLearning
import Tensors

extension Implementation {
    static let layerNormalisation = Implementation(
        "layer-normalisation", title: Title("Layer normalisation", "层归一化"),
        aliases: ["layer normalization", "layer norm", "LN", "layernorm", "层规范化", "层标准化"],
        topics: ["LayerNorm", "transformer"],
        symbols: ["LN"],
        equation: #"\operatorname{LN}(x) = \gamma \odot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: ["...", "d"]),
            Parameter("gamma", default: 1),
            Parameter("beta", default: 0),
            Parameter("epsilon", default: 1e-5, domain: .interval(1e-6, 1e-4)),
        ],
        result: ["...", "d"],
        variants: [
            Variant("layer", "statistics of each row") { (a) throws(TensorError) in
                try DeepLearning.layerNormalisation(a[0], gamma: a[1], beta: a[2], epsilon: a[3])
            },
            Variant("statistics", "mean and standard deviation given",
                parameters: [
                    .init("x", shape: .any), .init("mu", symbols: ["mu_hat_B", "mu_B"], shape: .any), .init("sigma", symbols: ["sigma_hat_B", "sigma_B"], shape: .any, domain: .positive),
                    .init("gamma", default: 1), .init("beta", default: 0), .init("epsilon", default: 0, domain: .interval(0, 1e-3)),
                ],
                result: .any, sample: [Tensor([1, 2, 3]), 2, 0.8, 1, 0, 0]) { (a) throws(TensorError) in
                try a[3] * (a[0] - a[1]) / (a[2].square() + a[5]).sqrt() + a[4]
            },
        ],
        sample: [Tensor([1, 2, 6]), 1, 0, 1e-5],
        stressSamples: [[Tensor([5, 5]), 1, 0, 1e-5]],
        properties: [.shiftInvariant],
        source: "Ba, Kiros and Hinton (2016), Layer normalization")
}
