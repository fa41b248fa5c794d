import Tensors

extension Implementation {
    static let testStatistic = Implementation(
        "test-statistic", title: Title("z and t statistics", "z 与 t 检验统计量"),
        aliases: ["z statistic", "t statistic", "z score of a mean", "z 统计量", "t 统计量"],
        topics: ["hypothesis test", "假设检验", "z-test", "t-test", "z 检验", "t 检验", "confidence interval", "置信区间", "p-value"],
        equation: #"z = \frac{\bar{x} - \mu}{\sigma / \sqrt{n}}"#,
        parameters: [
            Parameter("x_bar", symbols: ["X_bar", "bar_x"], shape: []),
            Parameter("mu", symbols: ["mu_0"], shape: []),
            Parameter("sigma", symbols: ["s", "S"], shape: [], domain: .positive),
            Parameter("n", symbols: ["N"], shape: [], domain: .positiveInteger),
        ],
        result: [],
        variants: [
            Variant("mean", "of a mean") { (a) throws(TensorError) in
                try (a[0] - a[1]) / (a[2] / a[3].sqrt())
            },
            Variant("two-means", "of the difference of two means",
                parameters: [.init("x_bar_1", shape: []), .init("x_bar_2", shape: []), .init("s_1", symbols: ["sigma_1"], shape: [], domain: .positive), .init("s_2", symbols: ["sigma_2"], shape: [], domain: .positive), .init("n_1", shape: [], domain: .positiveInteger), .init("n_2", shape: [], domain: .positiveInteger)], result: [],
                sample: [2, 1, 0.5, 1.5, 10, 20]) { (a) throws(TensorError) in
                try (a[0] - a[1]) / (a[2].square() / a[4] + a[3].square() / a[5]).sqrt()
            },
            Variant("proportion", "of a share",
                parameters: [.init("p_hat", shape: [], domain: .probability), .init("p_0", symbols: ["p"], shape: [], domain: .probability), .init("n", symbols: ["N"], shape: [], domain: .positiveInteger)], result: [],
                sample: [0.6, 0.5, 100]) { (a) throws(TensorError) in
                try (a[0] - a[1]) / (a[1] * (1 - a[1]) / a[2]).sqrt()
            },
            Variant("two-proportions", "of two shares, pooled",
                parameters: [.init("p_hat_1", symbols: ["p_1"], shape: [], domain: .probability), .init("p_hat_2", symbols: ["p_2"], shape: [], domain: .probability), .init("p_hat", symbols: ["p", "p_bar"], shape: [], domain: .probability), .init("n_1", shape: [], domain: .positiveInteger), .init("n_2", shape: [], domain: .positiveInteger)], result: [],
                sample: [0.6, 0.5, 0.55, 100, 80]) { (a) throws(TensorError) in
                try (a[0] - a[1]) / (a[2] * (1 - a[2]) * (1 / a[3] + 1 / a[4])).sqrt()
            },
            Variant("correlation", "t of a correlation",
                parameters: [.init("r", symbols: ["rho"], shape: [], domain: .interval(-0.9, 0.9)), .init("n", symbols: ["N"], shape: [], domain: .interval(5, 30))], result: [],
                sample: [0.5, 20]) { (a) throws(TensorError) in
                try a[0] * (a[1] - 2).sqrt() / (1 - a[0].square()).sqrt()
            },
        ],
        sample: [5, 4, 2, 16],
        stressSamples: [[0, 0, 1e-300, 1], [1e200, -1e200, 1, 4]],
        properties: [.affine, .monotone, .argument(1, .decreasing)],
        isOpen: true,
        source: "Student (1908), The probable error of a mean")
}
