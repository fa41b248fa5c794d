import Tensors

extension Implementation {
    static let gaussianNegativeLogLikelihood = Implementation(
        "gaussian-negative-log-likelihood", title: Title("Gaussian negative log-likelihood", "高斯负对数似然"),
        aliases: ["Gaussian NLL loss", "GaussianNLLLoss", "高斯负对数似然损失"],
        equation: #"l = \frac{1}{2} \left(\log \sigma^2 + \frac{(y - \mu)^2}{\sigma^2}\right)"#,
        parameters: [
            Parameter("y", symbols: ["t", "x", "target"], shape: .any),
            Parameter("mu", symbols: ["y_hat", "f", "input"], shape: .any),
            Parameter("sigma", symbols: ["s"], shape: .any, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("constant-free", "without log 2π") { (a) throws(TensorError) in try a[2].log() + 0.5 * ((a[0] - a[1]) / a[2]).square() },
            Variant("full", "with log 2π") { (a) throws(TensorError) in
                try a[2].log() + 0.5 * (((a[0] - a[1]) / a[2]).square() + Tensor(2 * Double.pi).log())
            },
            Variant("variance", "the variance given",
                parameters: [.init("y", symbols: ["t", "x", "target"], shape: .any), .init("mu", symbols: ["y_hat", "f", "input"], shape: .any), .init("var", symbols: ["v", "s", "sigma"], shape: .any, domain: .positive)],
                sample: [Tensor([1, 2]), Tensor([1.5, 1.5]), Tensor([1, 4])]) { (a) throws(TensorError) in try 0.5 * (a[2].log() + (a[0] - a[1]).square() / a[2]) },
        ],
        sample: [Tensor([1, 2]), Tensor([1.5, 1.5]), Tensor([1, 2])],
        stressSamples: [[Tensor([100]), Tensor([-100]), Tensor([0.001])], [Tensor([0]), Tensor([0]), Tensor([1e-200])]],
        properties: [.symmetric, .convex],
        isOpen: true,
        source: "Nix and Weigend (1994), Estimating the mean and variance of the target probability distribution")
}
