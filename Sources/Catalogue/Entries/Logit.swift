import Tensors

extension Implementation {
    static let logit = Implementation(
        "logit", title: Title("Logit", "对数几率"),
        aliases: ["logit function", "log odds", "log-odds", "对数几率变换"],
        equation: #"\operatorname{logit}(p) = \log \frac{p}{1 - p}"#,
        parameters: [
            Parameter("p", symbols: ["x", "y", "pi"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("natural", "inverse of the sigmoid") { (a) throws(TensorError) in try a[0].log() - (-a[0]).log1p() },
        ],
        sample: [Tensor([0.2, 0.5, 0.9])],
        stressSamples: [[Tensor([0, 1e-300, 0.5, 1])]],
        properties: [.monotone],
        source: "Berkson (1944), Application of the logistic function to bio-assay")
}
