import Tensors

extension Implementation {
    static let l1Penalty = Implementation(
        "l1-penalty", title: Title("L1 penalty", "L1 惩罚"),
        aliases: ["L1 regularisation", "L1 regularization", "lasso penalty", "L1 正则化", "L1 正则项"],
        topics: ["lasso", "regularisation", "regularization", "正则化"],
        equation: #"\lambda \sum_i |w_i|"#,
        parameters: [
            Parameter("w", symbols: ["theta", "beta", "W"], shape: .any),
            Parameter("lambda", symbols: ["alpha", "C"], default: 1, domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "λ Σ|w|") { (a) throws(TensorError) in try a[1] * a[0].abs().sum() },
            Variant("half", "half of it") { (a) throws(TensorError) in try 0.5 * a[1] * a[0].abs().sum() },
        ],
        sample: [Tensor([1, -2]), 0.1],
        stressSamples: [[Tensor([1e200, -1e200]), 0.01], [Tensor([0, 0]), 0.01]],
        properties: [.nonNegative, .convex],
        isOpen: true,
        source: "Tibshirani (1996), Regression shrinkage and selection via the lasso")
}
