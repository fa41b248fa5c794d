import Tensors

extension Implementation {
    static let mixtureDensity = Implementation(
        "mixture-density", title: Title("Density of a mixture", "混合模型的密度"),
        aliases: ["mixture density", "Gaussian mixture density", "混合密度", "混合高斯分布"],
        topics: ["GMM", "高斯混合", "混合高斯", "mixture", "混合模型", "Gaussian mixture"],
        equation: #"p = \sum_{k} \pi_k f_k"#,
        parameters: [
            Parameter("pi", symbols: ["p", "alpha", "phi", "w", "P"], shape: ["k"], domain: .positive),
            Parameter("f", symbols: ["N", "p", "P", "F", "h", "f_tilde", "p_tilde", "P_tilde", "F_tilde"], shape: ["k"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "the weighted sum of the densities") { (a) throws(TensorError) in try (a[0] * a[1]).sum() },
            Variant("log-likelihood", "of all points",
                parameters: [
                    .init("pi", symbols: ["p", "alpha", "phi", "w", "P"], shape: ["k"], domain: .positive),
                    .init("f", symbols: ["N", "p", "P", "F", "h", "f_tilde", "p_tilde", "P_tilde", "F_tilde"], shape: ["n", "k"], domain: .positive),
                ],
                result: [], sample: [Tensor([0.5, 0.5]), .matrix([[1, 2], [3, 1]])]
            ) { (a) throws(TensorError) in try a[1].matmul(a[0]).log().sum() },
        ],
        sample: [Tensor([0.5, 0.5]), Tensor([1, 3])],
        stressSamples: [[Tensor([1, 0]), Tensor([0, 1])]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Bishop (2006), Pattern recognition and machine learning, 9.2")
}
