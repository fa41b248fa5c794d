import Tensors

extension Implementation {
    static let odds = Implementation(
        "odds", title: Title("Odds", "几率"),
        aliases: ["odds of an event", "事件的几率"],
        topics: ["logistic regression", "逻辑回归", "logit", "对数几率"],
        equation: #"\frac{p}{1 - p}"#,
        parameters: [
            Parameter("p", symbols: ["pi"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "probability over its complement") { (a) throws(TensorError) in try a[0] / (1 - a[0]) },
        ],
        sample: [Tensor([0.2, 0.5])],
        stressSamples: [[Tensor([0, 1e-300, 0.5, 1])]],
        properties: [.monotone],
        isOpen: true,
        source: "Cox (1958), The regression analysis of binary sequences")
}
