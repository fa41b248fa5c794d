import DeepLearning
import Tensors

extension Implementation {
    static let logSigmoid = Implementation(
        "log-sigmoid", title: Title("Log-sigmoid", "对数 sigmoid 函数"),
        aliases: ["logsigmoid", "log sigmoid function", "对数 S 型函数"],
        equation: #"\log \sigma(x) = -\log(1 + e^{-x})"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "−log(1 + e^−x)") { (a) throws(TensorError) in try DeepLearning.logSigmoid(a[0]) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.monotone, .bounded(-.infinity, 0)],
        source: "PyTorch 2, torch.nn.LogSigmoid")
}
