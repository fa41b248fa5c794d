import Tensors

extension Implementation {
    static let multipleTesting = Implementation(
        "multiple-testing", title: Title("Corrections for several tests", "多重检验校正"),
        aliases: ["Bonferroni correction", "Šidák correction", "Bonferroni 校正", "邦费罗尼校正"],
        topics: ["multiple testing", "多重检验", "Bonferroni", "family-wise error"],
        equation: #"\alpha = 1 - (1 - \alpha_0)^{1 / m}"#,
        parameters: [
            Parameter("alpha_0", symbols: ["alpha"], shape: [], domain: .probability),
            Parameter("m", symbols: ["n", "k"], shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("sidak", "of independent tests") { (a) throws(TensorError) in
                try -((-a[0]).log1p() / a[1]).expm1()
            },
            Variant("bonferroni", "of any tests") { (a) throws(TensorError) in
                try a[0] / a[1]
            },
            Variant("family", "chance of a false positive among m tests") { (a) throws(TensorError) in
                try -((-a[0]).log1p() * a[1]).expm1()
            },
        ],
        sample: [0.05, 5],
        stressSamples: [[0.5, 1], [0.01, 1000]],
        properties: [.monotone, .argument(1, .decreasing)],
        isOpen: true,
        source: "Šidák (1967), Rectangular confidence regions for the means of multivariate normal distributions")
}
