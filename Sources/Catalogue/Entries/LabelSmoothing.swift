import DeepLearning
import Tensors

extension Implementation {
    static let labelSmoothing = Implementation(
        "label-smoothing", title: Title("Label smoothing", "标签平滑"),
        aliases: ["smoothed labels", "标签平滑化"],
        equation: #"y'_j = (1 - \epsilon) y_j + \frac{\epsilon}{q}"#,
        parameters: [
            Parameter("y", shape: ["...", "q"], domain: .distribution),
            Parameter("epsilon", symbols: ["alpha"], default: 0.1, domain: .interval(0.01, 0.5)),
        ],
        result: ["...", "q"],
        variants: [
            Variant("uniform", "mixed with the uniform distribution") { (a) throws(TensorError) in
                try DeepLearning.labelSmoothing(a[0], epsilon: a[1])
            },
        ],
        sample: [Tensor([0, 1, 0]), 0.1],
        stressSamples: [[Tensor([1, 0, 0]), 0], [Tensor([1, 0, 0]), 1]],
        properties: [.sumsToOne, .keepsArgmax, .nonNegative],
        source: "Szegedy et al. (2016), Rethinking the inception architecture for computer vision")
}
