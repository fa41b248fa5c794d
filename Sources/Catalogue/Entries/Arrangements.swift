import Tensors

extension Implementation {
    static let arrangements = Implementation(
        "arrangements", title: Title("Numbers of arrangements", "排列数与组合数"),
        aliases: ["number of permutations", "number of combinations", "排列数", "组合数", "排列数公式", "组合数公式"],
        topics: ["permutation", "排列", "combination", "组合", "古典概型", "counting", "combinatorics"],
        equation: #"A = \frac{n!}{(n - m)!}"#,
        parameters: [
            Parameter("n", symbols: ["N"], shape: [], domain: .interval(5, 9)),
            Parameter("m", symbols: ["k", "r"], shape: [], domain: .interval(1, 4)),
        ],
        result: [],
        variants: [
            Variant("permutations", "in order") { (a) throws(TensorError) in try ((a[0] + 1).applying(.logGamma) - (a[0] - a[1] + 1).applying(.logGamma)).exp() },
            Variant("combinations", "in any order",
                parameters: [
                    .init("n", symbols: ["N"], shape: [], domain: .interval(5, 9)),
                    .init("m", symbols: ["k", "r"], shape: [], domain: .interval(1, 4)),
                ],
                result: [],
                sample: [5, 2]
            ) { (a) throws(TensorError) in try ((a[0] + 1).applying(.logGamma) - (a[0] - a[1] + 1).applying(.logGamma) - (a[1] + 1).applying(.logGamma)).exp() },
        ],
        sample: [5, 2],
        stressSamples: [[100, 3]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Ross (2014), A first course in probability")
}
