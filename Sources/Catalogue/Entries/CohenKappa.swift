import Tensors

extension Implementation {
    static let cohenKappa = Implementation(
        "cohen-kappa", title: Title("Cohen kappa", "科恩 kappa 系数"),
        aliases: ["Cohen's kappa", "kappa 系数", "kappa score"],
        equation: #"\kappa = \frac{p_o - p_e}{1 - p_e}"#,
        parameters: [
            Parameter("p_o", symbols: ["P_o"], shape: [], domain: .probability),
            Parameter("p_e", symbols: ["P_e"], shape: [], domain: .probability),
        ],
        result: [],
        variants: [
            Variant("standard", "agreement beyond chance") { (a) throws(TensorError) in try (a[0] - a[1]) / (1 - a[1]) },
        ],
        sample: [0.8, 0.5],
        stressSamples: [[1, 0.5], [0.5, 0.5], [0, 0.999]],
        properties: [.affine, .monotone, .zeroWhenEqual, .bounded(-.infinity, 1)],
        source: "Cohen (1960), A coefficient of agreement for nominal scales")
}
