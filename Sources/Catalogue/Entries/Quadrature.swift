import Tensors

extension Implementation {
    static let quadrature = Implementation(
        "quadrature", title: Title("Rules of quadrature", "数值积分公式"),
        aliases: ["trapezoidal rule", "trapezoid rule", "Simpson's rule", "Simpson rule", "midpoint rule", "梯形公式", "辛普森公式", "复合梯形公式", "复化梯形公式", "梯形法则", "中点公式", "Simpson 公式"],
        topics: ["数值积分", "numerical integration", "quadrature", "Newton-Cotes", "积分", "Romberg", "龙贝格"],
        equation: #"T = \frac{b - a}{2} (u + v)"#,
        parameters: [
            Parameter("a", shape: []),
            Parameter("b", shape: []),
            Parameter("u", symbols: ["f_a", "f_0", "y_0", "f_x0"], shape: []),
            Parameter("v", symbols: ["f_b", "f_1", "y_1", "f_x1"], shape: []),
        ],
        result: [],
        variants: [
            Variant("trapezoid", "two points") { (a) throws(TensorError) in try (a[1] - a[0]) / 2 * (a[2] + a[3]) },
            Variant("simpson", "three points",
                parameters: [
                    .init("a", shape: []),
                    .init("b", shape: []),
                    .init("u", symbols: ["f_a", "f_0", "y_0", "f_x0"], shape: []),
                    .init("m", symbols: ["f_m", "f_ab2", "f_fracab2", "f_c", "f_1", "f_x1"], shape: []),
                    .init("v", symbols: ["f_b", "f_2", "y_2", "f_x2"], shape: []),
                ],
                sample: [0, 2, 1, 2, 5]
            ) { (a) throws(TensorError) in try (a[1] - a[0]) / 6 * (a[2] + 4 * a[3] + a[4]) },
            Variant("midpoint", "one point",
                parameters: [
                    .init("a", shape: []),
                    .init("b", shape: []),
                    .init("m", symbols: ["f_m", "f_ab2", "f_fracab2", "f_c"], shape: []),
                ],
                sample: [0, 2, 1]
            ) { (a) throws(TensorError) in try (a[1] - a[0]) * a[2] },
            Variant("simpson-step", "three points a step apart",
                parameters: [
                    .init("h", shape: []),
                    .init("u", symbols: ["f_0", "f_x0", "f_a", "y_0"], shape: []),
                    .init("m", symbols: ["f_1", "f_x1", "f_m", "y_1"], shape: []),
                    .init("v", symbols: ["f_2", "f_x2", "f_b", "y_2"], shape: []),
                ],
                sample: [1, 1, 2, 5]
            ) { (a) throws(TensorError) in try a[0] / 3 * (a[1] + 4 * a[2] + a[3]) },
            Variant("trapezoid-step", "two points a step apart",
                parameters: [
                    .init("h", shape: []),
                    .init("u", symbols: ["f_0", "f_x0", "f_a", "y_0"], shape: []),
                    .init("v", symbols: ["f_1", "f_x1", "f_b", "y_1"], shape: []),
                ],
                sample: [1, 1, 2]
            ) { (a) throws(TensorError) in try a[0] / 2 * (a[1] + a[2]) },
            Variant("richardson", "extrapolation of two values",
                parameters: [
                    .init("u", symbols: ["T", "T_2n", "R"], shape: []),
                    .init("v", symbols: ["T", "T_n", "R"], shape: []),
                    .init("q", symbols: ["4^k"], shape: []),
                ],
                sample: [2, 1, 4]
            ) { (a) throws(TensorError) in try (a[2] * a[0] - a[1]) / (a[2] - 1) },
            Variant("richardson-difference", "the finer value and a part of the difference",
                parameters: [
                    .init("u", symbols: ["R", "T", "S", "T_2n"], shape: []),
                    .init("v", symbols: ["R", "T", "S", "T_n"], shape: []),
                    .init("q", symbols: ["4^k", "4^j"], shape: []),
                ],
                result: [],
                sample: [2, 1, 4]
            ) { (a) throws(TensorError) in try a[0] + (a[0] - a[1]) / (a[2] - 1) },
        ],
        sample: [0, 2, 1, 5],
        stressSamples: [[0, 1e-200, 1e+200, 0]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Davis and Rabinowitz (1984), Methods of numerical integration")
}
