import Tensors

extension Implementation {
    static let responsibilities = Implementation(
        "responsibilities", title: Title("Responsibilities of a mixture", "混合模型的响应度"),
        aliases: ["E step of a mixture", "GMM E step", "posterior of a class", "类后验概率", "响应度"],
        topics: ["GMM", "EM", "EM algorithm", "EM 算法", "高斯混合", "混合高斯", "mixture", "Bayes", "贝叶斯", "naive Bayes", "朴素贝叶斯", "posterior", "后验"],
        equation: #"\gamma_k = \frac{\pi_k f_k}{\sum_{j} \pi_j f_j}"#,
        parameters: [
            Parameter("pi", symbols: ["p", "alpha", "phi", "P", "w", "prior"], shape: ["k"], domain: .positive),
            Parameter("f", symbols: ["N", "p", "P", "L"], shape: ["k"], domain: .positive),
        ],
        result: ["k"],
        variants: [
            Variant("single", "of one point") { (a) throws(TensorError) in try a[0] * a[1] / (a[0] * a[1]).sum() },
            Variant("points", "of every point",
                parameters: [
                    .init("pi", symbols: ["p", "alpha", "phi", "P", "w"], shape: ["k"], domain: .positive),
                    .init("f", symbols: ["N", "p", "P"], shape: ["n", "k"], domain: .positive),
                ],
                result: ["n", "k"], sample: [Tensor([0.5, 0.5]), .matrix([[1, 2], [3, 1]])]
            ) { (a) throws(TensorError) in try a[0] * a[1] / (a[0] * a[1]).sum(axes: [1], keepDimensions: true) },
            Variant("points-transposed", "of every point, parts in rows",
                parameters: [
                    .init("pi", symbols: ["p", "alpha", "phi", "P", "w"], shape: ["k"], domain: .positive),
                    .init("f", symbols: ["N", "p", "P"], shape: ["k", "n"], domain: .positive),
                ],
                result: ["k", "n"], sample: [Tensor([0.5, 0.5]), .matrix([[1, 2], [3, 1]])]
            ) { (a) throws(TensorError) in try a[0].expandingDimensions(at: 1) * a[1] / a[0].matmul(a[1]) },
        ],
        sample: [Tensor([0.5, 0.5]), Tensor([1, 3])],
        stressSamples: [[Tensor([1, 0]), Tensor([1, 1e-300])]],
        properties: [.sumsToOne],
        isOpen: true,
        source: "Bishop (2006), Pattern recognition and machine learning, 9.2")
}
