import Catalogue
import Checks
import Source
import Tensors
import Testing

@Suite struct TieTests {
    /// The entry of the last formula with statements, and how it was tied.
    private func tie(_ text: String) -> String? {
        let statements = NoteRun.record(text).formulas.flatMap(\.statements)
        return statements.last { $0.tie != nil }.map { "\($0.implementation ?? "") \($0.tie?.rawValue ?? "") \($0.outcome)" }
    }

    @Test(arguments: [
        ("$\\operatorname{ReLU}(x) = \\max(0, x)$", "relu name verified"),
        ("$\\text{MSE}(y, \\hat{y}) = \\frac{1}{n} \\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2$", "mean-squared-error name verified"),
        ("The sigmoid function:\n\n$$f(x) = \\frac{1}{1 + e^{-x}}$$", "sigmoid words verified"),
        ("**均方误差**\n\n$$E = \\frac{1}{2} \\sum_k (y_k - t_k)^2$$", "mean-squared-error words verified"),
        ("- ReLU: $f(x) = \\max(0, x)$", "relu words verified"),
        ("| name | formula |\n|---|---|\n| Ｓｉｇｍｏｉｄ | $f(x) = \\frac{1}{1 + e^{-x}}$ |", "sigmoid words verified"),
        ("# Leaky ReLU\n\nText.\n\n$$f(x) = \\max(\\alpha x, x)$$", "leaky-relu words verified"),
    ])
    func tiesByTheNearestCue(text: String, expected: String) { #expect(tie(text) == expected) }

    @Test(arguments: [
        // A heading alone never refutes.
        "# Sigmoid\n\nSome words.\n\n$$f(x) = \\frac{1}{1 + e^{x}}$$",
        // Two names tie nothing.
        "Sigmoid or tanh:\n\n$$f(x) = x^3$$",
        // The derivative of an entry is not the entry.
        "The derivative of the sigmoid is\n\n$$g(x) = \\frac{e^{-x}}{(1 + e^{-x})^2}$$",
        "sigmoid 的导数为\n\n$$g(x) = \\frac{e^{-x}}{(1 + e^{-x})^2}$$",
        // Neither is a relative with a longer name.
        "| Parametric ReLU | $PReLU(x) = x^2$ |\n|---|---|\n| Hard sigmoid | $h(x) = x^2$ |",
        // No arity fits.
        "ReLU:\n\n$$f(x, y, z, w) = x y z w$$",
    ])
    func staysSilent(text: String) { #expect(NoteRun.findings(text) == []) }

    @Test(arguments: [
        ("The sigmoid function:\n\n$$f(x) = \\frac{1}{1 + e^{x}}$$", "V001 3:3"),
        ("- **ReLU**：$f(x) = \\min(0, x)$", "V001 1:13"),
        ("$\\operatorname{ReLU}(x) = \\max(1, x)$", "V001 1:2"),
    ])
    func refutesByName(text: String, finding: String) { #expect(NoteRun.findings(text) == [finding]) }

    @Test func theCounterexampleCanBeReproduced() throws {
        let record = NoteRun.record("$\\operatorname{ReLU}(x) = \\min(0, x)$")
        let finding = try #require(record.findings.first)
        let example = try #require(finding.diagnostic.counterexample)
        let x = try #require(example.inputs.first?.value.double)
        #expect(example.inputs.map(\.name) == ["x"])
        #expect(example.actual.double == min(0, x))
        #expect(example.expected.double == max(0, x))
    }

    @Test(arguments: [
        // The name stands sentences before, or in the heading alone.
        ("# 均方误差\n\n回归里最常用。样本记作 $n$ 个。\n\n$$J = \\frac{1}{n} \\sum_{i=1}^{n} (a_i - b_i)^2$$", "mean-squared-error words verified"),
        ("The mean and the standard deviation follow.\n\n$$m = \\frac{1}{n} \\sum_{i=1}^{n} x_i$$", "mean behaviour verified"),
        // A name that an earlier line defines is computed, not drawn.
        (
            "Mean and standard deviation\n\n$$m = \\frac{1}{n} \\sum_{i=1}^{n} x_i$$\n\n$$s = \\sqrt{\\frac{1}{n-1} \\sum_{i=1}^{n} (x_i - m)^2}$$",
            "standard-deviation behaviour verified"
        ),
        // The letters stand in another order, and the head is no new name.
        ("ReLU 与 sigmoid\n\n$$g(z) = 1 / (1 + e^{-z})$$", "sigmoid behaviour verified"),
        // An expression that the words right before it name.
        ("向量的点积 $u^\\top v$", "dot-product behaviour verified"),
        ("Gradient descent\n\n$$w \\leftarrow w - \\eta g$$", "gradient-descent behaviour verified"),
        // Counts of two letters are no products.
        ("$$\\text{Accuracy} = \\frac{TP + TN}{TP + TN + FP + FN}$$", "accuracy name verified"),
        // The subject names several entries.
        ("Gamma distribution\n\n$$f(x, a) = \\frac{x^{a-1} e^{-x}}{\\Gamma(a)}$$", "gamma-density behaviour verified"),
        ("指数分布\n\n$$F(x) = 1 - e^{-\\lambda x}$$", "exponential-distribution-function behaviour verified"),
        // The head is written as formulas write the entry.
        ("Words.\n\n$$F_1 = 2 \\cdot \\frac{P \\cdot R}{P + R}$$", "f1-score behaviour verified"),
        ("Words.\n\n$$H(p) = -\\sum_i p_i \\log p_i$$", "entropy behaviour verified"),
        // One element of a vector.
        ("$$\\text{Softmax}(x_i) = \\frac{\\exp(x_i)}{\\sum_j \\exp(x_j)}$$", "softmax name verified"),
        ("Softmax 把得分变成概率：\n\n$$p_i = \\frac{e^{z_i}}{\\sum_{j=1}^{q} e^{z_j}}$$", "softmax words verified"),
        ("Softmax：\n\n$$\\hat{y}_1 = \\frac{\\exp(o_1)}{\\sum_{i=1}^{m} \\exp(o_i)}$$", "softmax words verified"),
        ("L1 norm\n\n$$N_1 = \\sum_{i=1}^{n} |x_i|$$", "l1-norm words verified"),
        // The sum was meant over both terms.
        (
            "二元交叉熵\n\n$$L = -\\sum_i y_i \\log p_i + (1 - y_i) \\log (1 - p_i)$$", "binary-cross-entropy behaviour verified"
        ),
        // A prime on a name, a model without its bias.
        ("归一化\n\n$$x' = \\frac{x - \\min(x)}{\\max(x) - \\min(x)}$$", "min-max-scaling behaviour verified"),
        ("逻辑回归模型\n\n$$h(x) = \\frac{1}{1 + e^{-\\theta^\\top x}}$$", "logistic-regression words verified"),
        ("$$\\text{MCC} = \\frac{tp \\cdot tn - fp \\cdot fn}{\\sqrt{(tp + fp)(tp + fn)(tn + fp)(tn + fn)}}$$", "matthews-correlation name verified"),
        ("$$\\text{ReLU}(x) = (x)^+$$", "relu name verified"),
        // Numbers of the formula are hyperparameters.
        ("Leaky ReLU: $f(x) = \\max(0.2 x, x)$", "leaky-relu words verified"),
        // A label names a loss.
        ("$$L_{\\text{MSE}} = \\frac{1}{n} \\sum_{i=1}^{n} (y_i - p_i)^2$$", "mean-squared-error name verified"),
    ])
    func recognisesWhatIsComputed(text: String, expected: String) { #expect(tie(text) == expected) }

    @Test(arguments: [
        // The entry by its name on the right: nothing is compared with itself.
        "Softmax 之后：\n\n$$p = \\operatorname{softmax}(o)$$",
        // Another thing than what is named: behaviour never refutes.
        "ReLU and sigmoid\n\n$$g(z) = 1 / (1 + e^{z})$$",
        // The name of a plain entry stands in another section, far away.
        "# Mean\n\nWords.\n\n" + String(repeating: "Words that speak of other things. ", count: 90) + "\n\n# Other\n\n$$g = \\frac{1}{n} \\sum_{i=1}^{n} c_i$$",
    ])
    func behaviourNeedsAName(text: String) {
        #expect(tie(text) == nil)
        #expect(NoteRun.findings(text) == [])
    }

    @Test func aWrongLabelledLossIsRefuted() {
        #expect(NoteRun.findings("$$L_{\\text{MSE}} = \\frac{1}{n} \\sum_{i=1}^{n} (y_i + p_i)^2$$") == ["V001 1:3"])
    }
}
