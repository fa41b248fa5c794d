import Tensors

extension Implementation {
    static let clip = Implementation(
        "clip", title: Title("Clipping to an interval", "截断到区间"),
        aliases: ["clamp", "截断函数", "裁剪函数"],
        equation: #"\operatorname{clip}(x, a, b) = \min(\max(x, a), b)"#,
        parameters: [
            Parameter("x", shape: .any),
            Parameter("a", symbols: ["l", "low"], shape: .any),
            Parameter("b", symbols: ["u", "h", "high"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "no less than a, no more than b") { (a) throws(TensorError) in
                try .minimum(.maximum(a[0], a[1]), a[2])
            },
        ],
        sample: [Tensor([-1, 0.5, 4]), 0, 1],
        stressSamples: [[Tensor([-1e300, 1e300]), -1, 1], [Tensor([1, 2]), 1, 1]],
        properties: [.monotone, .argument(1, .monotone), .argument(2, .monotone)],
        isOpen: true,
        source: "Harris et al. (2020), Array programming with NumPy")
}
