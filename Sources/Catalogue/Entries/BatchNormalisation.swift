import DeepLearning
import Tensors

extension Implementation {
    static let batchNormalisation = Implementation(
        "batch-normalisation", title: Title("Batch normalisation", "批量归一化"),
        aliases: [
            "batch normalization", "batch norm", "BN", "batchnorm", "批归一化", "批量规范化", "批规范化", "批标准化", "批量标准化",
        ],
        topics: ["BatchNorm", "InstanceNorm", "instance normalization", "GroupNorm", "group normalization"],
        symbols: ["BN"],
        equation: #"\operatorname{BN}(x) = \gamma \odot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta"#,
        parameters: [
            Parameter("x", symbols: ["X"], shape: ["n", "d"]),
            Parameter("gamma", default: 1),
            Parameter("beta", default: 0),
            Parameter("epsilon", default: 1e-5, domain: .interval(1e-6, 1e-4)),
        ],
        result: ["n", "d"],
        variants: [
            Variant("batch", "statistics of each column of the batch") { (a) throws(TensorError) in
                try DeepLearning.batchNormalisation(a[0], gamma: a[1], beta: a[2], epsilon: a[3])
            },
            .givenStatistics,
        ],
        sample: [.matrix([[1, 2], [3, 6], [5, 1]]), 1, 0, 1e-5],
        stressSamples: [[.matrix([[5, 1], [5, 1]]), 1, 0, 1e-5]],
        properties: [.shiftInvariant, .argument(2, .affine)],
        source: "Ioffe and Szegedy (2015), Batch normalization")
}
