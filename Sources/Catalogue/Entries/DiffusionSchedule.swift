import Tensors

extension Implementation {
    static let diffusionSchedule = Implementation(
        "diffusion-schedule", title: Title("Noise schedule of a diffusion model", "扩散模型噪声表"),
        aliases: ["noise schedule", "噪声调度"],
        topics: ["DDPM", "diffusion", "扩散", "扩散模型", "DDIM"],
        equation: #"\alpha = 1 - \beta"#,
        parameters: [
            Parameter("beta", symbols: ["beta_t"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("kept", "what a step keeps") { (a) throws(TensorError) in try 1 - a[0] },
            Variant("product", "what all steps keep",
                parameters: [
                    .init("alpha", symbols: ["alpha_t", "alpha_i", "alpha_s"], shape: ["T"], domain: .probability),
                ],
                result: [], sample: [Tensor([0.9, 0.8])]
            ) { (a) throws(TensorError) in try a[0].product() },
            Variant("recursive", "what all steps keep, from the step before",
                parameters: [
                    .init("alpha", symbols: ["alpha_t"], shape: [], domain: .probability),
                    .init("alpha_bar", symbols: ["alpha_bar_t-1"], shape: [], domain: .probability),
                ],
                result: [], sample: [0.9, 0.8]
            ) { (a) throws(TensorError) in try a[0] * a[1] },
            Variant("ratio", "signal to noise",
                parameters: [
                    .init("alpha_bar", shape: [], domain: .probability),
                ],
                result: [], sample: [0.8]
            ) { (a) throws(TensorError) in try a[0] / (1 - a[0]) },
            Variant("signal-to-noise", "signal to noise",
                parameters: [
                    .init("alpha_bar", symbols: ["alpha_bar_t"], shape: [], domain: .probability),
                ],
                result: [],
                sample: [0.6]
            ) { (a) throws(TensorError) in try a[0] / (1 - a[0]) },
            Variant("signal-to-noise-scales", "signal to noise by the scales",
                parameters: [
                    .init("alpha", symbols: ["alpha_t"], shape: [], domain: .positive),
                    .init("sigma", symbols: ["sigma_t"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [0.6, 0.5]
            ) { (a) throws(TensorError) in try a[0].square() / a[1].square() },
        ],
        sample: [Tensor([0.1, 0.2])],
        stressSamples: [[Tensor([0, 1])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Ho, Jain and Abbeel (2020), Denoising diffusion probabilistic models")
}
