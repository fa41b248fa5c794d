import Tensors

extension Implementation {
    static let laplaceDensity = Implementation(
        "laplace-density", title: Title("Laplace distribution density", "拉普拉斯分布密度"),
        aliases: ["Laplace distribution probability density function", "拉普拉斯分布的概率密度", "拉普拉斯分布概率密度函数"],
        topics: ["laplace", "laplace distribution", "拉普拉斯分布"],
        equation: #"f(x) = \frac{1}{2 b} e^{-|x - \mu| / b}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("mu", symbols: ["m", "loc"], default: 0),
            Parameter("b", symbols: ["s", "scale", "lambda"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "b is the scale") { (a) throws(TensorError) in try (-((a[0] - a[1]).abs() / a[2])).exp() / (2 * a[2]) },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1000, 0, 1000]), 0, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Laplace (1774), Mémoire sur la probabilité des causes par les événements")
}
