import DeepLearning
import Tensors

extension Implementation {
    static let covariance = Implementation(
        "covariance", title: Title("Covariance", "协方差"),
        aliases: ["cov", "sample covariance", "样本协方差"],
        topics: ["协方差矩阵", "correlation"],
        symbols: ["Cov"],
        equation: #"\operatorname{Cov}(x, y) = \frac{1}{n} \sum_{i=1}^{n} (x_i - \bar{x})(y_i - \bar{y})"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: ["n"]),
            Parameter("y", symbols: ["Y"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("population", "divided by n") { (a) throws(TensorError) in
                try DeepLearning.covariance(a[0], a[1])
            },
            Variant("sample", "divided by n − 1") { (a) throws(TensorError) in
                try DeepLearning.covariance(a[0], a[1], correction: 1)
            },
        ],
        sample: [Tensor([1, 2, 3, 6]), Tensor([2, 1, 4, 5])],
        stressSamples: [[Tensor([100000001, 100000002, 100000003]), Tensor([1, 2, 4])]],
        properties: [.symmetric, .shiftInvariant, .additive],
        source: "Fisher (1925), Statistical methods for research workers")
}
