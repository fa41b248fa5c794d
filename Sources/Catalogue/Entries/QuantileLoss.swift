import Tensors

extension Implementation {
    static let quantileLoss = Implementation(
        "quantile-loss", title: Title("Quantile loss", "分位数损失"),
        aliases: ["pinball loss", "pinball", "分位数损失函数"],
        equation: #"l(y, \hat{y}) = \max(\tau (y - \hat{y}), (\tau - 1) (y - \hat{y}))"#,
        parameters: [
            Parameter("y", symbols: ["t"], shape: .any),
            Parameter("y_hat", symbols: ["f", "p", "x"], shape: .any),
            Parameter("tau", symbols: ["q", "alpha", "quantile"], default: 0.5, domain: .probability),
        ],
        result: .any,
        variants: [
            Variant("element", "one value for each element") { (a) throws(TensorError) in
                let d = try a[0] - a[1]
                return try Tensor.maximum(a[2] * d, (a[2] - 1) * d)
            },
            Variant("mean", "mean over all elements", result: []) { (a) throws(TensorError) in
                let d = try a[0] - a[1]
                return try Tensor.maximum(a[2] * d, (a[2] - 1) * d).mean()
            },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4]), 0.3],
        stressSamples: [[Tensor([1e300, 0, 1]), Tensor([-1e300, 0, 1]), 0.3]],
        properties: [.nonNegative, .zeroWhenEqual],
        isOpen: true,
        source: "Koenker and Bassett (1978), Regression quantiles")
}
