import DeepLearning
import Tensors

extension Implementation {
    static let trace = Implementation(
        "trace", title: Title("Trace", "迹"),
        aliases: ["matrix trace", "矩阵的迹", "矩阵迹"],
        symbols: ["tr"],
        equation: #"\operatorname{tr}(A) = \sum_{i=1}^{n} a_{ii}"#,
        parameters: [Parameter("A", symbols: ["X", "B"], shape: ["n", "n"])],
        result: [],
        variants: [
            Variant("standard", "Σ a_ii") { (a) throws(TensorError) in try DeepLearning.trace(a[0]) },
        ],
        sample: [.matrix([[1, 2], [3, 4]])],
        stressSamples: [[.matrix([[1e200, 5], [5, 1e200]])], [.matrix([[0, 1], [1, 0]])]],
        properties: [.additive, .homogeneous(degree: 1)],
        source: "Golub and Van Loan (2013), Matrix computations, 2.1")
}
