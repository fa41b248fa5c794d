import DeepLearning
import Tensors

extension Implementation {
    static let swish = Implementation(
        "swish", title: Title("Swish", "Swish 函数"),
        aliases: ["SiLU", "sigmoid linear unit", "swish function", "swish 激活函数", "SiLU 函数", "自门控激活函数"],
        topics: ["SiLU", "activation", "激活函数"],
        equation: #"\operatorname{swish}(x) = x \, \sigma(\beta x)"#,
        parameters: [
            Parameter("x", symbols: ["z", "a", "t"], shape: .any),
            Parameter("beta", default: 1, domain: .interval(0.3, 2)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x σ(β x); SiLU for β = 1") { (a) throws(TensorError) in
                try DeepLearning.swish(a[0], beta: a[1])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 1],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000]), 1]],
        properties: [.bounded(-0.93, .infinity)],
        source: "Ramachandran, Zoph and Le (2017), Searching for activation functions")
}
