import Tensors

extension Implementation {
    static let newtonStep = Implementation(
        "newton-step", title: Title("Step of Newton's method", "牛顿法的一步"),
        aliases: ["Newton's method", "Newton-Raphson", "Newton iteration", "secant method", "牛顿法", "牛顿迭代法", "牛顿迭代公式", "割线法"],
        topics: ["Hessian", "海森", "二阶", "second-order", "natural gradient", "自然梯度", "Newton", "牛顿", "root finding", "求根", "非线性方程"],
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
            Variant("damped", "a part of the step",
                parameters: [
                    .init("x", symbols: ["x_n", "x_k", "x_t"], shape: []),
                    .init("f", symbols: ["f_xn", "f_xk"], shape: []),
                    .init("g", symbols: ["f_pxn", "f_pxk"], shape: [], domain: .nonZero),
                    .init("lambda", symbols: ["lambda_k", "alpha", "alpha_k", "eta", "m", "t"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [1, 2, 4, 0.5]
            ) { (a) throws(TensorError) in try a[0] - a[3] * a[1] / a[2] },
            Variant("fixed-secant", "along the secant from the first point",
                parameters: [
                    .init("x", symbols: ["x_n", "x_k"], shape: []),
                    .init("x_0", shape: []),
                    .init("f", symbols: ["f_xn", "f_xk"], shape: []),
                    .init("g", symbols: ["f_x0"], shape: []),
                ],
                result: [],
                sample: [1, 2, 3, 4]
            ) { (a) throws(TensorError) in try a[0] - a[2] / (a[2] - a[3]) * (a[0] - a[1]) },
            Variant("fixed", "with the first slope",
                parameters: [
                    .init("x", symbols: ["x_n", "x_k"], shape: []),
                    .init("f", symbols: ["f_xn", "f_xk"], shape: []),
                    .init("g", symbols: ["f_px0"], shape: [], domain: .nonZero),
                ],
                result: [],
                sample: [1, 2, 4]
            ) { (a) throws(TensorError) in try a[0] - a[1] / a[2] },
            Variant("vector", "with the inverse Hessian",
                parameters: [
                    .init("x", symbols: ["x_n", "x_k", "x_t", "w", "theta", "theta_t", "w_t", "theta_k"], shape: ["d"]),
                    .init("H", symbols: ["H_k", "G", "H_t", "A", "F", "J", "B"], shape: ["d", "d"], domain: .invertible),
                    .init("g", symbols: ["g_k", "g_t"], shape: ["d"]),
                ],
                result: ["d"],
                sample: [Tensor([1, 2]), .matrix([[2, 1], [0, 1]]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try a[0] - a[1].inverse().matmul(a[2]) },
        ],
        sample: [1, 2, 4],
        stressSamples: [[0, 1e-300, 1]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Ypma (1995), Historical development of the Newton-Raphson method")
}
