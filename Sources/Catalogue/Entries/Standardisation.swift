import DeepLearning
import Tensors

extension Implementation {
    static let standardisation = Implementation(
        "standardisation", title: Title("Standardisation", "标准化"),
        aliases: [
            "standardization", "z-score", "standard score", "z-score normalization", "标准分数", "z-score 标准化",
            "标准化变换",
        ],
        topics: ["normalization", "normalisation", "归一化", "batch normalization", "批量归一化", "批量规范化", "standard score"],
        equation: #"z = \frac{x - \mu}{\sigma}"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: .any),
            Parameter("mu", symbols: ["x_bar"], shape: .any),
            Parameter("sigma", symbols: ["s"], shape: .any, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("statistics", "mean and standard deviation given") { (a) throws(TensorError) in
                try (a[0] - a[1]) / a[2]
            },
            Variant("sample", "of a vector, by its own statistics",
                parameters: [.init("x", shape: ["n"])], result: ["n"], sample: [Tensor([1, 2, 6])]) { (a) throws(TensorError) in
                try DeepLearning.standardised(a[0], axis: 0)
            },
        ],
        sample: [Tensor([1, 2, 6]), 3, 2],
        stressSamples: [[Tensor([1]), 1, 1e-300]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        source: "Pearson (1894), Contributions to the mathematical theory of evolution")
}
