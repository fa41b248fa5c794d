import DeepLearning
import Tensors

extension Implementation {
    static let softmaxTemperature = Implementation(
        "softmax-temperature", title: Title("Softmax with temperature", "带温度的 softmax"),
        aliases: ["tempered softmax", "softmax 温度"],
        topics: ["softmax", "temperature", "温度"],
        equation: #"p_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}"#,
        parameters: [
            Parameter("z", symbols: ["x", "o", "a"], shape: ["...", "q"]),
            Parameter("T", symbols: ["tau", "t"], default: 1, domain: .positive),
        ],
        result: ["...", "q"],
        variants: [
            Variant("division", "the scores divided by T") { (a) throws(TensorError) in try DeepLearning.softmax(a[0] / a[1]) },
            Variant("product", "the scores multiplied by the inverse temperature") { (a) throws(TensorError) in try DeepLearning.softmax(a[0] * a[1]) },
        ],
        sample: [Tensor([1, 2, 3]), 2],
        stressSamples: [[Tensor([1000, 1001, 1002]), 0.01], [Tensor([-1000, 0, 1000]), 1]],
        properties: [.sumsToOne, .shiftInvariant],
        isOpen: true,
        source: "Hinton, Vinyals and Dean (2015), Distilling the knowledge in a neural network")
}
