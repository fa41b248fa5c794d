import Tensors

extension Implementation {
    static let normalMoments = Implementation(
        "normal-moments", title: Title("Moments of the normal distribution", "正态分布的矩"),
        aliases: ["normal distribution moments", "正态分布的期望与方差"],
        topics: ["normal distribution", "gaussian distribution", "gaussian", "normal", "正态分布", "高斯分布"],
        equation: #"H(X) = \frac{1}{2} \ln(2 \pi e \sigma^2)"#,
        parameters: [
            Parameter("sigma", symbols: ["s"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("entropy", "ln(2 π e σ²)/2") { (a) throws(TensorError) in try a[0].log() + 0.5 * (Tensor(2 * Double.pi).log() + 1) },
            Variant("entropy-base-2", "log₂(2 π e σ²)/2") { (a) throws(TensorError) in
                try (a[0].log() + 0.5 * (Tensor(2 * Double.pi).log() + 1)) / Tensor(2).log()
            },
            Variant("fourth", "3 σ⁴") { (a) throws(TensorError) in try 3 * a[0].square().square() },
        ],
        sample: [1.5],
        stressSamples: [[1e-200], [1e200]],
        properties: [.monotone, .concave],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
