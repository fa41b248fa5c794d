import Tensors

extension Implementation {
    static let momentGeneratingFunction = Implementation(
        "moment-generating-function", title: Title("Moment generating functions", "矩母函数"),
        aliases: ["moment generating function", "MGF", "矩母函数公式", "矩生成函数"],
        topics: ["moment", "矩", "distribution", "分布", "characteristic function", "特征函数"],
        equation: #"M(t) = e^{\mu t + \frac{1}{2} \sigma^2 t^2}"#,
        parameters: [
            Parameter("t", symbols: ["s", "theta"], shape: .any),
            Parameter("mu", symbols: ["m"], shape: []),
            Parameter("sigma", symbols: ["s"], shape: [], domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("normal", "of a normal law") { (a) throws(TensorError) in try (a[1] * a[0] + 0.5 * a[2].square() * a[0].square()).exp() },
            Variant("gamma", "of a gamma law by its rate",
                parameters: [
                    .init("t", symbols: ["s"], shape: [], domain: .interval(0.1, 0.5)),
                    .init("alpha", symbols: ["k"], shape: [], domain: .positive),
                    .init("beta", symbols: ["lambda"], shape: [], domain: .interval(1, 3)),
                ],
                result: [],
                sample: [0.5, 2, 1.5]
            ) { (a) throws(TensorError) in try (1 - a[0] / a[2]).power(-a[1]) },
            Variant("gamma-scale", "of a gamma law by its scale",
                parameters: [
                    .init("t", symbols: ["s"], shape: [], domain: .interval(0.1, 0.5)),
                    .init("alpha", symbols: ["k"], shape: [], domain: .positive),
                    .init("theta", symbols: ["beta"], shape: [], domain: .interval(0.5, 1.5)),
                ],
                result: [],
                sample: [0.5, 2, 0.5]
            ) { (a) throws(TensorError) in try (1 - a[2] * a[0]).power(-a[1]) },
            Variant("exponential", "of an exponential law",
                parameters: [
                    .init("t", symbols: ["s"], shape: [], domain: .interval(0.1, 0.5)),
                    .init("lambda", shape: [], domain: .interval(1, 3)),
                ],
                result: [],
                sample: [0.5, 1.5]
            ) { (a) throws(TensorError) in try a[1] / (a[1] - a[0]) },
            Variant("poisson", "of a Poisson law",
                parameters: [
                    .init("t", symbols: ["s"], shape: .any),
                    .init("lambda", symbols: ["mu"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([0.5, 1]), 1.5]
            ) { (a) throws(TensorError) in try (a[1] * (a[0].exp() - 1)).exp() },
            Variant("binomial", "of a binomial law",
                parameters: [
                    .init("t", symbols: ["s"], shape: .any),
                    .init("n", symbols: ["N"], shape: [], domain: .positiveInteger),
                    .init("p", shape: [], domain: .probability),
                ],
                result: .any,
                sample: [Tensor([0.5, 1]), 3, 0.4]
            ) { (a) throws(TensorError) in try (1 - a[2] + a[2] * a[0].exp()).power(a[1]) },
            Variant("bernoulli", "of a Bernoulli law",
                parameters: [
                    .init("t", symbols: ["s"], shape: .any),
                    .init("p", shape: [], domain: .probability),
                ],
                result: .any,
                sample: [Tensor([0.5, 1]), 0.4]
            ) { (a) throws(TensorError) in try 1 - a[1] + a[1] * a[0].exp() },
        ],
        sample: [Tensor([0.5, 1]), 0.1, 0.5],
        stressSamples: [[Tensor([0]), 1e+200, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
