import Tensors

extension Implementation {
    static let hardSwish = Implementation(
        "hard-swish", title: Title("Hard swish", "硬 Swish 函数"),
        aliases: ["hardswish", "h-swish", "硬 swish"],
        equation: #"\operatorname{HardSwish}(x) = x \frac{\min(\max(x + 3, 0), 6)}{6}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x ReLU6(x + 3)/6") { (a) throws(TensorError) in try a[0] * (a[0] + 3).clip(0, 6) / 6 },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, -1e-8, 0, 40, 1000])]],
        properties: [.bounded(-0.375, .infinity)],
        isOpen: true,
        source: "Howard et al. (2019), Searching for MobileNetV3")
}
