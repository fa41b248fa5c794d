import Tensors

extension Implementation {
    static let gaussianKlDivergence = Implementation(
        "gaussian-kl-divergence", title: Title("KL divergence of normal distributions", "正态分布的 KL 散度"),
        aliases: ["Gaussian KL divergence", "KL divergence between Gaussians", "高斯分布的 KL 散度"],
        topics: ["KL divergence", "KL 散度", "VAE", "变分自编码器", "variational autoencoder"],
        equation: #"\operatorname{KL} = \log \frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2 + (\mu_1 - \mu_2)^2}{2 \sigma_2^2} - \frac{1}{2}"#,
        parameters: [
            Parameter("mu_1", shape: []),
            Parameter("sigma_1", shape: [], domain: .positive),
            Parameter("mu_2", shape: []),
            Parameter("sigma_2", shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("two", "of two normal distributions") { (a) throws(TensorError) in
                let ratio = try a[1] / a[3]
                return try 0.5 * (ratio.square() + ((a[0] - a[2]) / a[3]).square() - 1) - ratio.log()
            },
            Variant("standard", "from the standard normal distribution, summed over dimensions",
                parameters: [.init("mu", symbols: ["m"], shape: ["n"]), .init("sigma", symbols: ["s"], shape: ["n"], domain: .positive)],
                sample: [Tensor([0, 1]), Tensor([1, 2])]) { (a) throws(TensorError) in
                try -0.5 * (1 + a[1].square().log() - a[0].square() - a[1].square()).sum()
            },
            Variant("standard-single", "from the standard normal distribution",
                parameters: [.init("mu", symbols: ["m"], shape: []), .init("sigma", symbols: ["s"], shape: [], domain: .positive)],
                sample: [0.5, 2]) { (a) throws(TensorError) in try -0.5 * (1 + a[1].square().log() - a[0].square() - a[1].square()) },
        ],
        sample: [0, 1, 1, 2],
        stressSamples: [[0, 1e-10, 0, 1], [0, 1, 100, 0.01], [3, 2, 3, 2]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Kullback (1959), Information theory and statistics")
}
