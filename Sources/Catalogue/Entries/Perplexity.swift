import DeepLearning
import Tensors

extension Implementation {
    static let perplexity = Implementation(
        "perplexity", title: Title("Perplexity", "困惑度"),
        aliases: ["PPL", "perplexity score", "语言模型困惑度"],
        topics: ["language model", "语言模型"],
        equation: #"\operatorname{PPL}(p) = \exp\left(-\frac{1}{n} \sum_{t=1}^{n} \log p_t\right)"#,
        parameters: [Parameter("p", symbols: ["P"], shape: ["n"], domain: .probability)],
        result: [],
        variants: [
            Variant("standard", "from the probabilities given to what happened") { (a) throws(TensorError) in
                try DeepLearning.perplexity(a[0])
            },
        ],
        sample: [Tensor([0.5, 0.25, 0.125])],
        stressSamples: [[Tensor([1e-300, 1])]],
        properties: [.nonNegative],
        source: "Jelinek et al. (1977), Perplexity: a measure of the difficulty of speech recognition tasks")
}
