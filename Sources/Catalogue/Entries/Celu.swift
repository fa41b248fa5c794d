import Tensors

extension Implementation {
    static let celu = Implementation(
        "celu", title: Title("CELU", "连续可微指数线性单元"),
        aliases: ["CELU function", "continuously differentiable exponential linear unit", "CELU 函数"],
        equation: #"\operatorname{CELU}(x) = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("alpha", symbols: ["a"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "max(0, x) + min(0, α (e^(x/α) − 1))") { (a) throws(TensorError) in
                try Tensor.maximum(a[0], 0) + Tensor.minimum(a[1] * (a[0] / a[1]).expm1(), 0)
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 1],
        stressSamples: [[Tensor([-1000, -40, -1e-8, 0, 40, 1000]), 1]],
        properties: [.monotone],
        source: "Barron (2017), Continuously differentiable exponential linear units")
}
