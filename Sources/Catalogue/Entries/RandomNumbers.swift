import Tensors

extension Implementation {
    static let randomNumbers = Implementation(
        "random-numbers", title: Title("Random numbers of a law", "随机数的生成"),
        aliases: ["Box-Muller transform", "inverse transform sampling", "Box-Muller 变换", "逆变换采样", "逆变换法"],
        topics: ["sampling", "采样", "simulation", "模拟", "random", "随机数", "inverse transform", "Box-Muller"],
        equation: #"z = \sqrt{-2 \ln u_1} \cos(2 \pi u_2)"#,
        parameters: [
            Parameter("u_1", symbols: ["U_1", "u", "U", "x_1"], shape: .any, domain: .probability),
            Parameter("u_2", symbols: ["U_2", "v", "V", "x_2"], shape: .any, domain: .probability),
        ],
        result: .any,
        variants: [
            Variant("normal", "normal, by the cosine") { (a) throws(TensorError) in try (-2 * a[0].log()).sqrt() * (2 * Tensor(Double.pi) * a[1]).cos() },
            Variant("normal-sine", "normal, by the sine",
                parameters: [
                    .init("u_1", symbols: ["U_1", "u", "U", "x_1"], shape: .any, domain: .probability),
                    .init("u_2", symbols: ["U_2", "v", "V", "x_2"], shape: .any, domain: .probability),
                ],
                result: .any,
                sample: [Tensor([0.5, 0.2]), Tensor([0.1, 0.7])]
            ) { (a) throws(TensorError) in try (-2 * a[0].log()).sqrt() * (2 * Tensor(Double.pi) * a[1]).sin() },
            Variant("exponential", "exponential",
                parameters: [
                    .init("u", symbols: ["U", "y", "F"], shape: .any, domain: .probability),
                    .init("lambda", symbols: ["theta"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([0.5, 0.2]), 2]
            ) { (a) throws(TensorError) in try -((1 - a[0]).log() / a[1]) },
            Variant("exponential-short", "exponential, of the complement",
                parameters: [
                    .init("u", symbols: ["U", "y"], shape: .any, domain: .probability),
                    .init("lambda", symbols: ["theta"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([0.5, 0.2]), 2]
            ) { (a) throws(TensorError) in try -(a[0].log() / a[1]) },
            Variant("gumbel", "Gumbel",
                parameters: [
                    .init("u", symbols: ["U"], shape: .any, domain: .probability),
                ],
                result: .any,
                sample: [Tensor([0.5, 0.2])]
            ) { (a) throws(TensorError) in -((-a[0].log()).log()) },
        ],
        sample: [Tensor([0.5, 0.2]), Tensor([0.1, 0.7])],
        stressSamples: [[Tensor([1e-300]), Tensor([0.5])]],
        properties: [.argument(1, .bounded(-10, 10))],
        isOpen: true,
        source: "Box and Muller (1958), A note on the generation of random normal deviates")
}
