import Tensors

extension Implementation {
    static let linearInterpolation = Implementation(
        "linear-interpolation", title: Title("Linear interpolation", "线性插值"),
        aliases: ["lerp", "linear blend", "线性插值公式"],
        topics: ["interpolation", "mixup", "插值"],
        equation: #"(1 - t) x + t y"#,
        parameters: [
            Parameter("x", symbols: ["a", "x_0", "v_0"], shape: .any),
            Parameter("y", symbols: ["b", "x_1", "v_1"], shape: .any),
            Parameter("t", symbols: ["lambda", "alpha", "w"], default: 0.5),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x at t = 0, y at t = 1") { (a) throws(TensorError) in try (1 - a[2]) * a[0] + a[2] * a[1] },
            Variant("mixed", "y at t = 0, x at t = 1") { (a) throws(TensorError) in try a[2] * a[0] + (1 - a[2]) * a[1] },
        ],
        sample: [Tensor([1]), Tensor([3]), 0.5],
        stressSamples: [[Tensor([1e308, 0]), Tensor([1e308, 1]), 0], [Tensor([1e308, 0]), Tensor([1e308, 1]), 1]],
        properties: [.affine, .argument(1, .affine), .argument(2, .affine)],
        isOpen: true,
        source: "Meijering (2002), A chronology of interpolation")
}
