import DeepLearning
import Tensors

extension Implementation {
    static let expectation = Implementation(
        "expectation", title: Title("Expectation", "期望"),
        aliases: ["expected value", "数学期望", "期望值"],
        equation: #"\operatorname{E}[X] = \sum_{i=1}^{n} x_i p_i"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: ["n"]),
            Parameter("p", symbols: ["P"], shape: ["n"], domain: .distribution),
        ],
        result: [],
        variants: [
            Variant("standard", "Σ x_i p_i") { (a) throws(TensorError) in try DeepLearning.expectation(a[0], a[1]) },
        ],
        sample: [Tensor([1, 2, 3]), Tensor([0.5, 0.25, 0.25])],
        stressSamples: [[Tensor([1e200, -1e200]), Tensor([1, 0])]],
        properties: [.additive, .homogeneous(degree: 1)],
        source: "Huygens (1657), De ratiociniis in ludo aleae")
}
