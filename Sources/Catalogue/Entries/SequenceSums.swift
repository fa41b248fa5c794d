import Tensors

extension Implementation {
    static let sequenceSums = Implementation(
        "sequence-sums", title: Title("Arithmetic and geometric sequences", "等差与等比数列"),
        aliases: ["arithmetic sequence", "geometric sequence", "geometric series", "arithmetic series", "等差数列", "等比数列", "等差数列求和", "等比数列求和"],
        topics: ["数列", "sequence", "series", "级数"],
        symbols: ["S_n"],
        equation: #"S = \frac{n (a_1 + a_n)}{2}"#,
        parameters: [
            Parameter("n", symbols: ["N"], shape: [], domain: .positiveInteger),
            Parameter("a_1", symbols: ["a", "u_1"], shape: []),
            Parameter("a_n", symbols: ["l", "u_n"], shape: []),
        ],
        result: [],
        variants: [
            Variant("arithmetic", "the sum of an arithmetic sequence") { (a) throws(TensorError) in try a[0] * (a[1] + a[2]) / 2 },
            Variant("arithmetic-term", "a term of an arithmetic sequence",
                parameters: [
                    .init("n", symbols: ["k"], shape: [], domain: .positiveInteger),
                    .init("a_1", symbols: ["a", "u_1"], shape: []),
                    .init("d", shape: []),
                ],
                sample: [4, 1, 2]
            ) { (a) throws(TensorError) in try a[1] + (a[0] - 1) * a[2] },
            Variant("arithmetic-difference", "the sum by the difference",
                parameters: [
                    .init("n", symbols: ["k"], shape: [], domain: .positiveInteger),
                    .init("a_1", symbols: ["a", "u_1"], shape: []),
                    .init("d", shape: []),
                ],
                sample: [4, 1, 2]
            ) { (a) throws(TensorError) in try a[0] * a[1] + a[0] * (a[0] - 1) / 2 * a[2] },
            Variant("geometric", "the sum of a geometric sequence",
                parameters: [
                    .init("n", symbols: ["k"], shape: [], domain: .positiveInteger),
                    .init("a_1", symbols: ["a", "u_1"], shape: []),
                    .init("q", symbols: ["r"], shape: [], domain: .probability),
                ],
                sample: [4, 1, 0.5]
            ) { (a) throws(TensorError) in try a[1] * (1 - a[2].power(a[0])) / (1 - a[2]) },
            Variant("geometric-term", "a term of a geometric sequence",
                parameters: [
                    .init("n", symbols: ["k"], shape: [], domain: .positiveInteger),
                    .init("a_1", symbols: ["a", "u_1"], shape: []),
                    .init("q", symbols: ["r"], shape: [], domain: .probability),
                ],
                sample: [4, 1, 0.5]
            ) { (a) throws(TensorError) in try a[1] * a[2].power(a[0] - 1) },
            Variant("geometric-all", "the sum of all terms",
                parameters: [
                    .init("a_1", symbols: ["a", "u_1"], shape: []),
                    .init("q", symbols: ["r"], shape: [], domain: .probability),
                ],
                sample: [1, 0.5]
            ) { (a) throws(TensorError) in try a[0] / (1 - a[1]) },
        ],
        sample: [4, 1, 7],
        stressSamples: [[1, 0, 1e+200]],
        properties: [.affine],
        needsNames: true,
        isOpen: true,
        source: "Graham, Knuth and Patashnik (1994), Concrete mathematics, 2")
}
