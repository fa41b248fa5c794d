import DeepLearning
import Tensors

extension Implementation {
    static let elu = Implementation(
        "elu", title: Title("ELU", "指数线性单元"),
        aliases: ["exponential linear unit", "ELU 函数", "ELU 激活函数", "指数线性函数"],
        equation: #"\operatorname{ELU}(x) = \begin{cases} x & x > 0 \\ \alpha (e^{x} - 1) & x \le 0 \end{cases}"#,
        parameters: [
            Parameter("x", symbols: ["z", "a", "t"], shape: .any),
            Parameter("alpha", symbols: ["a", "lambda"], default: 1, domain: .interval(0.2, 2)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "x for x > 0, α (e^x − 1) otherwise") { (a) throws(TensorError) in
                try DeepLearning.elu(a[0], alpha: a[1])
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3]), 1],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000]), 1]],
        properties: [.monotone],
        source: "Clevert, Unterthiner and Hochreiter (2016), Fast and accurate deep network learning by exponential linear units")
}
