import Tensors

extension Implementation {
    static let diffusionPosterior = Implementation(
        "diffusion-posterior", title: Title("Backward step of a diffusion model", "扩散模型反向过程"),
        aliases: ["DDPM reverse mean", "posterior mean of DDPM", "反向扩散", "去噪均值"],
        topics: ["DDIM", "denoising", "去噪", "score", "DDPM", "diffusion", "扩散模型", "扩散"],
        equation: #"\mu = \frac{1}{\sqrt{\alpha}} \left(x - \frac{\beta}{\sqrt{1 - \bar{\alpha}}} \epsilon\right)"#,
        parameters: [
            Parameter("x", symbols: ["x_t"], shape: .any),
            Parameter("epsilon", symbols: ["epsilon_t", "epsilon_theta", "epsilon_hat_t"], shape: .any),
            Parameter("alpha", symbols: ["alpha_t"], shape: [], domain: .probability),
            Parameter("beta", symbols: ["beta_t"], shape: [], domain: .probability),
            Parameter("alpha_bar", symbols: ["alpha_bar_t"], shape: [], domain: .probability),
        ],
        result: .any,
        variants: [
            Variant("noise", "from the predicted noise") { (a) throws(TensorError) in
                try (a[0] - a[3] / (1 - a[4]).sqrt() * a[1]) / a[2].sqrt()
            },
            Variant("noise-alpha", "the same with 1 − α for β",
                parameters: [.init("x", symbols: ["x_t"], shape: .any), .init("epsilon", symbols: ["epsilon_t", "epsilon_theta", "epsilon_hat_t"], shape: .any), .init("alpha", symbols: ["alpha_t"], shape: [], domain: .probability), .init("alpha_bar", symbols: ["alpha_bar_t"], shape: [], domain: .probability)], result: .any,
                sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9, 0.5]) { (a) throws(TensorError) in
                try (a[0] - (1 - a[2]) / (1 - a[3]).sqrt() * a[1]) / a[2].sqrt()
            },
            Variant("signal", "from the signal",
                parameters: [.init("x", symbols: ["x_t"], shape: .any), .init("x_0", shape: .any), .init("alpha", symbols: ["alpha_t"], shape: [], domain: .probability), .init("beta", symbols: ["beta_t"], shape: [], domain: .probability), .init("alpha_bar", symbols: ["alpha_bar_t"], shape: [], domain: .probability), .init("alpha_bar_t-1", shape: [], domain: .probability)], result: .any,
                sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9, 0.1, 0.5, 0.55]) { (a) throws(TensorError) in
                try (a[2].sqrt() * (1 - a[5]) * a[0] + a[5].sqrt() * a[3] * a[1]) / (1 - a[4])
            },
            Variant("variance", "of the posterior",
                parameters: [.init("beta", symbols: ["beta_t"], shape: [], domain: .probability), .init("alpha_bar", symbols: ["alpha_bar_t"], shape: [], domain: .probability), .init("alpha_bar_t-1", shape: [], domain: .probability)], result: [],
                sample: [0.1, 0.5, 0.55]) { (a) throws(TensorError) in
                try (1 - a[2]) / (1 - a[1]) * a[0]
            },
            Variant("signal-alpha", "of the signal and the noise, α given",
                parameters: [
                    .init("x", symbols: ["x_t", "z_t"], shape: .any),
                    .init("x_0", symbols: ["z_0", "x_hat_0"], shape: .any),
                    .init("alpha", symbols: ["alpha_t"], shape: [], domain: .probability),
                    .init("alpha_bar_t-1", symbols: ["alpha_t-1_bar", "alpha_bar_t-1_bar"], shape: [], domain: .probability),
                    .init("alpha_bar_t", symbols: ["alpha_bar", "alpha_t_bar"], shape: [], domain: .probability),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.9, 0.6, 0.5]
            ) { (a) throws(TensorError) in try (1 - a[3]) * a[2].sqrt() / (1 - a[4]) * a[0] + (1 - a[2]) * a[3].sqrt() / (1 - a[4]) * a[1] },
            Variant("sample", "a step back with noise",
                parameters: [
                    .init("x", symbols: ["x_t"], shape: .any),
                    .init("epsilon", symbols: ["epsilon_theta", "epsilon_t"], shape: .any),
                    .init("alpha", symbols: ["alpha_t"], shape: [], domain: .probability),
                    .init("alpha_bar", symbols: ["alpha_bar_t"], shape: [], domain: .probability),
                    .init("sigma", symbols: ["sigma_t"], shape: [], domain: .positive),
                    .init("z", shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.9, 0.6, 0.5, Tensor([1, -1])]
            ) { (a) throws(TensorError) in try (a[0] - (1 - a[2]) / (1 - a[3]).sqrt() * a[1]) / a[2].sqrt() + a[4] * a[5] },
            Variant("implicit", "a step of DDIM",
                parameters: [
                    .init("x_0", symbols: ["x_hat_0"], shape: .any),
                    .init("epsilon", symbols: ["epsilon_theta", "epsilon_t"], shape: .any),
                    .init("alpha_bar", symbols: ["alpha_t-1", "alpha_bar_t-1", "alpha_bar_s"], shape: [], domain: .interval(0.2, 0.6)),
                    .init("sigma", symbols: ["sigma_t", "eta"], shape: [], domain: .interval(0.1, 0.5)),
                    .init("z", symbols: ["epsilon"], shape: .any),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.5, 0.1, Tensor([1, -1])]
            ) { (a) throws(TensorError) in try a[2].sqrt() * a[0] + (1 - a[2] - a[3].square()).sqrt() * a[1] + a[3] * a[4] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9, 0.1, 0.5],
        stressSamples: [[Tensor([1e200]), Tensor([0]), 0.999, 0.001, 0.9]],
        properties: [.affine, .argument(1, .affine), .monotone],
        isOpen: true,
        source: "Ho, Jain and Abbeel (2020), Denoising diffusion probabilistic models")
}
