import DeepLearning
import Tensors

extension Implementation {
    static let euclideanDistance = Implementation(
        "euclidean-distance", title: Title("Euclidean distance", "欧几里得距离"),
        aliases: ["L2 distance", "欧氏距离", "欧式距离"],
        equation: #"d(x, y) = \sqrt{\sum_{i=1}^{n} (x_i - y_i)^2}"#,
        parameters: [
            Parameter("x", symbols: ["a", "u", "w"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v", "x"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "the norm of the difference") { (a) throws(TensorError) in
                try (a[0] - a[1]).norm()
            },
        ],
        sample: [Tensor([1, 2]), Tensor([4, 6])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])]],
        properties: [.symmetric, .zeroWhenEqual, .nonNegative, .convex],
        source: "Golub and Van Loan (2013), Matrix computations, 2.2")
}
