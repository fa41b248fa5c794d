import Tensors

extension Implementation {
    static let adaboostWeight = Implementation(
        "adaboost-weight", title: Title("Weight of a weak learner in AdaBoost", "AdaBoost 弱分类器权重"),
        aliases: ["AdaBoost learner weight", "弱分类器的权重"],
        topics: ["AdaBoost", "boosting", "提升"],
        equation: #"\alpha_t = \frac{1}{2} \ln \frac{1 - \epsilon_t}{\epsilon_t}"#,
        parameters: [
            Parameter("epsilon", symbols: ["e", "e_m", "epsilon_t", "err"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("half", "half the log-odds") { (a) throws(TensorError) in
                try 0.5 * ((1 - a[0]).log() - a[0].log())
            },
        ],
        sample: [Tensor([0.25, 0.4])],
        stressSamples: [[Tensor([1e-300, 0.5, 0.999])]],
        properties: [.decreasing],
        isOpen: true,
        source: "Freund and Schapire (1997), A decision-theoretic generalization of on-line learning")
}
