import DeepLearning
import Tensors

extension Implementation {
    static let movingAverage = Implementation(
        "moving-average", title: Title("Exponential moving average", "指数加权平均"),
        aliases: [
            "exponentially weighted average", "EMA", "exponentially weighted moving average", "EWMA", "指数移动平均",
            "指数加权移动平均", "滑动平均",
        ],
        topics: ["momentum", "动量", "Adam", "moving average", "指数加权平均", "exponential weighting"],
        equation: #"v' = \beta v + (1 - \beta) x"#,
        parameters: [
            Parameter("v", symbols: ["m", "s", "V", "S"], shape: .any),
            Parameter("x", symbols: ["g", "theta", "dw", "dW", "db"], shape: .any),
            Parameter("beta", symbols: ["alpha", "gamma", "rho"], default: 0.9, domain: .interval(0.5, 0.95)),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "β v + (1 − β) x") { (a) throws(TensorError) in
                try DeepLearning.movingAverage(a[0], a[1], beta: a[2])
            },
            Variant("reversed", "(1 − β) v + β x") { (a) throws(TensorError) in
                try DeepLearning.movingAverage(a[1], a[0], beta: a[2])
            },
        ],
        sample: [Tensor([1, -2]), Tensor([0.5, 4]), 0.9],
        stressSamples: [[Tensor([0, 1e200]), Tensor([0, -1e200]), 0.9]],
        properties: [.affine, .monotone, .argument(1, .monotone)],
        source: "Roberts (1959), Control chart tests based on geometric moving averages")
}
