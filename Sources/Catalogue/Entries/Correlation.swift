import DeepLearning
import Tensors

extension Implementation {
    static let correlation = Implementation(
        "correlation", title: Title("Pearson correlation", "皮尔逊相关系数"),
        aliases: [
            "correlation coefficient", "Pearson correlation coefficient", "Pearson's r", "相关系数", "皮尔森相关系数",
        ],
        topics: ["covariance", "协方差"],
        symbols: ["rho"],
        equation: #"\rho = \frac{\operatorname{Cov}(x, y)}{\sigma_x \sigma_y}"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: ["n"]),
            Parameter("y", symbols: ["Y"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("standard", "covariance over both deviations") { (a) throws(TensorError) in
                try DeepLearning.correlation(a[0], a[1])
            },
        ],
        sample: [Tensor([1, 2, 3, 6]), Tensor([2, 1, 4, 5])],
        stressSamples: [[Tensor([1, 1]), Tensor([1, 2])]],
        properties: [.symmetric, .shiftInvariant, .bounded(-1, 1), .homogeneous(degree: 0)],
        source: "Pearson (1895), Notes on regression and inheritance in the case of two parents")
}
