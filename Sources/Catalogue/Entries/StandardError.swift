import Tensors

extension Implementation {
    static let standardError = Implementation(
        "standard-error", title: Title("Standard error", "标准误"),
        aliases: ["standard error of the mean", "SEM", "标准误差"],
        equation: #"\frac{\sigma}{\sqrt{n}}"#,
        parameters: [
            Parameter("sigma", symbols: ["s"], shape: [], domain: .positive),
            Parameter("n", symbols: ["N"], shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("mean", "of the mean of n values") { (a) throws(TensorError) in try a[0] / a[1].sqrt() },
        ],
        sample: [2, 4],
        stressSamples: [[0, 1], [1e-300, 1000000]],
        properties: [.additive, .homogeneous(degree: 1), .argument(1, .decreasing)],
        isOpen: true,
        source: "Yule (1897), On the theory of correlation")
}
