import Tensors

extension Implementation {
    static let diffusionForward = Implementation(
        "diffusion-forward", title: Title("Forward step of a diffusion model", "扩散模型前向过程"),
        aliases: ["DDPM forward process", "forward diffusion", "前向扩散", "加噪公式"],
        topics: ["DDIM", "score", "denoising", "去噪", "flow matching", "DDPM", "diffusion", "扩散模型", "扩散"],
        equation: #"x_t = \sqrt{\bar{\alpha}_t} x_0 + \sqrt{1 - \bar{\alpha}_t} \epsilon"#,
        parameters: [
            Parameter("x", symbols: ["x_0", "x_t-1", "z"], shape: .any),
            Parameter("epsilon", symbols: ["epsilon_t", "epsilon_t-1", "z"], shape: .any),
            Parameter("alpha_bar", symbols: ["alpha_bar_t", "alpha", "alpha_t", "a"], shape: [], domain: .probability),
        ],
        result: .any,
        variants: [
            Variant("kept", "share of the signal kept") { (a) throws(TensorError) in
                try a[2].sqrt() * a[0] + (1 - a[2]).sqrt() * a[1]
            },
            Variant("noise", "share of noise added",
                parameters: [.init("x", symbols: ["x_0", "x_t-1"], shape: .any), .init("epsilon", symbols: ["epsilon_t", "epsilon_t-1", "z"], shape: .any), .init("beta", symbols: ["beta_t"], shape: [], domain: .probability)], result: .any,
                sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.1]) { (a) throws(TensorError) in
                try (1 - a[2]).sqrt() * a[0] + a[2].sqrt() * a[1]
            },
            Variant("backwards", "the signal from what it became") { (a) throws(TensorError) in
                try (a[0] - (1 - a[2]).sqrt() * a[1]) / a[2].sqrt()
            },
            Variant("two-steps", "over two steps",
                parameters: [
                    .init("x", symbols: ["x_t-2", "x_0"], shape: .any),
                    .init("epsilon", symbols: ["epsilon_bar", "epsilon_t-2", "epsilon_bar_t-2", "z"], shape: .any),
                    .init("alpha_t", symbols: ["alpha_1", "alpha"], shape: [], domain: .probability),
                    .init("alpha_t-1", symbols: ["alpha_2"], shape: [], domain: .probability),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.9, 0.8]
            ) { (a) throws(TensorError) in try (a[2] * a[3]).sqrt() * a[0] + (1 - a[2] * a[3]).sqrt() * a[1] },
            Variant("scales", "by the scales",
                parameters: [
                    .init("x", symbols: ["x_0", "x_1"], shape: .any),
                    .init("epsilon", symbols: ["epsilon_t", "z"], shape: .any),
                    .init("alpha", symbols: ["alpha_t"], shape: [], domain: .positive),
                    .init("sigma", symbols: ["sigma_t"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.9, 0.8]
            ) { (a) throws(TensorError) in try a[2] * a[0] + a[3] * a[1] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9],
        stressSamples: [[Tensor([1e200]), Tensor([0]), 1e-10]],
        properties: [.affine, .argument(1, .affine), .monotone],
        isOpen: true,
        source: "Ho, Jain and Abbeel (2020), Denoising diffusion probabilistic models")
}
