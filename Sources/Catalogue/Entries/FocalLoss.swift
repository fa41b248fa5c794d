import DeepLearning
import Tensors

extension Implementation {
    static let focalLoss = Implementation(
        "focal-loss", title: Title("Focal loss", "焦点损失"),
        aliases: ["focal loss function", "focal 损失"],
        symbols: ["FL"],
        equation: #"\operatorname{FL}(p) = -(1 - p)^\gamma \log p"#,
        parameters: [
            Parameter("p", symbols: ["p_t"], shape: .any, domain: .probability),
            Parameter("gamma", default: 2, domain: .interval(0.5, 3)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "without class weights") { (a) throws(TensorError) in
                try DeepLearning.focalLoss(a[0], gamma: a[1])
            },
        ],
        sample: [Tensor([0.9, 0.5, 0.1]), 2],
        stressSamples: [[Tensor([0, 1e-300, 1]), 2]],
        properties: [.nonNegative],
        source: "Lin et al. (2017), Focal loss for dense object detection")
}
