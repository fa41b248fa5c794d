import Tensors

extension Implementation {
    static let interest = Implementation(
        "interest", title: Title("Compound interest", "复利"),
        aliases: ["compound interest formula", "simple interest", "present value", "复利公式", "单利", "现值"],
        topics: ["利率", "interest", "finance", "复利", "利息"],
        equation: #"A = P (1 + r)^n"#,
        parameters: [
            Parameter("P", symbols: ["C", "PV", "A_0"], shape: [], domain: .positive),
            Parameter("r", symbols: ["i"], shape: [], domain: .probability),
            Parameter("n", symbols: ["t"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("yearly", "compounded once a period") { (a) throws(TensorError) in try a[0] * (1 + a[1]).power(a[2]) },
            Variant("often", "compounded several times a period",
                parameters: [
                    .init("P", symbols: ["C", "PV", "A_0"], shape: [], domain: .positive),
                    .init("r", symbols: ["i"], shape: [], domain: .probability),
                    .init("n", symbols: ["m"], shape: [], domain: .positive),
                    .init("t", shape: [], domain: .positive),
                ],
                sample: [100, 0.1, 12, 2]
            ) { (a) throws(TensorError) in try a[0] * (1 + a[1] / a[2]).power(a[2] * a[3]) },
            Variant("simple", "without interest on interest") { (a) throws(TensorError) in try a[0] * (1 + a[1] * a[2]) },
            Variant("discounted", "the value today",
                parameters: [
                    .init("F", symbols: ["FV", "A", "C"], shape: [], domain: .positive),
                    .init("r", symbols: ["i"], shape: [], domain: .probability),
                    .init("n", symbols: ["t"], shape: [], domain: .positive),
                ],
                sample: [100, 0.1, 2]
            ) { (a) throws(TensorError) in try a[0] / (1 + a[1]).power(a[2]) },
        ],
        sample: [100, 0.1, 2],
        stressSamples: [[0, 0.5, 1]],
        properties: [.additive],
        needsNames: true,
        isOpen: true,
        source: "Brealey, Myers and Allen (2011), Principles of corporate finance, 2")
}
