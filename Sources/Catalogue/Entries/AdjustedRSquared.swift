import Tensors

extension Implementation {
    static let adjustedRSquared = Implementation(
        "adjusted-r-squared", title: Title("Adjusted coefficient of determination", "调整后的决定系数"),
        aliases: ["adjusted R2", "adjusted R-squared", "adjusted R²", "调整 R2"],
        topics: ["R2", "R squared", "coefficient of determination", "决定系数"],
        equation: #"\bar{R}^2 = 1 - (1 - R^2) \frac{n - 1}{n - p - 1}"#,
        parameters: [
            Parameter("R2", symbols: ["R^2", "R"], shape: [], domain: .probability),
            Parameter("n", shape: [], domain: .interval(20, 40)),
            Parameter("p", symbols: ["k"], shape: [], domain: .interval(1, 9)),
        ],
        result: [],
        variants: [
            Variant("standard", "for p regressors") { (a) throws(TensorError) in try 1 - (1 - a[0]) * (a[1] - 1) / (a[1] - a[2] - 1) },
            Variant("root", "from R") { (a) throws(TensorError) in try 1 - (1 - a[0].square()) * (a[1] - 1) / (a[1] - a[2] - 1) },
        ],
        sample: [0.8, 30, 4],
        stressSamples: [[1, 20, 1], [0.999999, 1e6, 9]],
        properties: [.affine, .monotone, .bounded(-.infinity, 1)],
        isOpen: true,
        source: "Ezekiel (1930), Methods of correlation analysis")
}
