import Tensors

extension Implementation {
    static let guidance = Implementation(
        "guidance", title: Title("Classifier-free guidance", "无分类器引导"),
        aliases: ["CFG", "classifier-free guidance", "无分类器指导"],
        topics: ["CFG", "guidance", "引导", "diffusion", "扩散"],
        equation: #"\hat\epsilon = \epsilon_u + s (\epsilon_c - \epsilon_u)"#,
        parameters: [
            Parameter("epsilon_u", symbols: ["epsilon", "epsilon_theta"], shape: .any),
            Parameter("epsilon_c", symbols: ["epsilon", "epsilon_theta"], shape: .any),
            Parameter("s", symbols: ["w", "gamma", "lambda", "omega"], shape: []),
        ],
        result: .any,
        variants: [
            Variant("towards", "from the unconditional to the conditional") { (a) throws(TensorError) in try a[0] + a[2] * (a[1] - a[0]) },
            Variant("beyond", "the same with a weight that is less by one") { (a) throws(TensorError) in try (1 + a[2]) * a[1] - a[2] * a[0] },
        ],
        sample: [Tensor([1, 2]), Tensor([0.5, -1]), 2],
        stressSamples: [[Tensor([0, 1e+200]), Tensor([0, 1e+200]), 1]],
        properties: [.affine],
        isOpen: true,
        source: "Ho and Salimans (2022), Classifier-free diffusion guidance")
}
