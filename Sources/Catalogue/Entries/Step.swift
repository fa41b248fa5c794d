import DeepLearning
import Tensors

extension Implementation {
    static let step = Implementation(
        "step", title: Title("Step function", "阶跃函数"),
        aliases: [
            "Heaviside function", "Heaviside step function", "unit step", "binary step", "threshold function",
            "单位阶跃函数", "阶梯函数", "阈值函数",
        ],
        equation: #"H(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "0 at 0") { (a) throws(TensorError) in try DeepLearning.step(a[0]) },
            Variant("one-at-zero", "1 at 0") { (a) throws(TensorError) in try DeepLearning.step(a[0], atZero: 1) },
            Variant("half-at-zero", "½ at 0") { (a) throws(TensorError) in
                try DeepLearning.step(a[0], atZero: 0.5)
            },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.monotone, .bounded(0, 1)],
        exemptions: [.constantBetweenJumps],
        source: "Heaviside (1893), Electromagnetic theory")
}
