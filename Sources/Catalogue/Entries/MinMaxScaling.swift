import DeepLearning
import Tensors

extension Implementation {
    static let minMaxScaling = Implementation(
        "min-max-scaling", title: Title("Min-max scaling", "最大最小归一化"),
        aliases: ["min-max normalization", "min max scaling", "离差标准化", "最小-最大归一化", "min-max 归一化", "最大最小规范化"],
        topics: ["归一化", "normalization", "标准化", "feature scaling", "特征缩放", "min-max"],
        equation: #"x'_i = \frac{x_i - \min_j x_j}{\max_j x_j - \min_j x_j}"#,
        parameters: [Parameter("x", symbols: ["X"], shape: ["n"])],
        result: ["n"],
        variants: [
            Variant("standard", "onto 0 … 1") { (a) throws(TensorError) in try DeepLearning.minMaxScaled(a[0]) },
        ],
        sample: [Tensor([1, 2, 6])],
        stressSamples: [[Tensor([5, 5])]],
        properties: [.bounded(0, 1), .shiftInvariant, .keepsArgmax, .homogeneous(degree: 0)],
        source: "Han, Kamber and Pei (2011), Data mining, 3.5.2")
}
