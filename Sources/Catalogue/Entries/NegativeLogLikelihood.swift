import DeepLearning
import Tensors

extension Implementation {
    static let negativeLogLikelihood = Implementation(
        "negative-log-likelihood", title: Title("Negative log-likelihood", "负对数似然"),
        aliases: ["NLL", "NLL loss", "negative log likelihood loss", "负对数似然损失", "负对数似然函数"],
        topics: ["maximum likelihood", "最大似然", "log-likelihood", "对数似然", "NLL"],
        symbols: ["NLL"],
        equation: #"\operatorname{NLL}(p) = -\log p"#,
        parameters: [Parameter("p", symbols: ["y_hat"], shape: .any, domain: .probability)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "−log of each probability") { (a) throws(TensorError) in
                try DeepLearning.negativeLogLikelihood(a[0])
            },
            Variant("sum", "sum over the examples",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.negativeLogLikelihood(a[0], reduction: .sum)
            },
            Variant("mean", "mean over the examples",
                result: []) { (a) throws(TensorError) in
                try DeepLearning.negativeLogLikelihood(a[0], reduction: .mean)
            },
        ],
        sample: [Tensor([0.9, 0.5, 0.1])],
        stressSamples: [[Tensor([0, 1e-300, 1])]],
        properties: [.nonNegative],
        source: "Fisher (1922), On the mathematical foundations of theoretical statistics")
}
