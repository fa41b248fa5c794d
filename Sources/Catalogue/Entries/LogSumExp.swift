import DeepLearning
import Tensors

extension Implementation {
    static let logSumExp = Implementation(
        "log-sum-exp", title: Title("Log-sum-exp", "对数求和指数函数"),
        aliases: ["logsumexp", "LSE", "LogSumExp 函数", "smooth maximum"],
        topics: ["softmax", "log-softmax"],
        equation: #"\operatorname{LSE}(x) = \log \sum_{j=1}^{n} e^{x_j}"#,
        parameters: [Parameter("x", symbols: ["o", "z", "a"], shape: ["...", "n"])],
        result: ["..."],
        variants: [
            Variant("last-axis", "over the last axis") { (a) throws(TensorError) in try a[0].logSumExp(axes: [-1]) },
        ],
        sample: [Tensor([1, 2, 3])],
        stressSamples: [[Tensor([1000, 1001, 1002])], [Tensor([-1000, 0, 1000])], [Tensor([5, 5, 5])]],
        properties: [.convex],
        source: "Boyd and Vandenberghe (2004), Convex optimization, 3.1.5")
}
