import DeepLearning
import Tensors

extension Implementation {
    static let bayesRule = Implementation(
        "bayes-rule", title: Title("Bayes' rule", "贝叶斯定理"),
        aliases: ["Bayes' theorem", "Bayes theorem", "Bayes rule", "贝叶斯公式", "贝叶斯法则", "Bayes 定理", "Bayes 公式"],
        topics: ["贝叶斯", "conditional probability", "条件概率", "Bayes"],
        equation: #"P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}"#,
        parameters: [
            Parameter("likelihood", symbols: ["P(B|A)"], shape: .any, domain: .probability),
            Parameter("prior", symbols: ["P(A)"], shape: .any, domain: .probability),
            Parameter("evidence", symbols: ["P(B)"], shape: .any, domain: .probability),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "likelihood times prior over evidence") { (a) throws(TensorError) in
                try DeepLearning.bayesRule(likelihood: a[0], prior: a[1], evidence: a[2])
            },
            Variant("total", "over hypotheses, the evidence by the law of total probability",
                parameters: [.init("likelihood", shape: ["n"], domain: .probability), .init("prior", shape: ["n"], domain: .distribution)],
                result: ["n"], sample: [Tensor([0.9, 0.2]), Tensor([0.1, 0.9])]) { (a) throws(TensorError) in
                try DeepLearning.posterior(likelihood: a[0], prior: a[1])
            },
        ],
        sample: [0.9, 0.1, 0.27],
        stressSamples: [[0, 0, 0]],
        properties: [.nonNegative],
        source: "Bayes (1763), An essay towards solving a problem in the doctrine of chances")
}
