import DeepLearning
import Tensors

extension Implementation {
    static let mlp = Implementation(
        "mlp", title: Title("Multilayer perceptron", "多层感知机"),
        aliases: ["MLP", "MLP forward pass", "多层感知器", "单隐藏层多层感知机"],
        equation: #"y = W_2 \operatorname{ReLU}(W_1 x + b_1) + b_2"#,
        parameters: [
            Parameter("x", shape: ["d"]),
            Parameter("W_1", shape: ["h", "d"]),
            Parameter("b_1", shape: ["h"]),
            Parameter("W_2", shape: ["q", "h"]),
            Parameter("b_2", shape: ["q"]),
        ],
        result: ["q"],
        variants: [
            Variant("relu", "one hidden layer with ReLU") { (a) throws(TensorError) in
                try DeepLearning.multilayerPerceptron(a[0], a[1], a[2], a[3], a[4])
            },
        ],
        sample: [
            Tensor([1, 2]), .matrix([[1, -1], [0.5, 1], [-1, 0]]), Tensor([0, 0.5, 1]),
            .matrix([[1, 2, 3], [0, -1, 1]]), Tensor([0.5, 0]),
        ],
        stressSamples: [
            [Tensor([1e100, -1e100]), .matrix([[1, 0], [0, 1]]), Tensor([0, 0]), .matrix([[1, 1]]), Tensor([1])],
        ],
        properties: [.argument(3, .affine), .argument(4, .affine)],
        source: "Rumelhart, Hinton and Williams (1986), Learning representations by back-propagating errors")
}
