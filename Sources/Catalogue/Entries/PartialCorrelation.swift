import Tensors

extension Implementation {
    static let partialCorrelation = Implementation(
        "partial-correlation", title: Title("Partial correlation", "偏相关系数"),
        aliases: ["partial correlation coefficient", "偏相关", "净相关系数"],
        topics: ["correlation", "相关系数", "相关", "regression", "回归"],
        equation: #"\rho = \frac{\rho_{12} - \rho_{13} \rho_{23}}{\sqrt{(1 - \rho_{13}^2) (1 - \rho_{23}^2)}}"#,
        parameters: [
            Parameter("rho_12", symbols: ["r_12", "rho_XY", "r_xy", "rho_xy"], shape: [], domain: .interval(-0.9, 0.9)),
            Parameter("rho_13", symbols: ["r_13", "rho_XZ", "r_xz", "rho_xz"], shape: [], domain: .interval(-0.9, 0.9)),
            Parameter("rho_23", symbols: ["r_23", "rho_YZ", "r_yz", "rho_yz"], shape: [], domain: .interval(-0.9, 0.9)),
        ],
        result: [],
        variants: [
            Variant("standard", "of two, given a third") { (a) throws(TensorError) in try (a[0] - a[1] * a[2]) / ((1 - a[1].square()) * (1 - a[2].square())).sqrt() },
        ],
        sample: [0.5, 0.2, 0.3],
        stressSamples: [[0, 0, 0]],
        properties: [.affine],
        isOpen: true,
        source: "Fisher (1924), The distribution of the partial correlation coefficient")
}
