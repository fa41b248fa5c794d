import Tensors

extension Implementation {
    static let optimalDiscriminator = Implementation(
        "optimal-discriminator", title: Title("Optimal discriminator", "最优判别器"),
        aliases: ["optimal GAN discriminator", "最优判别函数"],
        topics: ["GAN", "生成对抗网络", "判别器", "discriminator"],
        equation: #"D = \frac{p}{p + q}"#,
        parameters: [
            Parameter("p", symbols: ["p_data", "p_r", "P"], shape: .any, domain: .positive),
            Parameter("q", symbols: ["p_g", "p", "P"], shape: .any, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "of two densities") { (a) throws(TensorError) in try a[0] / (a[0] + a[1]) },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, 1])],
        stressSamples: [[Tensor([0, 1e+200]), Tensor([1, 1])]],
        properties: [.monotone],
        needsNames: true,
        isOpen: true,
        source: "Goodfellow et al. (2014), Generative adversarial nets")
}
