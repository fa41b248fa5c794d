import DeepLearning
import Tensors

extension Implementation {
    static let lpNorm = Implementation(
        "lp-norm", title: Title("Lp norm", "Lp 范数"),
        aliases: ["p-norm", "p-范数", "p 范数", "闵可夫斯基范数"],
        topics: ["norm", "norms", "范数"],
        equation: #"\|x\|_p = \left(\sum_{i=1}^{n} |x_i|^p\right)^{1/p}"#,
        parameters: [
            Parameter("x", symbols: ["v", "w", "u"], shape: ["n"]),
            Parameter("p", shape: .scalar, domain: .interval(1, 5)),
        ],
        result: [],
        variants: [
            Variant("standard", "(Σ |x_i|^p)^(1/p)") { (a) throws(TensorError) in
                try DeepLearning.vectorNorm(a[0], order: a[1])
            },
        ],
        sample: [Tensor([3, -4, 1]), 3],
        stressSamples: [[Tensor([1e200, 1e200]), 3], [Tensor([0, 0]), 3]],
        properties: [.nonNegative, .homogeneous(degree: 1), .subadditive, .even, .convex],
        assumptions: ["p >= 1"],
        source: "Riesz (1910), Untersuchungen über Systeme integrierbarer Funktionen")
}
