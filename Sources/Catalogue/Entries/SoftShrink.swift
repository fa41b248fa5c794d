import Tensors

extension Implementation {
    static let softShrink = Implementation(
        "soft-shrink", title: Title("Soft shrinkage", "软收缩函数"),
        aliases: ["softshrink", "soft thresholding", "soft threshold operator", "SoftShrinkage", "软阈值函数"],
        topics: ["soft", "软阈值", "软阈值算子", "lasso", "L1"],
        equation: #"\operatorname{SoftShrink}(x) = \begin{cases} x - \lambda & x > \lambda \\ x + \lambda & x < -\lambda \\ 0 & \text{otherwise} \end{cases}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("lambda", symbols: ["theta", "tau", "alpha"], default: 0.5, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "sign(x) max(|x| − λ, 0)") { (a) throws(TensorError) in try a[0].sign() * Tensor.maximum(a[0].abs() - a[1], 0) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 0.5],
        stressSamples: [[Tensor([-1000, -40, -1e-8, 0, 40, 1000]), 0.5]],
        properties: [.odd, .monotone],
        isOpen: true,
        source: "Donoho (1995), De-noising by soft-thresholding")
}
