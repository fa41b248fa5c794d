import Tensors

extension Implementation {
    static let nesterovSequence = Implementation(
        "nesterov-sequence", title: Title("Extrapolation of accelerated gradient descent", "加速梯度下降的外推"),
        aliases: ["FISTA", "Nesterov accelerated gradient", "accelerated gradient descent", "加速梯度法", "Nesterov 加速梯度"],
        topics: ["Nesterov", "NAG", "accelerated", "加速", "momentum", "动量", "proximal", "近端", "ISTA"],
        equation: #"y = x_{k} + \frac{t_{k} - 1}{t_{k+1}} (x_{k} - x_{k-1})"#,
        parameters: [
            Parameter("x_k", symbols: ["x", "w_t+1", "w_k+1", "x_k+1", "x_t", "w_t", "y_k+1", "y_t"], shape: .any),
            Parameter("t_k", symbols: ["t", "lambda_t", "theta_t", "lambda_k", "t_n"], shape: [], domain: .positive),
            Parameter("t_k+1", symbols: ["lambda_t+1", "theta_t+1", "lambda_k+1", "t_n+1"], shape: [], domain: .positive),
            Parameter("x_k-1", symbols: ["w_t", "w_k", "x_t-1", "x_k", "w_t-1", "y_k", "y_t-1"], shape: .any),
        ],
        result: .any,
        variants: [
            Variant("extrapolation", "along the last step") { (a) throws(TensorError) in try a[0] + (a[1] - 1) / a[2] * (a[0] - a[3]) },
            Variant("sequence", "how the steps grow",
                parameters: [
                    .init("t", symbols: ["lambda", "theta", "lambda_t", "t_k", "lambda_k", "theta_k", "t_n", "a_k"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [1]
            ) { (a) throws(TensorError) in try (1 + (1 + 4 * a[0].square()).sqrt()) / 2 },
            Variant("strongly-convex", "by the condition number",
                parameters: [
                    .init("x_k", symbols: ["x", "w_t+1", "x_k+1", "y_k+1", "w_k+1"], shape: .any),
                    .init("kappa", symbols: ["k", "Q"], shape: [], domain: .positive),
                    .init("x_k-1", symbols: ["w_t", "x_k", "y_k", "w_k"], shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), 4, Tensor([0, 1])]
            ) { (a) throws(TensorError) in try a[0] + (a[1].sqrt() - 1) / (a[1].sqrt() + 1) * (a[0] - a[2]) },
            Variant("counted", "by the number of the step",
                parameters: [
                    .init("x_k", symbols: ["x", "x^(k)", "x^(k-1)", "x_k-1", "w_k"], shape: .any),
                    .init("k", symbols: ["t"], shape: [], domain: .positive),
                    .init("x_k-1", symbols: ["x_k-2", "x^(k-1)", "x^(k-2)", "w_k-1"], shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), 4, Tensor([0, 1])]
            ) { (a) throws(TensorError) in try a[0] + (a[1] - 1) / (a[1] + 2) * (a[0] - a[2]) },
            Variant("coefficient", "between two steps",
                parameters: [
                    .init("x_k", symbols: ["w_t+1", "x_k+1"], shape: .any),
                    .init("theta_t", symbols: ["theta_k", "alpha_k", "alpha_t"], shape: [], domain: .probability),
                    .init("theta_t+1", symbols: ["theta_k+1", "alpha_k+1", "alpha_t+1"], shape: [], domain: .probability),
                    .init("x_k-1", symbols: ["w_t", "x_k"], shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), 0.5, 0.4, Tensor([0, 1])]
            ) { (a) throws(TensorError) in try a[0] + a[1] * (1 - a[1]) / (a[2] + a[1].square()) * (a[0] - a[3]) },
        ],
        sample: [Tensor([1, 2]), 2, 2.5, Tensor([0, 1])],
        stressSamples: [[Tensor([1e+100, 0]), 1, 1, Tensor([0, 0])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Beck and Teboulle (2009), A fast iterative shrinkage-thresholding algorithm")
}
