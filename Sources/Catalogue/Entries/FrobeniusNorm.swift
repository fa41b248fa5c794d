import DeepLearning
import Tensors

extension Implementation {
    static let frobeniusNorm = Implementation(
        "frobenius-norm", title: Title("Frobenius norm", "Frobenius 范数"),
        aliases: ["F-norm", "弗罗贝尼乌斯范数", "F 范数", "F-范数"],
        topics: ["norm", "norms", "范数"],
        equation: #"\|A\|_F = \sqrt{\sum_{i=1}^{m} \sum_{j=1}^{n} a_{ij}^2}"#,
        parameters: [Parameter("A", symbols: ["X", "W", "B"], shape: ["m", "n"])],
        result: [],
        variants: [
            Variant("standard", "√Σ a_ij²") { (a) throws(TensorError) in try DeepLearning.frobeniusNorm(a[0]) },
        ],
        sample: [.matrix([[1, 2], [3, 4]])],
        stressSamples: [[.matrix([[1e200, 1e200]])], [.matrix([[0, 0]])]],
        properties: [.nonNegative, .homogeneous(degree: 1), .subadditive, .even, .convex],
        source: "Golub and Van Loan (2013), Matrix computations, 2.3")
}
