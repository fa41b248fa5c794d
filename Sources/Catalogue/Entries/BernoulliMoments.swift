import Tensors

extension Implementation {
    static let bernoulliMoments = Implementation(
        "bernoulli-moments", title: Title("Moments of the Bernoulli distribution", "伯努利分布的矩"),
        aliases: ["Bernoulli distribution moments", "伯努利分布的期望与方差"],
        topics: ["bernoulli distribution", "bernoulli", "伯努利分布", "两点分布", "0-1 分布"],
        equation: #"\operatorname{Var}(X) = p (1 - p)"#,
        parameters: [
            Parameter("p", symbols: ["theta", "phi", "mu"], shape: [], domain: .probability),
        ],
        result: [],
        variants: [
            Variant("variance", "p(1 − p)") { (a) throws(TensorError) in try a[0] * (1 - a[0]) },
            Variant("entropy", "−p ln p − (1 − p) ln(1 − p)") { (a) throws(TensorError) in
                let q = try 1 - a[0]
                return try -(Tensor.xlogy(a[0], a[0]) + Tensor.xlogy(q, q))
            },
        ],
        sample: [0.3],
        stressSamples: [[0], [1e-300], [1]],
        properties: [.bounded(0, 0.25), .concave],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
