import Tensors

extension Implementation {
    static let convolutionArithmetic = Implementation(
        "convolution-arithmetic", title: Title("Sizes of convolutions", "卷积的尺寸计算"),
        aliases: ["transposed convolution output size", "receptive field", "转置卷积输出尺寸", "感受野", "感受野大小", "effective kernel size", "膨胀卷积核尺寸", "convolution parameter count", "卷积参数量"],
        topics: ["卷积", "convolution", "CNN", "感受野", "转置卷积", "空洞卷积", "dilated convolution", "receptive field"],
        equation: #"o = (n - 1) s - 2 p + k"#,
        parameters: [
            Parameter("n", symbols: ["W", "H", "i", "N", "H_in", "W_in", "in", "out"], shape: [], domain: .positiveInteger),
            Parameter("s", symbols: ["S", "stride"], shape: [], domain: .positiveInteger),
            Parameter("p", symbols: ["P"], shape: [], domain: .nonNegative),
            Parameter("k", symbols: ["K", "F", "f"], shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("transposed", "of a transposed convolution") { (a) throws(TensorError) in try (a[0] - 1) * a[1] - 2 * a[2] + a[3] },
            Variant("transposed-padded", "of a transposed convolution with padding of the output",
                parameters: [
                    .init("n", symbols: ["W", "H", "i", "N", "H_in", "W_in"], shape: [], domain: .positiveInteger),
                    .init("s", symbols: ["S"], shape: [], domain: .positiveInteger),
                    .init("p", symbols: ["P"], shape: [], domain: .nonNegative),
                    .init("k", symbols: ["K", "F", "f"], shape: [], domain: .positiveInteger),
                    .init("q", symbols: ["o", "op"], shape: [], domain: .nonNegative),
                ],
                result: [], sample: [4, 2, 1, 3, 1]
            ) { (a) throws(TensorError) in try (a[0] - 1) * a[1] - 2 * a[2] + a[3] + a[4] },
            Variant("field-backwards", "of the receptive field, from the last layer to the first",
                parameters: [
                    .init("r", symbols: ["out", "RF", "n", "R", "l_k"], shape: [], domain: .positiveInteger),
                    .init("s", symbols: ["S", "stride"], shape: [], domain: .positiveInteger),
                    .init("k", symbols: ["K", "F", "ksize"], shape: [], domain: .positiveInteger),
                ],
                result: [], sample: [3, 2, 3]
            ) { (a) throws(TensorError) in try (a[0] - 1) * a[1] + a[2] },
            Variant("field-forwards", "of the receptive field, from the first layer to the last",
                parameters: [
                    .init("r", symbols: ["RF", "R", "l", "r_l-1", "l_k-1", "RF_l-1"], shape: [], domain: .positiveInteger),
                    .init("k", symbols: ["K", "f", "k_l", "f_k"], shape: [], domain: .positiveInteger),
                    .init("j", symbols: ["S", "s", "j_l-1", "jump"], shape: [], domain: .positiveInteger),
                ],
                result: [], sample: [3, 3, 2]
            ) { (a) throws(TensorError) in try a[0] + (a[1] - 1) * a[2] },
            Variant("field-product", "of the receptive field, strides given",
                parameters: [
                    .init("r", symbols: ["RF", "R", "l", "r_l-1", "l_k-1", "RF_l-1"], shape: [], domain: .positiveInteger),
                    .init("k", symbols: ["K", "f", "k_l", "f_k"], shape: [], domain: .positiveInteger),
                    .init("s", symbols: ["S"], shape: ["n"], domain: .positive),
                ],
                result: [], sample: [3, 3, Tensor([1, 2])]
            ) { (a) throws(TensorError) in try a[0] + (a[1] - 1) * a[2].product() },
            Variant("dilated", "of a kernel with holes",
                parameters: [
                    .init("k", symbols: ["K", "F", "f"], shape: [], domain: .positiveInteger),
                    .init("d", symbols: ["r", "D"], shape: [], domain: .positiveInteger),
                ],
                result: [], sample: [3, 2]
            ) { (a) throws(TensorError) in try a[0] + (a[0] - 1) * (a[1] - 1) },
            Variant("dilated-turned", "of a kernel with holes",
                parameters: [
                    .init("k", symbols: ["K", "F", "f"], shape: [], domain: .positiveInteger),
                    .init("d", symbols: ["r", "D"], shape: [], domain: .positiveInteger),
                ],
                result: [], sample: [3, 2]
            ) { (a) throws(TensorError) in try a[1] * (a[0] - 1) + 1 },
            Variant("parameters", "weights and biases of a layer",
                parameters: [
                    .init("k", symbols: ["K", "k_h", "K_h", "F"], shape: [], domain: .positiveInteger),
                    .init("l", symbols: ["k_w", "K_w"], shape: [], domain: .positiveInteger),
                    .init("c", symbols: ["C_in", "c_in", "C_i"], shape: [], domain: .positiveInteger),
                    .init("o", symbols: ["C_out", "c_out", "C_o", "K"], shape: [], domain: .positiveInteger),
                ],
                result: [], sample: [3, 3, 4, 5]
            ) { (a) throws(TensorError) in try (a[0] * a[1] * a[2] + 1) * a[3] },
        ],
        sample: [4, 2, 1, 3],
        stressSamples: [[1, 1, 0, 1]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Dumoulin and Visin (2016), A guide to convolution arithmetic for deep learning")
}
