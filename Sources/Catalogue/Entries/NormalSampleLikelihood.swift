import DeepLearning
import Tensors

extension Implementation {
    static let normalSampleLikelihood = Implementation(
        "normal-sample-likelihood", title: Title("Log-likelihood of normal data", "正态样本对数似然函数"),
        aliases: ["log-likelihood of a normal sample", "正态样本的对数似然"],
        topics: ["maximum likelihood", "MLE", "最大似然", "极大似然", "对数似然", "likelihood", "似然函数", "log-likelihood"],
        equation: #"\ell = -\frac{n}{2} \log(2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_{i} (x_i - \mu)^2"#,
        parameters: [
            Parameter("x", symbols: ["X", "y"], shape: ["n"]),
            Parameter("mu", symbols: ["theta"], shape: []),
            Parameter("sigma", symbols: ["s", "tau"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "of data with one mean") { (a) throws(TensorError) in try DeepLearning.normalDensity(a[0], mean: a[1], sigma: a[2]).log().sum() },
            Variant("linear", "of a linear regression",
                parameters: [
                    .init("x", symbols: ["X"], shape: ["n", "d"]),
                    .init("theta", symbols: ["w", "beta"], shape: ["d"]),
                    .init("y", symbols: ["t"], shape: ["n"]),
                    .init("sigma", symbols: ["s"], shape: [], domain: .positive),
                ],
                sample: [.matrix([[1, 2], [0, 1]]), Tensor([1, 1]), Tensor([1, 2]), 2]
            ) { (a) throws(TensorError) in try DeepLearning.normalDensity(a[2], mean: a[0].matmul(a[1]), sigma: a[3]).log().sum() },
            Variant("product", "the likelihood itself",
                parameters: [
                    .init("x", symbols: ["X", "y"], shape: ["n"]),
                    .init("mu", symbols: ["theta"], shape: []),
                    .init("sigma", symbols: ["s", "tau"], shape: [], domain: .positive),
                ],
                sample: [Tensor([1, 2]), 1, 2]
            ) { (a) throws(TensorError) in try DeepLearning.normalDensity(a[0], mean: a[1], sigma: a[2]).product() },
        ],
        sample: [Tensor([1, 2]), 1, 2],
        stressSamples: [[Tensor([0]), 10, 1]],
        properties: [.concave],
        isOpen: true,
        source: "Fisher (1922), On the mathematical foundations of theoretical statistics")
}
