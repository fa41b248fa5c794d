import Tensors

extension Implementation {
    static let logisticCurve = Implementation(
        "logistic-curve", title: Title("Logistic curve", "逻辑斯谛曲线"),
        aliases: ["logistic growth curve", "逻辑增长曲线"],
        topics: ["logistic", "逻辑函数", "population growth"],
        equation: #"f(x) = \frac{L}{1 + e^{-k (x - x_0)}}"#,
        parameters: [
            Parameter("x", symbols: ["t"], shape: .any),
            Parameter("L", symbols: ["K", "M"], shape: [], domain: .positive),
            Parameter("k", symbols: ["r"], shape: [], domain: .positive),
            Parameter("x_0", symbols: ["t_0"], shape: [], domain: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "height, steepness and middle") { (a) throws(TensorError) in
                try a[1] * (a[2] * (a[0] - a[3])).sigmoid()
            },
        ],
        sample: [Tensor([0, 1]), 2, 3, 0.5],
        stressSamples: [[Tensor([-1000, 1000]), 1, 1, 0]],
        properties: [.monotone, .nonNegative],
        isOpen: true,
        source: "Verhulst (1838), Notice sur la loi que la population suit dans son accroissement")
}
