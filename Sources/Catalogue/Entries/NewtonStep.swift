import Tensors

extension Implementation {
    static let newtonStep = Implementation(
        "newton-step", title: Title("Step of Newton's method", "牛顿法的一步"),
        aliases: ["Newton's method", "Newton-Raphson", "Newton iteration", "secant method", "牛顿法", "牛顿迭代法", "牛顿迭代公式", "割线法"],
        topics: ["Newton", "牛顿", "root finding", "求根", "非线性方程"],
        equation: #"x' = x - \frac{f}{f'}"#,
        parameters: [
            Parameter("x", symbols: ["x_n", "x_k", "x_t", "x_i", "w", "theta"], shape: []),
            Parameter("f", symbols: ["f_xn", "f_xk", "f_x", "f_xi", "f_xt", "F_xk"], shape: []),
            Parameter("g", symbols: ["f_pxn", "f_pxk", "f_px", "f_pxi", "f_primexn", "f_primexk", "f_pxt"], shape: [], domain: .nonZero),
        ],
        result: [],
        variants: [
            Variant("newton", "along the tangent") { (a) throws(TensorError) in try a[0] - a[1] / a[2] },
            Variant("secant", "along the secant",
                parameters: [
                    .init("x", symbols: ["x_n", "x_k"], shape: []),
                    .init("y", symbols: ["x_n-1", "x_k-1"], shape: []),
                    .init("f", symbols: ["f_xn", "f_xk"], shape: []),
                    .init("g", symbols: ["f_xn1", "f_xk1"], shape: []),
                ],
                sample: [1, 2, 3, 4]
            ) { (a) throws(TensorError) in try a[0] - a[2] * (a[0] - a[1]) / (a[2] - a[3]) },
        ],
        sample: [1, 2, 4],
        stressSamples: [[0, 1e-300, 1]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Ypma (1995), Historical development of the Newton-Raphson method")
}
