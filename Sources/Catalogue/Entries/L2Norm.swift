import DeepLearning
import Tensors

extension Implementation {
    static let l2Norm = Implementation(
        "l2-norm", title: Title("L2 norm", "L2 范数"),
        aliases: ["Euclidean norm", "Euclidean length", "two-norm", "2-范数", "二范数", "欧几里得范数", "欧氏范数", "欧几里得长度"],
        topics: ["norm", "norms", "范数", "Euclidean distance"],
        equation: #"\|x\|_2 = \sqrt{\sum_{i=1}^{n} x_i^2}"#,
        parameters: [Parameter("x", symbols: ["v", "w", "u"], shape: ["n"])],
        result: [],
        variants: [
            Variant("standard", "√Σ x_i²") { (a) throws(TensorError) in try DeepLearning.vectorNorm(a[0], 2) },
        ],
        sample: [Tensor([3, -4])],
        stressSamples: [[Tensor([1e200, 1e200])], [Tensor([0, 0, 0])], [Tensor([1e-200, 1e-200])]],
        properties: [.nonNegative, .homogeneous(degree: 1), .subadditive, .even, .convex],
        source: "Riesz (1910), Untersuchungen über Systeme integrierbarer Funktionen")
}
