import Tensors

extension Implementation {
    static let pooledVariance = Implementation(
        "pooled-variance", title: Title("Pooled variance", "合并方差"),
        aliases: ["pooled sample variance", "合并样本方差"],
        topics: ["t-test", "t 检验", "Cohen"],
        equation: #"s^2 = \frac{(n_1 - 1) s_1^2 + (n_2 - 1) s_2^2}{n_1 + n_2 - 2}"#,
        parameters: [
            Parameter("s_1", symbols: ["S_1"], shape: [], domain: .positive),
            Parameter("s_2", symbols: ["S_2"], shape: [], domain: .positive),
            Parameter("n_1", symbols: ["n", "m"], shape: [], domain: .interval(4, 20)),
            Parameter("n_2", symbols: ["m"], shape: [], domain: .interval(4, 20)),
        ],
        result: [],
        variants: [
            Variant("variance", "of two samples") { (a) throws(TensorError) in
                try ((a[2] - 1) * a[0].square() + (a[3] - 1) * a[1].square()) / (a[2] + a[3] - 2)
            },
            Variant("deviation", "its root") { (a) throws(TensorError) in
                try (((a[2] - 1) * a[0].square() + (a[3] - 1) * a[1].square()) / (a[2] + a[3] - 2)).sqrt()
            },
        ],
        sample: [1.5, 2, 10, 12],
        stressSamples: [[0, 0, 4, 5], [1e100, 1, 9, 9]],
        properties: [.argument(1, .even), .even],
        isOpen: true,
        source: "Student (1908), The probable error of a mean")
}
