import DeepLearning
import Tensors

extension Implementation {
    static let convolutionOutputSize = Implementation(
        "convolution-output-size", title: Title("Convolution output size", "卷积输出尺寸"),
        aliases: ["output size of a convolution", "conv output size", "卷积输出大小", "卷积层输出尺寸", "特征图尺寸"],
        topics: ["卷积", "卷积层", "convolution", "convolutional layer", "输出大小", "输出形状", "padding", "填充", "步幅", "stride", "pooling", "池化"],
        equation: #"o = \left\lfloor \frac{n + 2 p - k}{s} \right\rfloor + 1"#,
        parameters: [
            Parameter("n", symbols: ["W", "H", "I", "H_in", "W_in", "i", "N"], shape: .scalar, domain: .interval(9, 30)),
            Parameter("k", symbols: ["F", "f", "K"], shape: .scalar, domain: .positiveInteger),
            Parameter("p", symbols: ["P"], default: 0),
            Parameter("s", symbols: ["S"], default: 1, domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("padding", "padding p on both sides") { (a) throws(TensorError) in
                try DeepLearning.convolutionOutputSize(a[0], kernel: a[1], padding: 2 * a[2], stride: a[3])
            },
            Variant("total-padding", "padding p in all") { (a) throws(TensorError) in
                try DeepLearning.convolutionOutputSize(a[0], kernel: a[1], padding: a[2], stride: a[3])
            },
            Variant("exact", "padding p on both sides, where the stride divides") { (a) throws(TensorError) in
                try (a[0] + 2 * a[2] - a[1]) / a[3] + 1
            },
            Variant("total-exact", "padding p in all, where the stride divides") { (a) throws(TensorError) in
                try (a[0] + a[2] - a[1]) / a[3] + 1
            },
        ],
        sample: [32, 5, 2, 1],
        stressSamples: [[1, 1, 0, 1], [1000000, 7, 6, 2], [7, 7, 0, 9]],
        properties: [.monotone, .argument(1, .decreasing)],
        exemptions: [.constantBetweenJumps],
        source: "Dumoulin and Visin (2016), A guide to convolution arithmetic for deep learning")
}
