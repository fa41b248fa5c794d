import Tensors

extension Implementation {
    static let reparameterisation = Implementation(
        "reparameterisation", title: Title("Reparameterised sample", "重参数化采样"),
        aliases: ["reparameterization trick", "reparameterisation trick", "重参数化", "重参数化技巧"],
        topics: ["VAE", "变分自编码器", "重参数化", "reparameterization", "正态分布", "normal distribution"],
        equation: #"z = \mu + \sigma \odot \epsilon"#,
        parameters: [
            Parameter("mu", symbols: ["mu_theta", "mu_phi"], shape: .any),
            Parameter("sigma", symbols: ["sigma_phi", "sigma_t"], shape: .any, domain: .positive),
            Parameter("epsilon", symbols: ["Z", "z", "e", "varepsilon"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("deviation", "with the standard deviation") { (a) throws(TensorError) in try a[0] + a[1] * a[2] },
            Variant("log-variance", "with the logarithm of the variance",
                parameters: [
                    .init("mu", shape: .any),
                    .init("s", symbols: ["logvar"], shape: .any),
                    .init("epsilon", shape: .any),
                ],
                result: .any, sample: [Tensor([1]), Tensor([0.5]), Tensor([0.2])]
            ) { (a) throws(TensorError) in try a[0] + (0.5 * a[1]).exp() * a[2] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, 1]), Tensor([0.2, -1])],
        stressSamples: [[Tensor([0, 0]), Tensor([1e+200, 1]), Tensor([1, 0])]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Kingma and Welling (2014), Auto-encoding variational Bayes")
}
