import Tensors

extension Implementation {
    static let informationCriteria = Implementation(
        "information-criteria", title: Title("Information criteria", "信息准则"),
        aliases: ["information criterion", "AIC", "BIC", "赤池信息准则", "贝叶斯信息准则"],
        equation: #"\operatorname{AIC} = 2 k - 2 \ln L"#,
        parameters: [
            Parameter("k", symbols: ["d", "p"], shape: [], domain: .positiveInteger),
            Parameter("L", symbols: ["L_hat"], shape: [], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("akaike", "2k − 2 ln L") { (a) throws(TensorError) in try 2 * a[0] - 2 * a[1].log() },
            Variant("akaike-log", "the log-likelihood given") { (a) throws(TensorError) in try 2 * a[0] - 2 * a[1] },
            Variant("bayes", "k ln n − 2 ln L",
                parameters: [.init("k", symbols: ["d", "p"], shape: [], domain: .positiveInteger), .init("L", symbols: ["L_hat"], shape: [], domain: .positive), .init("n", symbols: ["N"], shape: [], domain: .positiveInteger)],
                sample: [3, 2, 10]) { (a) throws(TensorError) in try a[0] * a[2].log() - 2 * a[1].log() },
            Variant("bayes-log", "the log-likelihood given",
                parameters: [.init("k", symbols: ["d", "p"], shape: [], domain: .positiveInteger), .init("l", symbols: ["ell", "L", "logL"], shape: []), .init("n", symbols: ["N"], shape: [], domain: .positiveInteger)],
                sample: [3, 2, 10]) { (a) throws(TensorError) in try a[0] * a[2].log() - 2 * a[1] },
        ],
        sample: [3, 2],
        stressSamples: [[2, 1e-300], [0, 1]],
        properties: [.affine, .monotone, .argument(1, .convex)],
        isOpen: true,
        source: "Akaike (1974), A new look at the statistical model identification; Schwarz (1978), Estimating the dimension of a model")
}
