import Tensors

extension Implementation {
    static let sampleSize = Implementation(
        "sample-size", title: Title("Sample size", "样本量"),
        aliases: ["required sample size", "sample size formula", "样本容量公式", "样本量计算"],
        topics: ["sample size", "样本量", "样本容量", "confidence interval", "置信区间", "margin of error"],
        equation: #"n = \left( \frac{z \sigma}{E} \right)^2"#,
        parameters: [
            Parameter("z", symbols: ["z_alpha/2", "Z"], shape: [], domain: .positive),
            Parameter("sigma", symbols: ["s"], shape: [], domain: .positive),
            Parameter("E", symbols: ["d", "e", "epsilon", "MOE", "ME"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("mean", "for a mean") { (a) throws(TensorError) in try (a[0] * a[1] / a[2]).square() },
            Variant("proportion", "for a proportion",
                parameters: [
                    .init("z", symbols: ["z_alpha/2", "Z"], shape: [], domain: .positive),
                    .init("p", symbols: ["p_hat"], shape: [], domain: .probability),
                    .init("E", symbols: ["d", "e", "epsilon", "MOE", "ME"], shape: [], domain: .positive),
                ],
                sample: [2, 0.5, 0.1]
            ) { (a) throws(TensorError) in try a[0].square() * a[1] * (1 - a[1]) / a[2].square() },
        ],
        sample: [2, 3, 0.5],
        stressSamples: [[1e+100, 1, 1e-50]],
        properties: [.homogeneous(degree: 2)],
        isOpen: true,
        source: "Cochran (1977), Sampling techniques")
}
