import Tensors

extension Implementation {
    static let diffusionForward = Implementation(
        "diffusion-forward", title: Title("Forward step of a diffusion model", "扩散模型前向过程"),
        aliases: ["DDPM forward process", "forward diffusion", "前向扩散", "加噪公式"],
        topics: ["DDPM", "diffusion", "扩散模型", "扩散"],
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
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 0.9],
        stressSamples: [[Tensor([1e200]), Tensor([0]), 1e-10]],
        properties: [.affine, .argument(1, .affine), .monotone],
        isOpen: true,
        source: "Ho, Jain and Abbeel (2020), Denoising diffusion probabilistic models")
}
