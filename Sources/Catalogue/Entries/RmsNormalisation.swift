import Tensors

extension Implementation {
    static let rmsNormalisation = Implementation(
        "rms-normalisation", title: Title("RMS normalisation", "均方根归一化"),
        aliases: ["RMSNorm", "RMS norm", "root mean square layer normalization", "均方根标准化"],
        equation: #"y = \frac{x}{\sqrt{\frac{1}{d} \sum_i x_i^2 + \epsilon}} \gamma"#,
        parameters: [
            Parameter("x", symbols: ["a"], shape: ["...", "d"]),
            Parameter("gamma", symbols: ["g"], default: 1),
            Parameter("epsilon", symbols: ["eps"], default: 1e-6, domain: .interval(1e-7, 1e-5)),
        ],
        result: ["...", "d"],
        variants: [
            Variant("standard", "without the mean") { (a) throws(TensorError) in
                try a[0] / (a[0].square().mean(axes: [-1], keepDimensions: true) + a[2]).sqrt() * a[1]
            },
        ],
        sample: [Tensor([1, 2, 6]), 1, 1e-6],
        stressSamples: [[Tensor([0, 0]), 1, 1e-6], [Tensor([1e100, -1e100]), 1, 1e-6], [Tensor([1e-200, 0]), 1, 1e-6]],
        properties: [.odd, .argument(1, .additive)],
        isOpen: true,
        source: "Zhang and Sennrich (2019), Root mean square layer normalization")
}
