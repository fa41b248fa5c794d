import Formulas
import Source

/// Words right before a formula that call it numerically stable: "数值稳定的形式是", "the numerically stable version".
enum StabilityClaim {
    private static let claims = [
        "数值稳定的", "数值上稳定的", "数值稳定版", "数值稳定形式", "数值稳定写法", "不会溢出的", "避免溢出的", "不溢出的", "numerically stable", "overflow-free",
        "without overflow", "stable version", "stable form",
    ]

    /// What turns a claim round, asks for it, or speaks of something else before the formula.
    private static let doubts = [
        "不稳定", "并不", "不是", "非数值", "没有", "缺乏", "不够", "需要", "应", "改", "而不", "代替", "相比", "比", "为了", "为得到", "吗", "？", "?", "若", "如果", "unstable",
        "not ", "n't", "never", "instead", "unlike", "than", "rather", "before", "to get", "to obtain", "for a", "need", "should", "would", "derive", "rewrite", "改写", "推导", "变形",
        "见下", "先", "稍后", "后面", "下文", "下一节", "later", "below", "first", "从", "由", "把", "将", "对", "代入", "from", "replace", "avoid ",
    ]

    /// - Parameter sentence: the words of the sentence around the formula, those behind it last.
    static func isMade(in lead: String) -> Bool {
        let folded = TextFolding.folded(lead)
        guard claims.contains(where: { folded.contains($0) }) else { return false }
        var rest = folded
        for claim in claims { rest = replacing(claim, in: rest) }
        return !doubts.contains { rest.contains($0) }
    }

    private static func replacing(_ part: String, in text: String) -> String {
        var result = "", rest = text[...]
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound] + " "
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}

extension FormulaHazard {
    /// The finding for a formula whose text calls it stable.
    func diagnostic(_ entry: String, at range: ByteRange) -> Diagnostic {
        let place = inputs.map { "\($0.name) = \(ValueWords.text($0.value))" }.joined(separator: ", ")
        return Diagnostic(
            .notStable, at: range,
            "the text calls this numerically stable, but computed as written it gives \(ValueWords.text(actual)) at \(place); \(entry) gives \(ValueWords.text(expected))",
            help: cause == .range
                ? "take the largest element out of the exponentials: e^{x - max x}"
                : cause == .zero ? "say that 0 log 0 counts as 0, or compute the logarithm from the scores" : "subtract the mean before squaring",
            counterexample: Counterexample(
                inputs: inputs.map { ($0.name, JSONValue($0.value)) }, expected: JSONValue(expected), actual: JSONValue(actual)))
    }
}
