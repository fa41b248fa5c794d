import DeepLearning
import Tensors

extension Implementation {
    static let manhattanDistance = Implementation(
        "manhattan-distance", title: Title("Manhattan distance", "曼哈顿距离"),
        aliases: ["L1 distance", "taxicab distance", "city block distance", "城市街区距离"],
        equation: #"d(x, y) = \sum_{i=1}^{n} |x_i - y_i|"#,
        parameters: [
            Parameter("x", symbols: ["a", "u", "w"], shape: ["n"]),
            Parameter("y", symbols: ["b", "v", "x"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "Σ |x_i − y_i|") { (a) throws(TensorError) in try (a[0] - a[1]).norm(1) },
        ],
        sample: [Tensor([1, 2]), Tensor([4, 6])],
        stressSamples: [[Tensor([1e200, 0]), Tensor([-1e200, 0])]],
        properties: [.symmetric, .zeroWhenEqual, .nonNegative, .convex],
        source: "Minkowski (1910), Geometrie der Zahlen")
}
