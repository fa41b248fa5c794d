import Formulas
import Markdown
import Source
import Tensors

/// Numbers that the words right before a formula give its names: "when $x = 2$, $x^2 = 4$", "$d = 64$，所以 $\sqrt{d} = 8$".
extension NoteWalk {
    /// The formulas that lead to this one as what is given; `nil` where none does.
    func givenNumbers(_ index: Int) -> GivenNumbers? {
        let bytes = note.source.bytes
        func text(_ lower: Int, _ upper: Int) -> String? {
            guard lower >= 0, lower <= upper, upper <= bytes.count, upper - lower <= 40 else { return nil }
            let words = TextFolding.folded(String(decoding: bytes[lower..<upper], as: UTF8.self))
            return words.contains("\n\n") && !note.formulas[index].display ? nil : words
        }
        var start: Int?
        var isConsequence = false
        var k = index - 1
        while k >= 0, k >= index - 4, !note.formulas[k].isUnclosed {
            guard let between = text(note.formulas[k].range.upper, note.formulas[k + 1].range.lower) else { break }
            let word = GivenNumbers.words(between)
            if k == index - 1, GivenNumbers.consequences.contains(word) {
                isConsequence = true
            } else if !GivenNumbers.joiners.contains(word) {
                break
            }
            start = note.formulas[k].range.lower
            let lower = note.formulas[k].range.lower
            let before = lower <= bytes.count ? TextFolding.folded(String(decoding: bytes[max(0, lower - 24)..<max(0, lower)], as: UTF8.self)) : ""
            if GivenNumbers.openings.contains(where: { GivenNumbers.isLast($0, in: before) }) { return start.map { GivenNumbers(start: $0, isConsequence: isConsequence) } }
            k -= 1
        }
        return isConsequence ? start.map { GivenNumbers(start: $0, isConsequence: true) } : nil
    }
}

/// The formulas right before another one that may give its names numbers.
struct GivenNumbers {
    /// Where the first of them begins.
    var start: Int
    /// A word leads from them to the formula: "then", "所以".
    var isConsequence: Bool

    static let joiners: Set<String> = ["", "and", "且", "和", "与", "we have", "it holds that", "有", "then"]
    static let consequences: Set<String> = [
        "then", "so", "thus", "hence", "therefore", "so that", "and so", "and thus", "and hence", "we get", "then we have", "so we have", "this gives", "gives",
        "时", "时有", "则", "则有", "所以", "因此", "于是", "故", "那么", "从而", "因而", "得", "可得", "得到", "有", "就有",
    ]
    static let openings = ["if", "for", "when", "let", "with", "given", "suppose", "当", "若", "如果", "设", "令", "已知", "假设", "对于"]

    /// Whether the words behind a relation ask whether it holds, or say that it cannot.
    static func isDoubted(_ following: String) -> Bool {
        let sentence = TextFolding.folded(String(following.prefix { !"。.;；".contains($0) }))
        return ["矛盾", "不可能", "荒谬", "吗", "?", "？", "contradict", "impossible", "absurd", "cannot"].contains { sentence.contains($0) }
    }

    /// Whether a bracket stands right behind a letter: a product or an argument.
    static func mayApply(_ latex: [UInt8]) -> Bool {
        var token: ArraySlice<UInt8> = []
        var k = latex.startIndex
        while k < latex.endIndex {
            let byte = latex[k]
            if byte == UInt8(ascii: "("), let last = token.last {
                let isCommand = token.first == UInt8(ascii: "\\")
                if last == UInt8(ascii: "}") || (isLetter(last) && !(isCommand && operators.contains(String(decoding: token, as: UTF8.self)))) { return true }
            }
            if byte == UInt8(ascii: "\\") {
                var end = k + 1
                while end < latex.endIndex, isLetter(latex[end]) { end += 1 }
                // Sizes and spaces change nothing.
                if !["\\left", "\\big", "\\Big", "\\"].contains(String(decoding: latex[k..<end], as: UTF8.self)) { token = latex[k..<end] }
                k = max(end, k + 1)
            } else {
                if byte > 0x20 { token = latex[k...k] }
                k += 1
            }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static let operators: Set<String> = [
        "\\times", "\\cdot", "\\div", "\\pm", "\\le", "\\ge", "\\leq", "\\geq", "\\approx", "\\log", "\\ln", "\\exp", "\\sin", "\\cos", "\\tan", "\\tanh", "\\max", "\\min",
        "\\quad",
    ]

    static func words(_ text: String) -> String {
        text.trimmed { scalar in
            switch scalar {
            case " ", ",", "，", "、", ":", "：", "。", ".", ";", "；", "\n": true
            default: false
            }
        }
    }

    /// Whether the text before a formula ends with this word.
    static func isLast(_ word: String, in before: String) -> Bool {
        let text = words(before)
        return word.first?.isASCII == true ? text == word || text.hasSuffix(" " + word) || text.hasSuffix("\n" + word) : text.hasSuffix(word)
    }
}

extension RelationEvidence {
    /// A printed number held against what stands beside it, where every name in it was given a number right before.
    func underGivenNumbers(_ left: Expression, _ right: Expression, _ relation: Relation, step: Int) -> EvidenceResult? {
        guard let stated = context.givenNumbers, left.printedNumber != nil || right.printedNumber != nil, !left.isBareSymbol, !right.isBareSymbol,
            !left.isTentative, !right.isTentative, statement.conditions.isEmpty, statement.remainders.isEmpty,
            !Condition.follows(context.surroundings.following), !GivenNumbers.isDoubted(context.surroundings.following),
            stated.isConsequence ? !context.surroundings.isConditional && !context.isQualified : !context.isConditional
        else { return nil }
        let variables = Set(statement.symbols.filter { if case .constant = $0.role { false } else { true } }.map(\.name))
        let names = Set(left.symbols).union(right.symbols).intersection(variables)
        guard !names.isEmpty else { return nil }
        var given: Bindings = [:]
        var words: [String] = []
        for name in names.sorted(by: { $0.name < $1.name }) {
            guard let entry = context.known[name], entry.range.lower >= stated.start, entry.range.upper <= context.span.range.lower,
                !entry.definition.isFunction, entry.definition.body.symbols.isEmpty,
                let value = context.value(entry.definition.body, [:])?.tensor.scalar, value.isFinite
            else { return nil }
            given[name] = Tensor(value)
            words.append("\(name.name) = \(NumberFormat.significant(value))")
        }
        switch numeric(left, right, relation, step: step, given: given, isSupposed: false) {
        case .refuted(var found):
            if isMeantOtherwise(left, right, given) { return nil }
            found.message = "with \(words.joined(separator: ", ")) " + found.message
            return .refuted(found)
        case .verified(let evidence, let implementation, let variant):
            return .verified(evidence, implementation: implementation, variant: variant)
        default: return nil
        }
    }

    /// `\sigma(0)` may apply what was given as a number, `\sin 30` may be in degrees, `(32 - 3) / 2 = 14` may round.
    private func isMeantOtherwise(_ left: Expression, _ right: Expression, _ given: Bindings) -> Bool {
        let latex = context.span.latex
        if GivenNumbers.mayApply(latex) { return true }
        let values = given.values.compactMap(\.scalar)
        if values.contains(where: { abs($0) >= 10 }), latex.containsSequence("\\sin") || latex.containsSequence("\\cos") || latex.containsSequence("\\tan") {
            return true
        }
        guard values.allSatisfy({ $0 == $0.rounded() }), let x = context.value(left, given)?.tensor.scalar, let y = context.value(right, given)?.tensor.scalar
        else { return false }
        return (x == x.rounded()) != (y == y.rounded()) && abs(x - y) < 1
    }
}
