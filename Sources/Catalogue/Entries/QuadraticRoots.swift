import DeepLearning
import Tensors

extension Implementation {
    static let quadraticRoots = Implementation(
        "quadratic-roots", title: Title("Quadratic formula", "求根公式"),
        aliases: ["solutions of the quadratic equation", "二次方程的根"],
        equation: #"x = \frac{-b + \sqrt{b^2 - 4 a c}}{2 a}"#,
        parameters: [
            Parameter("a", shape: [], domain: .interval(0.2, 1)),
            Parameter("b", shape: [], domain: .interval(3, 5)),
            Parameter("c", shape: [], domain: .interval(0.2, 1)),
        ],
        result: [],
        variants: [
            Variant("plus", "the larger root for a > 0") { (a) throws(TensorError) in try DeepLearning.quadraticRoot(a[0], a[1], a[2]) },
            Variant("minus", "the smaller") { (a) throws(TensorError) in
                // The roots of −a, −b, −c are the same, in the other order.
                try DeepLearning.quadraticRoot(-a[0], -a[1], -a[2])
            },
        ],
        sample: [1, 5, 1],
        stressSamples: [[1, 1e8, 1], [1, 2, 1]],
        properties: [.argument(1, .monotone), .argument(2, .decreasing)],
        isOpen: true,
        source: "al-Khwarizmi (c. 820), On calculation by completion and balancing")
}
