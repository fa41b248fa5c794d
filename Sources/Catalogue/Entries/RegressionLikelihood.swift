import Tensors

extension Implementation {
    static let regressionLikelihood = Implementation(
        "regression-likelihood", title: Title("Likelihood of a regression", "回归模型的似然"),
        aliases: ["log-likelihood of linear regression", "log-likelihood of a Gaussian regression", "线性回归的对数似然"],
        topics: ["最大似然", "极大似然", "maximum likelihood", "likelihood", "似然", "log-likelihood", "对数似然", "linear regression", "线性回归", "MLE", "locally weighted", "局部加权"],
        equation: #"\ell = m \log \frac{1}{\sqrt{2 \pi} \sigma} - \frac{1}{2 \sigma^2} \sum_{i} (y_i - \theta^\top x_i)^2"#,
        parameters: [
            Parameter("y", symbols: ["Y", "t"], shape: ["n"]),
            Parameter("x", symbols: ["X", "phi", "Phi"], shape: ["n", "d"]),
            Parameter("theta", symbols: ["w", "beta"], shape: ["d"]),
            Parameter("sigma", shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("gaussian", "with Gaussian noise") { (a) throws(TensorError) in
                let residual = try (a[0] - a[1].matmul(a[2])).square().sum()
                let count = Tensor(Double(a[0].count))
                return try -(count * (a[3].log() + 0.5 * Tensor(2 * Double.pi).log())) - residual / (2 * a[3].square())
            },
            Variant("weighted-squares", "weighted sum of squares",
                parameters: [
                    .init("w", symbols: ["r", "a"], shape: ["n"], domain: .positive),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("x", symbols: ["X", "phi"], shape: ["n", "d"]),
                    .init("theta", symbols: ["beta", "w"], shape: ["d"]),
                ],
                result: [],
                sample: [Tensor([1, 2]), Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([1, 0.5])]
            ) { (a) throws(TensorError) in try (a[0] * (a[1] - a[2].matmul(a[3])).square()).sum() },
            Variant("weighted-squares-half", "half of it",
                parameters: [
                    .init("w", symbols: ["r", "a"], shape: ["n"], domain: .positive),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("x", symbols: ["X", "phi"], shape: ["n", "d"]),
                    .init("theta", symbols: ["beta", "w"], shape: ["d"]),
                ],
                result: [],
                sample: [Tensor([1, 2]), Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([1, 0.5])]
            ) { (a) throws(TensorError) in try 0.5 * (a[0] * (a[1] - a[2].matmul(a[3])).square()).sum() },
            Variant("squares-half", "half of the sum of squares",
                parameters: [
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("x", symbols: ["X", "phi"], shape: ["n", "d"]),
                    .init("theta", symbols: ["beta", "w"], shape: ["d"]),
                ],
                result: [],
                sample: [Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([1, 0.5])]
            ) { (a) throws(TensorError) in try 0.5 * (a[0] - a[1].matmul(a[2])).square().sum() },
        ],
        sample: [Tensor([1, 2]), .matrix([[1, 0], [1, 1]]), Tensor([1, 0.5]), 0.5],
        stressSamples: [[Tensor([0]), .matrix([[1]]), Tensor([0]), 1e+100]],
        properties: [.concave],
        isOpen: true,
        source: "Bishop (2006), Pattern recognition and machine learning")
}
