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
            Variant("plus", "the larger root for a > 0") { (a) throws(TensorError) in try (-a[1] + (a[1].square() - 4 * a[0] * a[2]).sqrt()) / (2 * a[0]) },
            Variant("minus", "the smaller") { (a) throws(TensorError) in try (-a[1] - (a[1].square() - 4 * a[0] * a[2]).sqrt()) / (2 * a[0]) },
        ],
        sample: [1, 5, 1],
        isOpen: true,
        source: "al-Khwarizmi (c. 820), On calculation by completion and balancing")
}
