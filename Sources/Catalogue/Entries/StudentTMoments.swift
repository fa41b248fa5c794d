import Tensors

extension Implementation {
    static let studentTMoments = Implementation(
        "student-t-moments", title: Title("Moments of the t distribution", "t 分布的方差"),
        aliases: ["variance of the t distribution", "t 分布方差"],
        topics: ["t distribution", "t 分布", "student", "t-distribution"],
        equation: #"\operatorname{Var}(X) = \frac{\nu}{\nu - 2}"#,
        parameters: [
            Parameter("nu", symbols: ["n", "k", "v"], shape: [], domain: .interval(3, 9)),
        ],
        result: [],
        variants: [
            Variant("variance", "the variance") { (a) throws(TensorError) in try a[0] / (a[0] - 2) },
        ],
        sample: [5],
        stressSamples: [[1e+300]],
        properties: [.decreasing],
        needsNames: true,
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
