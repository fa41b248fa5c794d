import Tensors

extension Implementation {
    static let peakSignalToNoiseRatio = Implementation(
        "peak-signal-to-noise-ratio", title: Title("Peak signal-to-noise ratio", "峰值信噪比"),
        aliases: ["PSNR", "图像峰值信噪比"],
        equation: #"\operatorname{PSNR} = 10 \log_{10} \frac{M^2}{\operatorname{MSE}}"#,
        parameters: [
            Parameter("M", symbols: ["MAX", "L", "MAX_I"], shape: [], domain: .positive),
            Parameter("MSE", symbols: ["mse"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "in decibels") { (a) throws(TensorError) in try 20 * a[0].log10() - 10 * a[1].log10() },
        ],
        sample: [255, 100],
        stressSamples: [[255, 1e-300], [1e200, 1]],
        properties: [.monotone, .concave, .argument(1, .decreasing)],
        isOpen: true,
        source: "Huynh-Thu and Ghanbari (2008), Scope of validity of PSNR in image/video quality assessment")
}
