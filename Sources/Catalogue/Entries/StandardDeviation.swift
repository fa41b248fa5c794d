import DeepLearning
import Tensors

extension Implementation {
    static let standardDeviation = Implementation(
        "standard-deviation", title: Title("Standard deviation", "标准差"),
        aliases: ["std", "sample standard deviation", "标准偏差", "样本标准差"],
        topics: ["标准化", "standardization", "variance", "方差"],
        equation: #"\sigma = \sqrt{\frac{1}{n} \sum_{i=1}^{n} (x_i - \bar{x})^2}"#,
        parameters: [Parameter("x", symbols: ["X", "z"], shape: ["n"])],
        result: [],
        variants: [
            Variant("population", "divided by n") { (a) throws(TensorError) in try a[0].standardDeviation() },
            Variant("sample", "divided by n − 1") { (a) throws(TensorError) in
                try a[0].standardDeviation(correction: 1)
            },
        ],
        sample: [Tensor([1, 2, 3, 6])],
        stressSamples: [[Tensor([5, 5, 5])]],
        properties: [.nonNegative, .shiftInvariant, .even, .homogeneous(degree: 1)],
        source: "Pearson (1894), Contributions to the mathematical theory of evolution")
}
