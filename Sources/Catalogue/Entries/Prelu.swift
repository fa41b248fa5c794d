import DeepLearning
import Tensors

extension Implementation {
    static let prelu = Implementation(
        "prelu", title: Title("PReLU", "参数化线性整流函数"),
        aliases: [
            "parametric ReLU", "parametric rectified linear unit", "pReLU 函数", "参数化修正线性单元", "参数化 ReLU",
            "带参数的 ReLU",
        ],
        equation: #"\operatorname{PReLU}(x) = \max(0, x) + \alpha \min(0, x)"#,
        parameters: [
            Parameter("x", symbols: ["z", "a", "t"], shape: .any),
            Parameter("alpha", symbols: ["a", "gamma"], shape: .any, domain: .interval(0.01, 0.9)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "max(0, x) + α min(0, x), α learned") { (a) throws(TensorError) in
                try DeepLearning.leakyReLU(a[0], alpha: a[1])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 0.25],
        stressSamples: [[Tensor([-1000, 0, 1000]), 0.25]],
        properties: [.monotone, .homogeneous(degree: 1)],
        source: "He et al. (2015), Delving deep into rectifiers")
}
