import Tensors

extension Implementation {
    static let varianceInflation = Implementation(
        "variance-inflation", title: Title("Variance inflation factor", "方差膨胀因子"),
        aliases: ["VIF", "方差扩大因子"],
        topics: ["collinearity", "multicollinearity", "多重共线性"],
        equation: #"\operatorname{VIF} = \frac{1}{1 - R^2}"#,
        parameters: [
            Parameter("R2", symbols: ["R^2", "R_j^2"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "of a coefficient of determination") { (a) throws(TensorError) in
                try 1 / (1 - a[0])
            },
            Variant("root", "of R",
                parameters: [.init("R", symbols: ["R_j", "R_i"], shape: .any, domain: .probability)], result: .any,
                sample: [Tensor([0.5, 0.9])]) { (a) throws(TensorError) in
                try 1 / (1 - a[0].square())
            },
        ],
        sample: [Tensor([0.5, 0.9])],
        stressSamples: [[Tensor([0, 0.999])]],
        properties: [.monotone, .convex],
        isOpen: true,
        source: "Marquardt (1970), Generalized inverses, ridge regression, biased linear estimation")
}
