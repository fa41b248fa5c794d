import DeepLearning
import Tensors

extension Implementation {
    static let tanhShrink = Implementation(
        "tanh-shrink", title: Title("Tanh shrinkage", "Tanh 收缩函数"),
        aliases: ["tanhshrink", "Tanh 收缩"],
        equation: #"\operatorname{Tanhshrink}(x) = x - \tanh(x)"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x − tanh x") { (a) throws(TensorError) in try DeepLearning.tanhShrink(a[0]) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -1e-5, -0.1, 0, 1e-3, 1000])]],
        properties: [.odd, .monotone],
        source: "Torch (2011), nn.TanhShrink")
}
