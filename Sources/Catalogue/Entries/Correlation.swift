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
            Variant("given", "covariance and deviations given",
                parameters: [
                    .init("C", symbols: ["cov", "Cov", "Cov_XY", "Cov_xy", "sigma_XY", "sigma_xy", "Cov_X,Y", "s_xy"], shape: []),
                    .init("sigma_x", symbols: ["sigma_X", "s_x", "s_X", "SD_X", "sigma_1"], shape: [], domain: .positive),
                    .init("sigma_y", symbols: ["sigma_Y", "s_y", "s_Y", "SD_Y", "sigma_2"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [0.5, 1, 2]
            ) { (a) throws(TensorError) in try a[0] / (a[1] * a[2]) },
            Variant("variances", "covariance and variances given",
                parameters: [
                    .init("C", symbols: ["cov", "Cov", "Cov_XY", "Cov_X,Y", "sigma_xy"], shape: []),
                    .init("D_X", symbols: ["Var_X", "V_X", "DX", "D_x", "S_xx"], shape: [], domain: .positive),
                    .init("D_Y", symbols: ["Var_Y", "V_Y", "DY", "D_y", "S_yy"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [0.5, 1, 2]
            ) { (a) throws(TensorError) in try a[0] / (a[1].sqrt() * a[2].sqrt()) },
            Variant("sums", "by sums of products",
                parameters: [
                    .init("S_xy", symbols: ["l_xy", "L_xy", "SS_xy"], shape: []),
                    .init("S_xx", symbols: ["l_xx", "L_xx", "SS_xx"], shape: [], domain: .positive),
                    .init("S_yy", symbols: ["l_yy", "L_yy", "SS_yy"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [0.5, 1, 2]
            ) { (a) throws(TensorError) in try a[0] / (a[1] * a[2]).sqrt() },
        ],
        sample: [Tensor([1, 2, 3, 6]), Tensor([2, 1, 4, 5])],
        stressSamples: [[Tensor([1, 1]), Tensor([1, 2])]],
        properties: [.symmetric, .shiftInvariant, .bounded(-1, 1), .homogeneous(degree: 0)],
        source: "Pearson (1895), Notes on regression and inheritance in the case of two parents")
}
