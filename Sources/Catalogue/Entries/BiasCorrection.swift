import DeepLearning
import Tensors

extension Implementation {
    static let biasCorrection = Implementation(
        "bias-correction", title: Title("Bias correction", "偏差修正"),
        aliases: ["bias-corrected average", "偏差校正", "偏差纠正"],
        topics: ["Adam", "AdamW", "偏差修正", "bias correction"],
        equation: #"\hat{v} = \frac{v}{1 - \beta^{t}}"#,
        parameters: [
            Parameter("v", symbols: ["m", "s"], shape: .any),
            Parameter("t", shape: .scalar, domain: .positiveInteger),
            Parameter("beta", symbols: ["beta_1", "beta_2"], default: 0.9, domain: .interval(0.5, 0.95)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "v / (1 − β^t)") { (a) throws(TensorError) in
                try DeepLearning.biasCorrected(a[0], step: a[1], beta: a[2])
            },
        ],
        sample: [Tensor([0.1, -0.2]), 1, 0.9],
        stressSamples: [[Tensor([0, 1e200]), 1, 0.999], [Tensor([1]), 10000, 0.9]],
        properties: [.additive, .homogeneous(degree: 1), .odd],
        source: "Kingma and Ba (2015), Adam: a method for stochastic optimization, section 3")
}
