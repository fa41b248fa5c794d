import DeepLearning
import Tensors

extension Implementation {
    static let sigmoid = Implementation(
        "sigmoid", title: Title("Sigmoid", "S 型函数"),
        aliases: [
            "logistic function", "logistic sigmoid", "sigmoid function", "expit", "sigmoid 函数", "sigmoid 激活函数",
            "逻辑函数", "逻辑斯谛函数", "对数几率函数", "S 形函数",
        ],
        topics: ["logistic regression", "逻辑回归", "LSTM", "GRU", "logit"],
        symbols: ["sigma"],
        equation: #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
        parameters: [Parameter("x", symbols: ["z", "a", "t"], shape: .any)],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "1 / (1 + e^−x)") { (a) throws(TensorError) in try DeepLearning.sigmoid(a[0]) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, 0, 40, 1000])]],
        properties: [.bounded(0, 1), .monotone, .pointSymmetric],
        source: "Verhulst (1845), Recherches mathématiques sur la loi d'accroissement de la population")
}
