import DeepLearning
import Tensors

extension Implementation {
    static let variance = Implementation(
        "variance", title: Title("Variance", "方差"),
        aliases: ["var", "population variance", "sample variance", "样本方差", "总体方差"],
        topics: ["标准化", "standardization", "batch normalization", "批量归一化", "standard deviation", "标准差", "layer normalization", "层归一化", "z-score"],
        symbols: ["Var"],
        equation: #"\operatorname{Var}(x) = \frac{1}{n} \sum_{i=1}^{n} (x_i - \bar{x})^2"#,
        parameters: [Parameter("x", symbols: ["X", "z"], shape: ["n"])],
        result: [],
        variants: [
            Variant("population", "divided by n") { (a) throws(TensorError) in try a[0].variance() },
            Variant("sample", "divided by n − 1", cues: ["unbiased", "bessel", "无偏", "贝塞尔"]) { (a) throws(TensorError) in try a[0].variance(correction: 1) },
        ],
        sample: [Tensor([1, 2, 3, 6])],
        stressSamples: [[Tensor([1e9, 1e9])], [Tensor([100000001, 100000002, 100000003])]],
        properties: [.nonNegative, .shiftInvariant, .even, .homogeneous(degree: 2)],
        source: "Fisher (1918), The correlation between relatives on the supposition of Mendelian inheritance")
}
