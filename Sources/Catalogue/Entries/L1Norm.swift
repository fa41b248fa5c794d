import DeepLearning
import Tensors

extension Implementation {
    static let l1Norm = Implementation(
        "l1-norm", title: Title("L1 norm", "L1 范数"),
        aliases: ["L1", "one-norm", "taxicab norm", "Manhattan norm", "1-范数", "一范数", "曼哈顿范数"],
        topics: ["norm", "norms", "范数"],
        equation: #"\|x\|_1 = \sum_{i=1}^{n} |x_i|"#,
        parameters: [Parameter("x", symbols: ["v", "w", "u"], shape: ["n"])],
        result: [],
        variants: [
            Variant("standard", "Σ |x_i|") { (a) throws(TensorError) in try DeepLearning.vectorNorm(a[0], 1) },
        ],
        sample: [Tensor([3, -4, 1])],
        stressSamples: [[Tensor([1e200, 1e200])], [Tensor([0, 0, 0])], [Tensor([1e-200, 1e-200])]],
        properties: [.nonNegative, .homogeneous(degree: 1), .subadditive, .even, .convex],
        source: "Riesz (1910), Untersuchungen über Systeme integrierbarer Funktionen")
}
