import Tensors

extension Implementation {
    static let hiddenMarkovRecursion = Implementation(
        "hidden-markov-recursion", title: Title("Recursions of a hidden Markov model", "隐马尔可夫模型递推"),
        aliases: ["forward algorithm", "backward algorithm", "Viterbi recursion", "前向算法", "后向算法", "维特比算法", "前向后向算法"],
        topics: ["CRF", "条件随机场", "conditional random field", "维特比", "Baum-Welch", "HMM", "隐马尔可夫", "hidden Markov model", "马尔可夫", "前向概率", "后向概率", "Viterbi"],
        equation: #"\alpha'_j = \left( \sum_{i} \alpha_i a_{ij} \right) b_j"#,
        parameters: [
            Parameter("alpha", symbols: ["alpha_t", "a"], shape: ["n"], domain: .positive),
            Parameter("A", symbols: ["a", "p", "T", "P"], shape: ["n", "n"], domain: .positive),
            Parameter("b", symbols: ["B", "P", "p"], shape: ["n"], domain: .positive),
        ],
        result: ["n"],
        variants: [
            Variant("forward", "forward probabilities of the next step") { (a) throws(TensorError) in try a[0].matmul(a[1]) * a[2] },
            Variant("backward", "backward probabilities of the step before",
                parameters: [
                    .init("A", symbols: ["a", "p", "T", "P"], shape: ["n", "n"], domain: .positive),
                    .init("b", symbols: ["B", "P", "p"], shape: ["n"], domain: .positive),
                    .init("beta", shape: ["n"], domain: .positive),
                ],
                result: ["n"], sample: [.matrix([[0.7, 0.3], [0.4, 0.6]]), Tensor([0.5, 0.1]), Tensor([1, 1])]
            ) { (a) throws(TensorError) in try a[0].matmul(a[1] * a[2]) },
            Variant("viterbi", "the best way to each state",
                parameters: [
                    .init("delta", symbols: ["V", "v"], shape: ["n"], domain: .positive),
                    .init("A", symbols: ["a", "p", "T", "P"], shape: ["n", "n"], domain: .positive),
                    .init("b", symbols: ["B", "P", "p"], shape: ["n"], domain: .positive),
                ],
                result: ["n"], sample: [Tensor([0.5, 0.2]), .matrix([[0.7, 0.3], [0.4, 0.6]]), Tensor([0.5, 0.1])]
            ) { (a) throws(TensorError) in try (a[0].expandingDimensions(at: 1) * a[1]).maximum(axes: [0]) * a[2] },
            Variant("posterior", "the probability of each state",
                parameters: [
                    .init("alpha", symbols: ["alpha_t"], shape: ["n"], domain: .positive),
                    .init("beta", symbols: ["beta_t"], shape: ["n"], domain: .positive),
                ],
                result: ["n"], sample: [Tensor([0.5, 0.2]), Tensor([1, 0.5])]
            ) { (a) throws(TensorError) in try a[0] * a[1] / (a[0] * a[1]).sum() },
            Variant("start", "the first step",
                parameters: [
                    .init("pi", symbols: ["p"], shape: ["n"], domain: .positive),
                    .init("b", symbols: ["B"], shape: ["n"], domain: .positive),
                ],
                result: ["n"], sample: [Tensor([0.5, 0.5]), Tensor([0.1, 0.9])]
            ) { (a) throws(TensorError) in try a[0] * a[1] },
            Variant("viterbi-log", "of the best path, scores added",
                parameters: [
                    .init("delta", symbols: ["alpha", "v", "s"], shape: ["k"]),
                    .init("T", symbols: ["A", "a", "P"], shape: ["k", "k"]),
                    .init("E", symbols: ["b", "e", "f", "h"], shape: ["k"]),
                ],
                result: ["k"],
                sample: [Tensor([1, 2]), .matrix([[1, 0], [0, 2]]), Tensor([0.5, 0.2])]
            ) { (a) throws(TensorError) in try (a[0].reshaped([a[0].count, 1]) + a[1]).maximum(axes: [0]) + a[2] },
            Variant("rows", "counts over their sum in the row",
                parameters: [
                    .init("A", symbols: ["C", "N", "B"], shape: ["k", "m"], domain: .positive),
                ],
                result: ["k", "m"],
                sample: [.matrix([[1, 3], [2, 2]])]
            ) { (a) throws(TensorError) in try a[0] / a[0].sum(axes: [-1], keepDimensions: true) },
        ],
        sample: [Tensor([0.5, 0.2]), .matrix([[0.7, 0.3], [0.4, 0.6]]), Tensor([0.5, 0.1])],
        stressSamples: [[Tensor([1, 0]), .matrix([[0, 1], [1, 0]]), Tensor([0, 0])]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Rabiner (1989), A tutorial on hidden Markov models")
}
