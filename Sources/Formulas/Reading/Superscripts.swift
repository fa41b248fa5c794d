import LaTeX
import Source
import Tensors

/// Superscripts as power, transpose, inverse, sample, label.
extension ExpressionParser {
    enum Superscript {
        case none
        case label(String)
        case power([Token])
        case transpose
        case inverse
        case inverseTranspose
        case pseudoInverse
        /// An index in brackets: of a sample, a layer, a time.
        case index([Token])
        case labelThenTranspose(String)
        /// A power of another product: `\otimes n`.
        case repeated(UInt32)
    }

    func classifySuperscript(_ id: MathTree.ID, base: String?) -> Superscript {
        let tokens = reader.tokens(of: id).filter { !$0.isSpace }
        guard let first = tokens.first else { return .none }
        let label = SymbolSpelling.text(tokens, reader)
        if let base, let label, boundSample(tokens, of: base) == nil {
            let isPrimes = label.allSatisfy { $0 == "'" }
            let key = SymbolKey(canonical: isPrimes ? base + label : base + "^" + label)
            if scope[key].map({ $0.value?.rank ?? 0 == 0 }) ?? false || parameters.contains(key) { return .label(label) }
            if isPrimes { return .label(label) }
        }
        if tokens.allSatisfy({ $0.isSign(Sign.prime) }) { return .label(label ?? "'") }
        if tokens.count == 1, !first.hasScripts {
            switch first.kind {
            case .sign(Sign.top), .sign(0x22BA), .sign(0x1D40): return .transpose
            case .relation(Sign.top): return .transpose
            case .word("T"), .word("top"): return .transpose
            case .letter(0x54):
                if first.font == .upright || first.font == .sansSerif { return .transpose }
                if choices.contains(.transposeAsPower) { return .power(tokens) }
                if isVariable("T") || hints.values.contains("T") { return .power(tokens) }
                return .transpose
            case .sign(0x2020) where base.map { scope[SymbolKey(canonical: $0)]?.value?.rank == 2 } ?? true: return .pseudoInverse
            case .sign(Sign.asterisk), .sign(0x22C6), .sign(0x2605), .sign(0x2020): return .label("*")
            case .sign(Sign.plus):
                return base.map { $0.first?.isUppercase ?? false } ?? true ? .pseudoInverse : .label("+")
            case .sign(Sign.minus): return .label("-")
            case .text(let words): return .label(words.split(separator: " ").joined(separator: "_"))
            case .word(let word): return .label(word)
            case .sign(0xB0), .sign(Sign.ring): return .label("∘")
            default: break
            }
        }
        // `H^{\otimes n}`, `A^{\circ 2}`, `\gamma^{*, (2)}`: an operator without left operand is no product.
        if tokens.count > 1, case .sign(let sign) = first.kind {
            switch sign {
            case Sign.otimes, Sign.odot, Sign.ring, 0x2295, Sign.times: return .repeated(sign)
            case Sign.asterisk, Sign.prime, 0x2020: if let label { return .label(label) }
            default: break
            }
        }
        if tokens.count == 2, first.isSign(Sign.minus) {
            if case .number("1") = tokens[1].kind { return .inverse }
            switch tokens[1].kind {
            case .sign(Sign.top), .letter(0x54), .word("T"): return .inverseTranspose
            default: break
            }
        }
        // `(i)`, `[l]`, `<t>` and such a bracket with a transpose after it.
        if let (inner, rest) = bracketedScript(tokens) {
            let isIndex = inner.count == 1 && inner[0].letter.flatMap { SymbolSpelling.letterName($0) }.map { isIndexLetter($0) } ?? false
            if rest.isEmpty {
                if isIndex || forcesIndices && base != nil { return .index(inner) }
                if let label { return .label(label) }
            } else if rest.count == 1, let label = SymbolSpelling.text(Array(tokens.dropLast()), reader) {
                switch rest[0].kind {
                case .sign(Sign.top), .letter(0x54), .word("T"): return .labelThenTranspose(label)
                default: break
                }
            }
        }
        // `z^{[1](i)}`: of a layer and of a sample.
        if base != nil, let groups = bracketGroups(tokens), groups.count > 1, let last = groups.last, let label {
            let isIndex = last.count == 1 && last[0].letter.flatMap { SymbolSpelling.letterName($0) }.map { isIndexLetter($0) } ?? false
            return isIndex ? .index(last) : .label(label)
        }
        if let base, let label, isLayer(tokens, of: base) { return .label(label) }
        if base != nil, tokens.count >= 2, let label, Self.labelWords.contains(label) || isWord(tokens) { return .label(label) }
        return .power(tokens)
    }

    /// What stands in brackets side by side; `nil` where anything stands outside of them.
    private func bracketGroups(_ tokens: [Token]) -> [[Token]]? {
        var groups: [[Token]] = []
        var open: Int?
        for (k, token) in tokens.enumerated() {
            switch token.kind {
            case .fenced(_, let body, _) where open == nil: groups.append(reader.tokens(of: body).filter { !$0.isSpace })
            case .open where open == nil: open = k
            case .close:
                guard let start = open else { return nil }
                groups.append(Array(tokens[(start + 1)..<k]))
                open = nil
            default: if open == nil { return nil }
            }
        }
        return open == nil ? groups : nil
    }

    /// `l`, `l-1`, `L`: the number of a layer, where several names of the formula have it, or this one had it before.
    private func isLayer(_ tokens: [Token], of base: String) -> Bool {
        guard !isStrict, hints.hasLayers || scope[SymbolKey(canonical: base + "^l")] != nil, let letter = tokens.first?.letter, letter == 0x6C || letter == 0x4C, !tokens[0].hasScripts, binder(letter == 0x6C ? "l" : "L") == nil else { return false }
        if tokens.count == 1 { return true }
        guard tokens.count == 3, tokens[1].isSign(Sign.minus) || tokens[1].isSign(Sign.plus), case .number("1") = tokens[2].kind else { return false }
        return true
    }

    /// Four letters or more side by side that spell no product of known names: `V^{corrected}`.
    private func isWord(_ tokens: [Token]) -> Bool {
        guard !isStrict, tokens.count >= 4, tokens.allSatisfy({ !$0.hasScripts && $0.letter ?? 0 >= 0x61 && $0.letter ?? 0x80 < 0x7B }),
            zip(tokens, tokens.dropFirst()).allSatisfy({ $0.range.end == $1.range.start })
        else { return false }
        return !tokens.allSatisfy { token in token.letter.flatMap { SymbolSpelling.letterName($0) }.map { isKnown($0) } ?? false }
    }

    /// The index in `y^{(n)}` under a sum over n: what was said of `y^{(n)}` holds of every element. Data, and arrays of more than
    /// one axis, keep their names.
    func boundSample(_ tokens: [Token], of base: String) -> [Token]? {
        guard !isStrict, let (inner, rest) = bracketedScript(tokens), rest.isEmpty, inner.count == 1, let letter = inner[0].letter, !inner[0].hasScripts,
            let name = SymbolSpelling.letterName(letter), binder(name) != nil, let label = SymbolSpelling.text(tokens, reader),
            let declaration = scope[SymbolKey(canonical: base + "^" + label)], declaration.value == nil, declaration.shape?.rank ?? 0 < 2,
            declaration.definition?.indices.isEmpty ?? true
        else { return nil }
        return inner
    }

    private static let labelWords: Set<String> = [
        "new", "old", "train", "test", "val", "in", "out", "opt", "pred", "true", "norm", "max", "min", "ref", "target",
        "init", "prev", "next", "left", "right", "src", "tgt", "gt", "GT", "pos", "neg", "obs", "adv", "fake", "real",
    ]

    private func bracketedScript(_ tokens: [Token]) -> (inner: [Token], rest: [Token])? {
        guard let first = tokens.first else { return nil }
        switch first.kind {
        case .fenced(_, let body, _): return (reader.tokens(of: body).filter { !$0.isSpace }, Array(tokens.dropFirst()))
        case .open, .relation(0x3C):
            guard let end = tokens.firstIndex(where: { token in
                switch token.kind {
                case .close, .relation(0x3E): true
                default: false
                }
            }) else { return nil }
            return (Array(tokens[1..<end]), Array(tokens[(end + 1)...]))
        default: return nil
        }
    }
}
