import Tensors

extension Implementation {
    static let marginOfError = Implementation(
        "margin-of-error", title: Title("Margin of error", "误差范围"),
        aliases: ["half width of a confidence interval", "边际误差", "抽样误差范围"],
        topics: ["confidence interval", "置信区间", "sample size", "样本量"],
        equation: #"E = z \frac{\sigma}{\sqrt{n}}"#,
        parameters: [
            Parameter("z", symbols: ["z_alpha/2", "z^*", "t"], shape: [], domain: .positive),
            Parameter("sigma", symbols: ["s"], shape: [], domain: .positive),
            Parameter("n", symbols: ["N"], shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("mean", "of a mean") { (a) throws(TensorError) in
                try a[0] * a[1] / a[2].sqrt()
            },
            Variant("proportion", "of a share",
                parameters: [.init("z", symbols: ["z_alpha/2", "z^*"], shape: [], domain: .positive), .init("p", symbols: ["p_hat"], shape: [], domain: .probability), .init("n", symbols: ["N"], shape: [], domain: .positiveInteger)], result: [],
                sample: [1.96, 0.4, 100]) { (a) throws(TensorError) in
                try a[0] * (a[1] * (1 - a[1]) / a[2]).sqrt()
            },
            Variant("proportion-deviation", "standard error of a share",
                parameters: [.init("p", symbols: ["p_hat"], shape: [], domain: .probability), .init("n", symbols: ["N"], shape: [], domain: .positiveInteger)], result: [],
                sample: [0.4, 100]) { (a) throws(TensorError) in
                try (a[0] * (1 - a[0]) / a[1]).sqrt()
            },
        ],
        sample: [1.96, 2, 16],
        stressSamples: [[0, 1, 1], [1e200, 1e-200, 4]],
        properties: [.additive, .homogeneous(degree: 1), .argument(2, .decreasing)],
        isOpen: true,
        source: "Neyman (1937), Outline of a theory of statistical estimation")
}
