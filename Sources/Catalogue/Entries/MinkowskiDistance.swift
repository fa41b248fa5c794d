import DeepLearning
import Tensors

extension Implementation {
    static let minkowskiDistance = Implementation(
        "minkowski-distance", title: Title("Minkowski distance", "闵可夫斯基距离"),
        aliases: ["Minkowski", "闵氏距离"],
        equation: #"d(x, y) = \left(\sum_i |x_i - y_i|^p\right)^{1/p}"#,
        parameters: [
            Parameter("x", symbols: ["a", "u", "y"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v", "y_hat"], shape: ["n"]),
            Parameter("p", symbols: ["r"], default: 2, domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "of order p") { (a) throws(TensorError) in try DeepLearning.vectorNorm(a[0] - a[1], order: a[2]) },
        ],
        sample: [Tensor([1, 2]), Tensor([4, 6]), 2],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0]), 3], [Tensor([1, 2]), Tensor([1, 2]), 3]],
        properties: [.nonNegative, .symmetric, .zeroWhenEqual],
        source: "Minkowski (1896), Geometrie der Zahlen")
}
