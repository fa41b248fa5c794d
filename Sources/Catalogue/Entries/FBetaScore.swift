import Tensors

extension Implementation {
    static let fBetaScore = Implementation(
        "f-beta-score", title: Title("F-beta score", "F-beta 值"),
        aliases: ["F beta", "Fβ", "F-beta 分数", "F_beta"],
        topics: ["F-measure", "F1", "precision", "recall"],
        equation: #"F_\beta = (1 + \beta^2) \frac{P R}{\beta^2 P + R}"#,
        parameters: [
            Parameter("P", symbols: ["precision", "p"], shape: [], domain: .probability),
            Parameter("R", symbols: ["recall", "r"], shape: [], domain: .probability),
            Parameter("beta", symbols: ["b"], default: 1, domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "recall counts β times as much as precision") { (a) throws(TensorError) in try (1 + a[2].square()) * a[0] * a[1] / (a[2].square() * a[0] + a[1]) },
            Variant("counts", "from true positives, false positives and false negatives",
                parameters: [.init("TP", shape: [], domain: .positiveInteger), .init("FP", shape: [], domain: .positiveInteger), .init("FN", shape: [], domain: .positiveInteger), .init("beta", symbols: ["b"], default: 1, domain: .positive)],
                sample: [8, 2, 4, 1]) { (a) throws(TensorError) in
                let weight = a[3].square()
                let hits = try (1 + weight) * a[0]
                return try hits / (hits + weight * a[2] + a[1])
            },
        ],
        sample: [0.8, 0.5, 2],
        stressSamples: [[0, 0, 1], [0, 1, 2]],
        properties: [.bounded(0, 1)],
        source: "van Rijsbergen (1979), Information retrieval")
}
