import Tensors

extension Implementation {
    static let tripletLoss = Implementation(
        "triplet-loss", title: Title("Triplet loss", "三元组损失"),
        aliases: ["triplet margin loss", "TripletMarginLoss", "三元组损失函数"],
        equation: #"L = \max(d(a, p) - d(a, n) + m, 0)"#,
        parameters: [
            Parameter("d_ap", symbols: ["d_p", "d_pos"], shape: [], domain: .positive),
            Parameter("d_an", symbols: ["d_n", "d_neg"], shape: [], domain: .positive),
            Parameter("m", symbols: ["alpha", "margin"], default: 1, domain: .positive),
        ],
        result: [],
        variants: [
            Variant("distances", "from the two distances") { (a) throws(TensorError) in try Tensor.maximum(a[0] - a[1] + a[2], 0) },
            Variant("squared", "squared distances of the embeddings",
                parameters: [.init("a", symbols: ["f_a"], shape: ["n"]), .init("p", symbols: ["f_p"], shape: ["n"]), .init("n", symbols: ["f_n"], shape: ["n"]), .init("m", symbols: ["alpha", "margin"], default: 1, domain: .positive)],
                sample: [Tensor([1, 2]), Tensor([1, 3]), Tensor([4, 6]), 1]) { (a) throws(TensorError) in
                try Tensor.maximum((a[0] - a[1]).square().sum() - (a[0] - a[2]).square().sum() + a[3], 0)
            },
        ],
        sample: [1, 3, 1],
        stressSamples: [[0, 0, 1], [1e300, 1, 1], [1, 1e300, 1]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Schroff, Kalenichenko and Philbin (2015), FaceNet")
}
