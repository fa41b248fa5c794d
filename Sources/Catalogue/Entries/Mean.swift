import DeepLearning
import Tensors

extension Implementation {
    static let mean = Implementation(
        "mean", title: Title("Arithmetic mean", "均值"),
        aliases: ["mean", "average", "sample mean", "平均值", "算术平均", "样本均值", "平均数"],
        topics: [
            "归一化", "normalization",
            "expectation", "期望", "mean and variance", "batch normalization", "批量归一化", "标准化", "standardization", "均值", "covariance",
        ],
        equation: #"\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i"#,
        parameters: [Parameter("x", symbols: ["X", "z"], shape: ["n"])],
        result: [],
        variants: [
            Variant("standard", "Σ x_i / n") { (a) throws(TensorError) in try a[0].mean() },
        ],
        sample: [Tensor([1, 2, 3, 6])],
        stressSamples: [[Tensor([1e300, 1e300])], [Tensor([-1e300, 1e300, 3])], [Tensor([5, 5, 5])]],
        properties: [.additive, .homogeneous(degree: 1), .odd],
        source: "Bishop (2006), Pattern recognition and machine learning, 1.2")
}
