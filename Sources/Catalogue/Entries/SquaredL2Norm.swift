import DeepLearning
import Tensors

extension Implementation {
    static let squaredL2Norm = Implementation(
        "squared-l2-norm", title: Title("Squared L2 norm", "L2 范数的平方"),
        aliases: ["squared Euclidean norm", "L2 范数平方", "平方范数"],
        topics: ["norm", "norms", "范数", "正则化", "regularization", "weight decay", "权重衰减"],
        equation: #"\|x\|_2^2 = \sum_{i=1}^{n} x_i^2"#,
        parameters: [Parameter("x", symbols: ["v", "w", "u"], shape: ["n"])],
        result: [],
        variants: [
            Variant("standard", "Σ x_i²") { (a) throws(TensorError) in try a[0].square().sum() },
        ],
        sample: [Tensor([3, -4])],
        stressSamples: [[Tensor([1e200, 1e200])], [Tensor([0, 0, 0])], [Tensor([1e-200, 1e-200])]],
        properties: [.nonNegative, .homogeneous(degree: 2), .even, .convex],
        source: "Golub and Van Loan (2013), Matrix computations, 2.2")
}
