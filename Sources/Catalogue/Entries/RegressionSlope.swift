import Tensors

extension Implementation {
    static let regressionSlope = Implementation(
        "regression-slope", title: Title("Slope of the regression line", "回归直线的斜率"),
        aliases: ["least squares slope", "一元线性回归的斜率"],
        topics: ["linear regression", "simple linear regression", "一元线性回归", "线性回归", "最小二乘"],
        equation: #"\hat{w} = \frac{\sum_i (x_i - \bar{x}) (y_i - \bar{y})}{\sum_i (x_i - \bar{x})^2}"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: ["n"]),
            Parameter("y", symbols: ["Y", "t"], shape: ["n"]),
        ],
        result: [],
        variants: [
            Variant("slope", "of the line of least squares") { (a) throws(TensorError) in
                let c = try a[0] - a[0].mean()
                return try (c * (a[1] - a[1].mean())).sum() / c.square().sum()
            },
            Variant("slope-means", "the means given",
                parameters: [.init("x", symbols: ["X"], shape: ["n"]), .init("y", symbols: ["Y", "t"], shape: ["n"]), .init("x_bar", symbols: ["mu_x"], shape: []), .init("y_bar", symbols: ["mu_y"], shape: [])],
                sample: [Tensor([1, 2, 4]), Tensor([0, 1, 5]), 2, 2]) { (a) throws(TensorError) in
                let c = try a[0] - a[2]
                return try (c * (a[1] - a[3])).sum() / c.square().sum()
            },
            Variant("intercept", "ȳ − w x̄",
                parameters: [.init("x_bar", symbols: ["mu_x"], shape: []), .init("y_bar", symbols: ["mu_y"], shape: []), .init("w", symbols: ["w_hat", "a", "beta_1"], shape: [])],
                sample: [2, 2, 1.5]) { (a) throws(TensorError) in try a[1] - a[2] * a[0] },
        ],
        sample: [Tensor([1, 2, 4]), Tensor([0, 1, 5])],
        stressSamples: [
            [Tensor([100000001, 100000002, 100000003]), Tensor([1, 2, 3])],
            [Tensor([1e-100, 2e-100]), Tensor([1, 2])],
        ],
        properties: [.shiftInvariant, .homogeneous(degree: -1), .argument(1, .additive), .argument(1, .shiftInvariant)],
        isOpen: true,
        source: "Galton (1886), Regression towards mediocrity in hereditary stature")
}
