import DeepLearning
import Tensors

extension Implementation {
    static let leakyReLU = Implementation(
        "leaky-relu", title: Title("Leaky ReLU", "带泄露线性整流函数"),
        aliases: [
            "LReLU", "leaky rectified linear unit", "Leaky ReLU 函数", "带泄漏的 ReLU", "带泄露修正线性单元", "渗漏整流线性单元",
            "泄露修正线性单元", "渗漏 ReLU",
        ],
        equation: #"\operatorname{LeakyReLU}(x) = \begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}"#,
        parameters: [
            Parameter("x", symbols: ["z", "a", "t"], shape: .any),
            Parameter("alpha", symbols: ["a", "lambda", "gamma", "s"], default: 0.01, domain: .interval(0.01, 0.9)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x for x > 0, α x otherwise; max(α x, x) for 0 < α < 1") { (a) throws(TensorError) in
                try DeepLearning.leakyReLU(a[0], alpha: a[1])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 0.01],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000]), 0.01]],
        properties: [.monotone, .homogeneous(degree: 1)],
        assumptions: ["0 < alpha < 1"],
        source: "Maas, Hannun and Ng (2013), Rectifier nonlinearities improve neural network acoustic models")
}
