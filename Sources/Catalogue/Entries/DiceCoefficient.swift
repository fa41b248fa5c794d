import Tensors

extension Implementation {
    static let diceCoefficient = Implementation(
        "dice-coefficient", title: Title("Dice coefficient", "Dice 系数"),
        aliases: ["Dice score", "Dice similarity coefficient", "Sørensen–Dice coefficient", "DSC", "戴斯系数"],
        topics: ["Dice loss", "dice"],
        equation: #"\operatorname{Dice} = \frac{2 TP}{2 TP + FP + FN}"#,
        parameters: [
            Parameter("TP", shape: [], domain: .positiveInteger),
            Parameter("FP", shape: [], domain: .positiveInteger),
            Parameter("FN", shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("counts", "from true positives, false positives and false negatives") { (a) throws(TensorError) in try 2 * a[0] / (2 * a[0] + a[1] + a[2]) },
            Variant("soft", "from probabilities",
                parameters: [.init("p", symbols: ["x", "y_hat", "X"], shape: ["n"], domain: .probability), .init("g", symbols: ["y", "t", "Y"], shape: ["n"], domain: .probability)],
                sample: [Tensor([0.2, 0.8]), Tensor([0, 1])]) { (a) throws(TensorError) in try 2 * (a[0] * a[1]).sum() / (a[0].sum() + a[1].sum()) },
            Variant("soft-squares", "from probabilities, with squares",
                parameters: [.init("p", symbols: ["x", "y_hat", "X"], shape: ["n"], domain: .probability), .init("g", symbols: ["y", "t", "Y"], shape: ["n"], domain: .probability)],
                sample: [Tensor([0.2, 0.8]), Tensor([0, 1])]) { (a) throws(TensorError) in try 2 * (a[0] * a[1]).sum() / (a[0].square().sum() + a[1].square().sum()) },
            Variant("soft-loss", "1 minus the soft coefficient",
                parameters: [.init("p", symbols: ["x", "y_hat", "X"], shape: ["n"], domain: .probability), .init("g", symbols: ["y", "t", "Y"], shape: ["n"], domain: .probability)],
                sample: [Tensor([0.2, 0.8]), Tensor([0, 1])]) { (a) throws(TensorError) in try 1 - 2 * (a[0] * a[1]).sum() / (a[0].sum() + a[1].sum()) },
        ],
        sample: [8, 2, 4],
        stressSamples: [[0, 0, 0], [0, 5, 5]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Dice (1945), Measures of the amount of ecologic association between species")
}
