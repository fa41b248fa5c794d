import Tensors

extension Implementation {
    static let chiSquareStatistic = Implementation(
        "chi-square-statistic", title: Title("Chi-square statistic", "卡方统计量"),
        aliases: ["Pearson chi-square statistic", "χ² statistic", "卡方检验统计量"],
        topics: ["chi-square test", "卡方检验", "goodness of fit", "拟合优度"],
        equation: #"\chi^2 = \sum_{i=1}^{k} \frac{(O_i - E_i)^2}{E_i}"#,
        parameters: [
            Parameter("O", symbols: ["A", "f", "n", "x"], shape: ["k"], domain: .positive),
            Parameter("E", symbols: ["T", "F", "e"], shape: ["k"], domain: .positive),
        ],
        result: [],
        variants: [
            Variant("standard", "of observed and expected counts") { (a) throws(TensorError) in
                try ((a[0] - a[1]).square() / a[1]).sum()
            },
        ],
        sample: [Tensor([12, 8, 10]), Tensor([10, 10, 10])],
        stressSamples: [[Tensor([0, 1e100]), Tensor([1, 1])], [Tensor([5, 5]), Tensor([5, 5])]],
        properties: [.nonNegative, .zeroWhenEqual, .convex],
        isOpen: true,
        source: "Pearson (1900), On the criterion that a given system of deviations from the probable")
}
