import DeepLearning
import Tensors

extension Implementation {
    static let maxNorm = Implementation(
        "max-norm", title: Title("Maximum norm", "无穷范数"),
        aliases: ["infinity norm", "L-infinity norm", "Chebyshev norm", "最大范数", "切比雪夫范数", "L∞ 范数"],
        equation: #"\|x\|_\infty = \max_i |x_i|"#,
        parameters: [Parameter("x", symbols: ["v", "w", "u"], shape: ["n"])],
        result: [],
        variants: [
            Variant("standard", "max |x_i|") { (a) throws(TensorError) in
                try DeepLearning.vectorNorm(a[0], .infinity)
            },
        ],
        sample: [Tensor([3, -4, 1])],
        stressSamples: [[Tensor([1e200, 1e200])], [Tensor([0, 0, 0])], [Tensor([1e-200, 1e-200])]],
        properties: [.nonNegative, .homogeneous(degree: 1), .subadditive, .even, .convex],
        source: "Golub and Van Loan (2013), Matrix computations, 2.2")
}
