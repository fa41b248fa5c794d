import DeepLearning
import Tensors

extension Implementation {
    static let layerNormalisation = Implementation(
        "layer-normalisation", title: Title("Layer normalisation", "层归一化"),
        aliases: ["layer normalization", "layer norm", "layernorm", "层规范化", "层标准化"],
        topics: ["batch normalization", "Batch Norm", "批量归一化", "批量规范化", "归一化", "normalization", "LayerNorm", "transformer"],
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
            .givenStatistics,
        ],
        sample: [Tensor([1, 2, 6]), 1, 0, 1e-5],
        stressSamples: [[Tensor([5, 5]), 1, 0, 1e-5]],
        properties: [.shiftInvariant, .argument(2, .affine)],
        source: "Ba, Kiros and Hinton (2016), Layer normalization")
}
