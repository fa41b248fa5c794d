import Tensors

extension Implementation {
    static let uniformMoments = Implementation(
        "uniform-moments", title: Title("Moments of the uniform distribution", "均匀分布的矩"),
        aliases: ["uniform distribution moments", "均匀分布的期望与方差"],
        topics: ["uniform distribution", "uniform", "均匀分布"],
        equation: #"\operatorname{E}[X] = \frac{a + b}{2}, \quad \operatorname{Var}(X) = \frac{(b - a)^2}{12}"#,
        parameters: [
            Parameter("a", symbols: ["low", "alpha"], shape: []),
            Parameter("b", symbols: ["high", "beta"], shape: []),
        ],
        result: [],
        variants: [
            Variant("mean", "(a + b)/2") { (a) throws(TensorError) in try 0.5 * a[0] + 0.5 * a[1] },
            Variant("variance", "(b − a)²/12") { (a) throws(TensorError) in try (a[1] - a[0]).square() / 12 },
            Variant("density", "1/(b − a)") { (a) throws(TensorError) in try (a[1] - a[0]).reciprocal() },
            Variant("symmetric-variance", "a²/3 between −a and a",
                parameters: [.init("a", shape: [], domain: .positive)],
                sample: [2]) { (a) throws(TensorError) in try a[0].square() / 3 },
        ],
        sample: [1, 3],
        stressSamples: [[1e308, 1e308], [-1e308, 1e308]],
        properties: [.affine, .symmetric, .monotone],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
