import Checks
import Source
import Tensors
import Testing

/// What formulas would lose in a program: remarked on beside their evidence, told as a finding only against a promise.
@Suite struct FormulaHazardTests {
    private static let softmax = #"$$\operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_{j=1}^{n} e^{x_j}}$$"#
    private static let shifted =
        #"$$\operatorname{softmax}(x)_i = \frac{e^{x_i - \max_k x_k}}{\sum_{j=1}^{n} e^{x_j - \max_k x_k}}$$"#
    private static let logSumExp = #"$$\operatorname{LSE}(x) = \log \sum_{j=1}^{n} e^{x_j}$$"#

    private func hazard(_ text: String) -> FormulaHazard? {
        NoteRun.record(text).formulas.flatMap(\.statements).flatMap(\.evidence).lazy.compactMap(\.hazard).first
    }

    @Test(arguments: [
        (softmax, FormulaHazard.Cause.range), (logSumExp, .range),
        (#"$$\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}$$"#, .range),
        (#"$$\operatorname{softplus}(x) = \log(1 + e^x)$$"#, .range),
        ("交叉熵：\n\n" + #"$$H(y, \hat{y}) = -\sum_{j=1}^{q} y_j \log \hat{y}_j$$"#, .zero),
        (#"$$\operatorname{Var}(x) = \frac{1}{n}\sum_{i=1}^{n} x_i^2 - \left(\frac{1}{n}\sum_{i=1}^{n} x_i\right)^2$$"#, .cancellation),
    ])
    func isRemarkedAndNoFinding(_ text: String, _ cause: FormulaHazard.Cause) throws {
        let found = try #require(hazard(text))
        #expect(found.cause == cause)
        #expect(found.expected.isFinite && !found.inputs.isEmpty)
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: [
        shifted, #"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$"#, #"$$\operatorname{ReLU}(x) = \max(0, x)$$"#,
        #"$$\operatorname{MSE}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2$$"#,
    ])
    func nothingIsRemarkedWhereNothingIsLost(_ text: String) {
        #expect(NoteRun.record(text).formulas.map(\.outcome) == [.verified])
        #expect(hazard(text) == nil)
    }

    @Test(arguments: [
        "The numerically stable form of the softmax is\n\n" + softmax, "softmax 的数值稳定的形式是\n\n" + softmax,
        "LogSumExp 的数值稳定版如下：\n\n" + logSumExp, "An overflow-free log-sum-exp:\n\n" + logSumExp,
    ])
    func aPromiseOfStabilityIsChecked(_ text: String) {
        #expect(NoteRun.findings(text) == ["H003 3:3"])
    }

    @Test(arguments: [
        "softmax 的数值稳定的形式是\n\n" + shifted, "The numerically stable form of the softmax is\n\n" + shifted,
        "为了数值稳定，实现时要减去最大值。softmax 的定义是\n\n" + softmax, "下面的 softmax 数值不稳定：\n\n" + softmax,
        "This softmax is not numerically stable:\n\n" + softmax, "Before we derive a numerically stable softmax, recall that\n\n" + softmax,
        "数值稳定的实现见下一节，先给出 softmax 的定义：\n\n" + softmax, "把 softmax 改写成数值稳定的形式：\n\n" + softmax,
        "softmax 没有数值稳定的闭式写法：\n\n" + softmax, "A numerically stable softmax instead of\n\n" + softmax,
        "Softmax:\n\n" + softmax + "\n\nA numerically stable implementation subtracts the maximum.",
        "对 softmax 的数值稳定的写法，从定义开始：\n\n" + softmax, "The sigmoid needs no numerically stable form:\n\n" + #"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$"#,
    ])
    func rightTextsAreLeftAlone(_ text: String) {
        #expect(NoteRun.findings(text) == [])
    }
}
