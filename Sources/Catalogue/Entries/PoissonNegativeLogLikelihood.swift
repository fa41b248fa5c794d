import Tensors

extension Implementation {
    static let poissonNegativeLogLikelihood = Implementation(
        "poisson-negative-log-likelihood", title: Title("Poisson negative log-likelihood", "泊松负对数似然"),
        aliases: ["Poisson NLL loss", "Poisson loss", "PoissonNLLLoss", "泊松损失"],
        equation: #"l(y, \lambda) = \lambda - y \log \lambda"#,
        parameters: [
            Parameter("y", symbols: ["t", "k", "target"], shape: .any, domain: .nonNegative),
            Parameter("lambda", symbols: ["mu", "x", "y_hat", "input"], shape: .any, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("rate", "without the term of the factorial") { (a) throws(TensorError) in try a[1] - Tensor.xlogy(a[0], a[1]) },
            Variant("mean", "mean over all elements", result: []) { (a) throws(TensorError) in try (a[1] - Tensor.xlogy(a[0], a[1])).mean() },
            Variant("log", "the logarithm of the rate given",
                parameters: [.init("y", symbols: ["t", "target"], shape: .any, domain: .nonNegative), .init("x", symbols: ["z", "input"], shape: .any)],
                sample: [Tensor([1, 2]), Tensor([0.5, 1])]) { (a) throws(TensorError) in try a[1].exp() - a[0] * a[1] },
            Variant("full", "with the term of the factorial") { (a) throws(TensorError) in try a[1] - Tensor.xlogy(a[0], a[1]) + (a[0] + 1).applying(.logGamma) },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([1.5, 1.5, 4])],
        stressSamples: [[Tensor([0, 1, 1e10]), Tensor([1e-300, 1e-300, 1e10])]],
        properties: [.affine, .argument(1, .convex)],
        isOpen: true,
        source: "Cameron and Trivedi (2013), Regression analysis of count data")
}
