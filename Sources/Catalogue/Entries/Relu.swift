import DeepLearning
import Tensors

extension Implementation {
    static let relu = Implementation(
        "relu", title: Title("ReLU", "线性整流函数"),
        aliases: [
            "rectified linear unit", "rectifier", "ReLU function", "ReLU 函数", "ReLU 激活函数", "修正线性单元", "整流线性单元",
            "线性整流单元", "整流线性函数",
        ],
        equation: #"\operatorname{ReLU}(x) = \max(x, 0)"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "max(x, 0); slope 0 at 0") { (a) throws(TensorError) in
                try DeepLearning.relu(a[0])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.nonNegative, .monotone, .idempotent, .homogeneous(degree: 1), .convex],
        source: "Nair and Hinton (2010), Rectified linear units improve restricted Boltzmann machines")
}
