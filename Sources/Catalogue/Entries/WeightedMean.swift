import Tensors

extension Implementation {
    static let weightedMean = Implementation(
        "weighted-mean", title: Title("Weighted mean", "加权平均"),
        aliases: ["weighted average", "加权均值", "加权平均数"],
        topics: ["EM", "GMM", "高斯混合", "M 步", "M-step", "注意力", "Nadaraya"],
        equation: #"\bar{x} = \frac{\sum_i w_i x_i}{\sum_i w_i}"#,
        parameters: [
            Parameter("w", symbols: ["gamma_k", "r_k", "gamma"], shape: ["n"], domain: .positive),
            Parameter("x", symbols: ["y", "v"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("numbers", "of numbers") { (a) throws(TensorError) in
                try (a[0] * a[1]).sum() / a[0].sum()
            },
            Variant("rows", "of the rows of a matrix",
                parameters: [.init("w", symbols: ["gamma", "r"], shape: ["n"], domain: .positive), .init("x", symbols: ["X"], shape: ["n", "d"])], result: ["d"],
                sample: [Tensor([1, 3]), .matrix([[1, 2], [3, 4]])]) { (a) throws(TensorError) in
                try a[0].matmul(a[1]) / a[0].sum()
            },
        ],
        sample: [Tensor([1, 3]), Tensor([2, 4])],
        stressSamples: [[Tensor([1e200, 1]), Tensor([1, 5])]],
        properties: [.homogeneous(degree: 0), .argument(1, .additive)],
        isOpen: true,
        source: "Gauss (1809), Theoria motus corporum coelestium")
}
