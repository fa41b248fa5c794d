import Tensors

extension Implementation {
    static let brierScore = Implementation(
        "brier-score", title: Title("Brier score", "布里尔分数"),
        aliases: ["Brier loss", "Brier 分数"],
        equation: #"\frac{1}{n} \sum_i (p_i - y_i)^2"#,
        parameters: [
            Parameter("y", symbols: ["t", "o"], shape: ["n"], domain: .binary),
            Parameter("p", symbols: ["f", "y_hat"], shape: ["n"], domain: .probability),
        ],
        result: [],
        variants: [
            Variant("standard", "mean squared difference of probability and outcome") { (a) throws(TensorError) in try (a[0] - a[1]).square().mean() },
        ],
        sample: [Tensor([1, 0]), Tensor([0.8, 0.3])],
        stressSamples: [[Tensor([0, 1]), Tensor([0, 1])], [Tensor([0, 1]), Tensor([1, 0])]],
        properties: [.nonNegative],
        source: "Brier (1950), Verification of forecasts expressed in terms of probability")
}
