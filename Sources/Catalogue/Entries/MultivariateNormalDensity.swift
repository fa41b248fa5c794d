import Tensors

extension Implementation {
    static let multivariateNormalDensity = Implementation(
        "multivariate-normal-density", title: Title("Multivariate normal density", "多元正态分布密度"),
        aliases: [
            "multivariate Gaussian density", "multivariate normal distribution", "multivariate Gaussian", "多元高斯分布",
            "多元正态分布", "多维高斯分布",
        ],
        topics: ["gaussian mixture", "gmm", "高斯混合"],
        equation: #"p(x) = \frac{1}{(2 \pi)^{d/2} |\Sigma|^{1/2}} \exp\left(-\frac{1}{2} (x - \mu)^\top \Sigma^{-1} (x - \mu)\right)"#,
        parameters: [
            Parameter("x", symbols: ["z"], shape: ["d"]),
            Parameter("mu", symbols: ["m"], shape: ["d"]),
            Parameter("Sigma", symbols: ["S", "V", "C"], shape: ["d", "d"], domain: .positiveDefinite),
        ],
        result: [],
        variants: [
            Variant("density", "Σ is the covariance") { (a) throws(TensorError) in
                let c = try a[0] - a[1]
                let distance = try c.dot(a[2].inverse().matmul(c))
                return try (-0.5 * distance).exp() / (a[2].determinant() * Tensor(2 * Double.pi).power(Tensor(Double(c.count)))).sqrt()
            },
            Variant("log-density", "its logarithm") { (a) throws(TensorError) in
                let c = try a[0] - a[1]
                let distance = try c.dot(a[2].inverse().matmul(c))
                return try -0.5 * (distance + a[2].determinant().log() + Tensor(Double(c.count)) * Tensor(2 * Double.pi).log())
            },
        ],
        sample: [Tensor([1, 0]), Tensor([0, 0.5]), .matrix([[2, 0.5], [0.5, 1]])],
        stressSamples: [
            [Tensor([100, 0]), Tensor([0, 0]), .matrix([[1, 0], [0, 1]])],
            [Tensor([0, 0]), Tensor([0, 0]), .matrix([[1e-6, 0], [0, 1e6]])],
        ],
        properties: [.nonNegative, .symmetric],
        isOpen: true,
        source: "Bravais (1846), Analyse mathématique sur les probabilités des erreurs de situation d'un point")
}
