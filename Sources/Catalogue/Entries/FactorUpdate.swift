import Tensors

extension Implementation {
    static let factorUpdate = Implementation(
        "factor-update", title: Title("Update of latent factors", "矩阵分解的更新"),
        aliases: ["matrix factorization update", "FunkSVD update", "latent factor update", "隐语义模型更新", "隐因子更新"],
        topics: ["SVD", "matrix factorization", "矩阵分解", "推荐", "recommender", "recommendation", "collaborative filtering", "协同过滤", "LFM", "隐语义", "latent factor", "BiasSVD"],
        equation: #"p = p + \eta (e q - \lambda p)"#,
        parameters: [
            Parameter("p_u", symbols: ["p", "q", "q_i", "q_j", "p_i"], shape: .any),
            Parameter("q_i", symbols: ["q", "p", "p_u", "q_j"], shape: .any),
            Parameter("eta", symbols: ["gamma", "alpha"], shape: []),
            Parameter("r", symbols: ["r_ui", "r_uj", "r_ij"], shape: []),
            Parameter("r_hat", symbols: ["r_hat_ui", "r_hat_uj", "r_hat_ij", "r_hat_u,j"], shape: []),
            Parameter("lambda", symbols: ["beta"], shape: [], domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("factor", "of a user or an item") { (a) throws(TensorError) in try a[0] + a[2] * ((a[3] - a[4]) * a[1] - a[5] * a[0]) },
            Variant("factor-error", "the error given",
                parameters: [
                    .init("p_u", symbols: ["p", "q", "q_i", "q_j", "p_i"], shape: .any),
                    .init("q_i", symbols: ["q", "p", "p_u", "q_j"], shape: .any),
                    .init("eta", symbols: ["gamma", "alpha"], shape: []),
                    .init("e", symbols: ["e_ui", "e_uj", "e_ij"], shape: []),
                    .init("lambda", symbols: ["beta"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.1, 1, 0.5]
            ) { (a) throws(TensorError) in try a[0] + a[2] * (a[3] * a[1] - a[4] * a[0]) },
            Variant("bias", "of a bias",
                parameters: [
                    .init("b_u", symbols: ["b", "b_i", "b_j"], shape: []),
                    .init("eta", symbols: ["gamma", "alpha"], shape: []),
                    .init("r", symbols: ["r_ui", "r_uj", "r_ij"], shape: []),
                    .init("r_hat", symbols: ["r_hat_ui", "r_hat_uj", "r_hat_ij", "r_hat_u,j"], shape: []),
                    .init("lambda", symbols: ["beta"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [1, 0.1, 4, 3, 0.5]
            ) { (a) throws(TensorError) in try a[0] + a[1] * (a[2] - a[3] - a[4] * a[0]) },
            Variant("bias-error", "of a bias, the error given",
                parameters: [
                    .init("b_u", symbols: ["b", "b_i", "b_j"], shape: []),
                    .init("eta", symbols: ["gamma", "alpha"], shape: []),
                    .init("e", symbols: ["e_ui", "e_uj", "e_ij"], shape: []),
                    .init("lambda", symbols: ["beta"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [1, 0.1, 1, 0.5]
            ) { (a) throws(TensorError) in try a[0] + a[1] * (a[2] - a[3] * a[0]) },
            Variant("prediction", "mean, biases and factors",
                parameters: [
                    .init("mu", symbols: ["b"], shape: []),
                    .init("b_u", shape: []),
                    .init("b_i", symbols: ["b_j"], shape: []),
                    .init("p_u", symbols: ["p"], shape: ["k"]),
                    .init("q_i", symbols: ["q", "q_j"], shape: ["k"]),
                ],
                result: [],
                sample: [3, 0.5, 0.2, Tensor([1, 2]), Tensor([0, 1])]
            ) { (a) throws(TensorError) in try a[0] + a[1] + a[2] + a[3].dot(a[4]) },
            Variant("baseline", "mean and biases",
                parameters: [
                    .init("mu", shape: []),
                    .init("b_u", symbols: ["b_x"], shape: []),
                    .init("b_i", symbols: ["b_j"], shape: []),
                ],
                result: [],
                sample: [3, 0.5, 0.2]
            ) { (a) throws(TensorError) in try a[0] + a[1] + a[2] },
        ],
        sample: [Tensor([1, 2]), Tensor([0, 1]), 0.1, 4, 3, 0.5],
        stressSamples: [[Tensor([1e+100]), Tensor([0]), 0.1, 1, 1, 0.1]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Koren, Bell and Volinsky (2009), Matrix factorization techniques for recommender systems")
}
