import Tensors

extension Implementation {
    static let marginRankingLoss = Implementation(
        "margin-ranking-loss", title: Title("Margin ranking loss", "间隔排序损失"),
        aliases: ["MarginRankingLoss", "ranking loss", "排序损失"],
        equation: #"\max(0, -y (x_1 - x_2) + m)"#,
        parameters: [
            Parameter("x_1", shape: .any),
            Parameter("x_2", shape: .any),
            Parameter("y", symbols: ["t"], shape: .any, domain: .signs),
            Parameter("m", symbols: ["margin"], default: 0, domain: .positive),
        ],
        result: .any,
        variants: [
            Variant("element", "one value for each pair") { (a) throws(TensorError) in try Tensor.maximum(a[3] - a[2] * (a[0] - a[1]), 0) },
        ],
        sample: [Tensor([1]), Tensor([2]), Tensor([1]), 0],
        stressSamples: [[Tensor([1e300, 0]), Tensor([-1e300, 0]), Tensor([1, -1]), 0]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Herbrich, Graepel and Obermayer (1999), Support vector learning for ordinal regression")
}
