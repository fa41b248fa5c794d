import DeepLearning
import Tensors

extension Implementation {
    static let softplus = Implementation(
        "softplus", title: Title("Softplus", "Softplus 函数"),
        aliases: ["smooth ReLU", "SmoothReLU", "softplus function", "softplus 激活函数"],
        topics: ["ReLU", "smooth"],
        equation: #"\operatorname{softplus}(x) = \log(1 + e^{x})"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "log(1 + e^x)") { (a) throws(TensorError) in try DeepLearning.softplus(a[0]) },
            Variant("scaled", "log(1 + e^(β x))/β",
                parameters: [.init("x", symbols: ["z", "a", "t"], shape: .any), .init("beta", default: 1, domain: .positive)],
                sample: [Tensor([-2, 0, 3]), 2]) { (a) throws(TensorError) in
                try DeepLearning.softplus(a[1] * a[0]) / a[1]
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.monotone, .nonNegative, .convex],
        source: "Dugas et al. (2001), Incorporating second-order functional knowledge for better option pricing")
}
