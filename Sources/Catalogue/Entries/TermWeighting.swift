import Tensors

extension Implementation {
    static let termWeighting = Implementation(
        "term-weighting", title: Title("TF-IDF", "TF-IDF 权重"),
        aliases: ["tf-idf", "term frequency inverse document frequency", "词频-逆文档频率"],
        topics: ["TF-IDF", "IDF", "文本特征", "information retrieval"],
        equation: #"w = f \log \frac{N}{n}"#,
        parameters: [
            Parameter("f", symbols: ["tf", "TF", "tf_ij"], shape: .any, domain: .positive),
            Parameter("N", symbols: ["D"], shape: .any, domain: .interval(20, 40)),
            Parameter("n", symbols: ["df", "df_i", "n_i"], shape: .any, domain: .positiveInteger),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("plain", "frequency times log of the inverse share of documents") { (a) throws(TensorError) in
                try a[0] * (a[1] / a[2]).log()
            },
            Variant("smooth", "with 1 + n below") { (a) throws(TensorError) in
                try a[0] * (a[1] / (1 + a[2])).log()
            },
            Variant("inverse", "the second factor alone",
                parameters: [.init("N", symbols: ["D"], shape: .any, domain: .interval(20, 40)), .init("n", symbols: ["df", "df_i", "n_i"], shape: .any, domain: .positiveInteger)], result: .any,
                sample: [Tensor([20]), Tensor([4])]) { (a) throws(TensorError) in
                try (a[0] / a[1]).log()
            },
            Variant("inverse-smooth", "the second factor alone, with 1 + n below",
                parameters: [.init("N", symbols: ["D"], shape: .any, domain: .interval(20, 40)), .init("n", symbols: ["df", "df_i", "n_i"], shape: .any, domain: .positiveInteger)], result: .any,
                sample: [Tensor([20]), Tensor([4])]) { (a) throws(TensorError) in
                try (a[0] / (1 + a[1])).log()
            },
        ],
        sample: [Tensor([3, 1]), Tensor([20]), Tensor([4, 7])],
        stressSamples: [[Tensor([0, 1e200]), Tensor([1e9]), Tensor([1, 1e9])]],
        properties: [.additive, .homogeneous(degree: 1), .argument(2, .decreasing)],
        needsNames: true,
        isOpen: true,
        source: "Spärck Jones (1972), A statistical interpretation of term specificity")
}
