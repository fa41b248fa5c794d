import DeepLearning
import Tensors

extension Implementation {
    static let heInitialisation = Implementation(
        "he-initialisation", title: Title("He initialisation", "He 初始化"),
        aliases: ["He initialization", "Kaiming initialization", "Kaiming 初始化", "何凯明初始化"],
        topics: ["He 初始化方差", "weight initialisation", "weight initialization", "初始化", "参数初始化", "Kaiming"],
        equation: #"\sigma^2 = \frac{2}{n_\mathrm{in}}"#,
        parameters: [Parameter("n_in", symbols: ["n", "fan_in", "d_in"], shape: .scalar, domain: .positiveInteger)],
        result: [],
        variants: [
            Variant("variance", "the variance") { (a) throws(TensorError) in try DeepLearning.heVariance(a[0]) },
            Variant("deviation", "the standard deviation") { (a) throws(TensorError) in
                try DeepLearning.heVariance(a[0]).sqrt()
            },
            Variant("bound", "the bound of the uniform form") { (a) throws(TensorError) in
                try (3 * DeepLearning.heVariance(a[0])).sqrt()
            },
        ],
        sample: [4],
        stressSamples: [[1], [1000000000]],
        properties: [.nonNegative],
        source: "He et al. (2015), Delving deep into rectifiers")
}
