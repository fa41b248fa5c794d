import Tensors

extension Implementation {
    static let geometricMoments = Implementation(
        "geometric-moments", title: Title("Moments of the geometric distribution", "几何分布的矩"),
        aliases: ["geometric distribution moments", "几何分布的期望与方差"],
        topics: ["geometric distribution", "geometric", "几何分布"],
        equation: #"\operatorname{E}[X] = \frac{1}{p}, \quad \operatorname{Var}(X) = \frac{1 - p}{p^2}"#,
        parameters: [
            Parameter("p", shape: [], domain: .probability),
        ],
        result: [],
        variants: [
            Variant("mean", "1/p") { (a) throws(TensorError) in a[0].reciprocal() },
            Variant("variance", "(1 − p)/p²") { (a) throws(TensorError) in try (1 - a[0]) / a[0].square() },
            Variant("mean-failures", "(1 − p)/p") { (a) throws(TensorError) in try (1 - a[0]) / a[0] },
        ],
        sample: [0.3],
        stressSamples: [[1], [1e-300]],
        properties: [.homogeneous(degree: -1), .convex, .decreasing],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
