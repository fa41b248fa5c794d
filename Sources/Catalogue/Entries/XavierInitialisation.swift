import DeepLearning
import Tensors

extension Implementation {
    static let xavierInitialisation = Implementation(
        "xavier-initialisation", title: Title("Xavier initialisation", "Xavier 初始化"),
        aliases: [
            "Xavier initialization", "Glorot initialization", "Glorot initialisation", "Xavier 随机初始化",
            "Glorot 初始化",
        ],
        topics: ["Xavier", "Glorot", "weight initialisation", "weight initialization", "初始化", "参数初始化"],
        equation: #"\sigma^2 = \frac{2}{n_\mathrm{in} + n_\mathrm{out}}"#,
        parameters: [
            Parameter("n_in", symbols: ["n", "fan_in", "d_in"], shape: .scalar, domain: .positiveInteger),
            Parameter("n_out", symbols: ["m", "fan_out", "d_out"], shape: .scalar, domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("variance", "the variance") { (a) throws(TensorError) in
                try DeepLearning.xavierVariance(a[0], a[1])
            },
            Variant("bound", "the bound of the uniform form") { (a) throws(TensorError) in
                try DeepLearning.xavierBound(a[0], a[1])
            },
            Variant("deviation", "the standard deviation") { (a) throws(TensorError) in
                try DeepLearning.xavierVariance(a[0], a[1]).sqrt()
            },
            Variant("inputs-variance", "the variance from the inputs alone",
                parameters: [.init("n_in", symbols: ["n", "fan_in", "d_in"], shape: [], domain: .positiveInteger)], sample: [4]) { (a) throws(TensorError) in
                a[0].reciprocal()
            },
            Variant("inputs-deviation", "the standard deviation from the inputs alone",
                parameters: [.init("n_in", symbols: ["n", "fan_in", "d_in"], shape: [], domain: .positiveInteger)], sample: [4]) { (a) throws(TensorError) in
                a[0].reciprocal().sqrt()
            },
        ],
        sample: [4, 2],
        stressSamples: [[1, 1], [1000000000, 1]],
        properties: [.nonNegative, .symmetric],
        source: "Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural networks")
}
