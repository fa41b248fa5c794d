import Tensors

extension Implementation {
    static let logCoshLoss = Implementation(
        "log-cosh-loss", title: Title("Log-cosh loss", "log-cosh 损失"),
        aliases: ["log cosh", "logcosh", "LogCosh error", "对数双曲余弦损失"],
        equation: #"\log(\cosh(\hat{y} - y))"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "x"], shape: .any),
        ],
        result: .any,
        variants: [
            Variant("element", "one value for each element") { (a) throws(TensorError) in
                let d = try a[1] - a[0]
                return try d.abs() + (-2 * d.abs()).exp().log1p() - Tensor(2).log()
            },
            Variant("mean", "mean over all elements", result: []) { (a) throws(TensorError) in
                let d = try a[1] - a[0]
                return try (d.abs() + (-2 * d.abs()).exp().log1p() - Tensor(2).log()).mean()
            },
            Variant("sum", "sum over all elements", result: []) { (a) throws(TensorError) in
                let d = try a[1] - a[0]
                return try (d.abs() + (-2 * d.abs()).exp().log1p() - Tensor(2).log()).sum()
            },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([1000]), Tensor([-1000])]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        source: "Chen et al. (2018), Log hyperbolic cosine loss improves variational auto-encoder")
}
