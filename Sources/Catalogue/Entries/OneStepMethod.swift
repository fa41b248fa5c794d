import Tensors

extension Implementation {
    static let oneStepMethod = Implementation(
        "one-step-method", title: Title("Steps of methods for differential equations", "常微分方程单步法"),
        aliases: ["Euler's method", "Euler method", "Heun's method", "Runge-Kutta method", "RK4", "欧拉法", "欧拉方法", "显式欧拉", "改进欧拉法", "龙格-库塔", "四阶龙格库塔"],
        topics: ["ODE", "微分方程", "differential equation", "Runge-Kutta", "龙格", "欧拉"],
        equation: #"y' = y + h f"#,
        parameters: [
            Parameter("y", symbols: ["y_n", "y_k", "u", "x", "y_i", "u_n", "x_n"], shape: .any),
            Parameter("h", symbols: ["tau", "dt", "k"], shape: []),
            Parameter("f", symbols: ["f_xnyn", "f_tnyn", "f_xkyk", "f_tkyk", "f_xiyi", "f_tiyi", "k_1", "f_tnun", "f_xn"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("euler", "along the slope at the start") { (a) throws(TensorError) in try a[0] + a[1] * a[2] },
            Variant("heun", "along the mean of two slopes",
                parameters: [
                    .init("y", symbols: ["y_n", "y_k", "u", "y_i"], shape: .any),
                    .init("h", shape: []),
                    .init("k_1", symbols: ["K_1", "f"], shape: .any),
                    .init("k_2", symbols: ["K_2", "f"], shape: .any),
                ],
                result: .any, sample: [1, 0.1, 1, 2]
            ) { (a) throws(TensorError) in try a[0] + a[1] / 2 * (a[2] + a[3]) },
            Variant("runge-kutta", "along the mean of four slopes",
                parameters: [
                    .init("y", symbols: ["y_n", "y_k", "u", "y_i"], shape: .any),
                    .init("h", shape: []),
                    .init("k_1", symbols: ["K_1"], shape: .any),
                    .init("k_2", symbols: ["K_2"], shape: .any),
                    .init("k_3", symbols: ["K_3"], shape: .any),
                    .init("k_4", symbols: ["K_4"], shape: .any),
                ],
                result: .any, sample: [1, 0.1, 1, 2, 2, 3]
            ) { (a) throws(TensorError) in try a[0] + a[1] / 6 * (a[2] + 2 * a[3] + 2 * a[4] + a[5]) },
            Variant("runge-kutta-steps", "the same with the step in the slopes",
                parameters: [
                    .init("y", symbols: ["y_n", "y_k", "u", "y_i"], shape: .any),
                    .init("k_1", symbols: ["K_1"], shape: .any),
                    .init("k_2", symbols: ["K_2"], shape: .any),
                    .init("k_3", symbols: ["K_3"], shape: .any),
                    .init("k_4", symbols: ["K_4"], shape: .any),
                ],
                result: .any, sample: [1, 1, 2, 2, 3]
            ) { (a) throws(TensorError) in try a[0] + (a[1] + 2 * a[2] + 2 * a[3] + a[4]) / 6 },
        ],
        sample: [1, 0.1, 2],
        stressSamples: [[Tensor([0, 1e+200]), 0.1, Tensor([1, 0])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Butcher (2016), Numerical methods for ordinary differential equations")
}
