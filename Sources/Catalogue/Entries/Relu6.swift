import Tensors

extension Implementation {
    static let relu6 = Implementation(
        "relu6", title: Title("ReLU6", "ReLU6 函数"),
        aliases: ["relu 6", "ReLU6 激活函数"],
        equation: #"\operatorname{ReLU6}(x) = \min(\max(0, x), 6)"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "between 0 and 6") { (a) throws(TensorError) in try a[0].clip(0, 6) },
        ],
        sample: [Tensor([-2, -0.5, 0, 1, 3])],
        stressSamples: [[Tensor([-1000, -40, -1e-8, 0, 40, 1000])]],
        properties: [.monotone, .bounded(0, 6)],
        source: "Krizhevsky (2010), Convolutional deep belief networks on CIFAR-10")
}
