import Tensors

extension Implementation {
    static let varianceAboutMean = Implementation(
        "variance-about-mean", title: Title("Variance from a given mean", "已知均值的方差"),
        aliases: ["variance about the mean", "关于均值的方差"],
        topics: [
            "variance", "standard deviation", "方差", "标准差", "batch normalization", "批量归一化", "standardization",
            "标准化", "层归一化", "归一化", "normalization", "批量规范化",
        ],
        equation: #"\frac{1}{n} \sum_i (x_i - \mu)^2"#,
        parameters: [
            Parameter("x", symbols: ["X", "z", "Z"], shape: ["n"]),
            Parameter("mu", symbols: ["x_bar", "m", "mu_B", "Z_bar", "z_bar", "X_bar"], shape: []),
        ],
        result: [],
        variants: [
            Variant("variance", "divided by n") { (a) throws(TensorError) in try (a[0] - a[1]).square().mean() },
            Variant("sample-variance", "divided by n − 1") { (a) throws(TensorError) in try (a[0] - a[1]).square().sum() / Tensor(Double(max(a[0].count - 1, 1))) },
            Variant("deviation", "its root") { (a) throws(TensorError) in try (a[0] - a[1]).square().mean().sqrt() },
            Variant("sample-deviation", "its root, divided by n − 1") { (a) throws(TensorError) in
                try ((a[0] - a[1]).square().sum() / Tensor(Double(max(a[0].count - 1, 1)))).sqrt()
            },
        ],
        sample: [Tensor([1, 2, 3, 6]), 3],
        stressSamples: [[Tensor([100000001, 100000002, 100000003]), 100000002]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Fisher (1918), The correlation between relatives on the supposition of Mendelian inheritance")
}
