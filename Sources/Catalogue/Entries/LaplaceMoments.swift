import Tensors

extension Implementation {
    static let laplaceMoments = Implementation(
        "laplace-moments", title: Title("Moments of the Laplace distribution", "拉普拉斯分布的矩"),
        aliases: ["Laplace distribution moments", "拉普拉斯分布的期望与方差"],
        topics: ["laplace distribution", "laplace", "拉普拉斯分布"],
        equation: #"\operatorname{Var}(X) = 2 b^2"#,
        parameters: [
            Parameter("b", symbols: ["s", "scale"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("variance", "2 b²") { (a) throws(TensorError) in try 2 * a[0].square() },
            Variant("entropy", "ln(2 b e)") { (a) throws(TensorError) in try 1 + (2 * a[0]).log() },
        ],
        sample: [1.5],
        stressSamples: [[1e-150], [1e150]],
        properties: [.homogeneous(degree: 2), .convex, .monotone],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
