import Tensors

extension Implementation {
    static let hardShrink = Implementation(
        "hard-shrink", title: Title("Hard shrinkage", "硬收缩函数"),
        aliases: ["hardshrink", "hard thresholding", "硬阈值函数"],
        equation: #"\operatorname{HardShrink}(x) = \begin{cases} x & |x| > \lambda \\ 0 & \text{otherwise} \end{cases}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("lambda", symbols: ["theta", "tau"], default: 0.5, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x where |x| > λ") { (a) throws(TensorError) in try Tensor.select(a[0].abs().greater(a[1]), a[0], 0.0) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 0.5],
        stressSamples: [[Tensor([-1000, -40, -1e-8, 0, 40, 1000]), 0.5]],
        properties: [.odd, .monotone],
        isOpen: true,
        source: "Donoho and Johnstone (1994), Ideal spatial adaptation by wavelet shrinkage")
}
