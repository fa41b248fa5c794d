import LaTeX
import Source
import Tensors

/// Subscripts as index or label.
extension ExpressionParser {
    enum Subscript {
        case none
        case label(String)
        case indices([[Token]])
        /// `n_{B,i}`
        case labelAndIndices(String, [[Token]])
    }

    // MARK: Indices

    func binder(_ name: String) -> Int32? {
        binders.last { $0.name.name == name }?.slot
    }

    func isIndexLetter(_ name: String) -> Bool {
        let key = SymbolKey(canonical: name)
        if binder(name) != nil || freeSlots[key] != nil { return true }
        if let declaration = scope[key] {
            switch declaration.role {
            case .index: return true
            case .variable: return declaration.value != nil
            default: return false
            }
        }
        if hints.sequences.contains(name) || hints.timed.contains(name) { return false }
        return hints.bound.contains(name) || FormulaHints.conventional.contains(name)
    }

    mutating func freeSlot(_ key: SymbolKey, _ range: ByteRange) throws(Unread) -> Int32 {
        if let known = freeSlots[key] { return known }
        let slot = try newSlot(key, range, .inferred, isFree: true)
        freeSlots[key] = slot
        return slot
    }

    mutating func newSlot(_ key: SymbolKey, _ range: ByteRange, _ bounds: SlotEntry.Range, isFree: Bool) throws(Unread) -> Int32 {
        guard draft.slots.count < 60 else { throw Unread(.limit, "more than 60 indices", at: range) }
        draft.slots.append(SlotEntry(key: key, range: range, bounds: bounds, isFree: isFree))
        return Int32(truncatingIfNeeded: draft.slots.count - 1)
    }

    /// One index expression: `i`, `i + 1`, `y_i`, `2`.
    mutating func index(_ tokens: [Token]) throws(Unread) -> ID {
        let visible = tokens.filter { !$0.isSpace }
        if visible.count == 1, !visible[0].hasScripts {
            switch visible[0].kind {
            case .relation(0x3A), .sign(0x3A), .punctuation(0x3A), .sign(Sign.dot), .sign(Sign.asterisk), .sign(0x2022):
                return ExpressionTree.wholeAxis
            default: break
            }
        }
        let before = indexContext
        indexContext = true
        defer { indexContext = before }
        return try parse(tokens)
    }

    // MARK: Subscripts

    func classifySubscript(_ id: MathTree.ID, base: String) -> Subscript {
        let tokens = reader.tokens(of: id).filter { !$0.isSpace }
        if forcesIndices, let parts = forcedIndices(tokens) { return .indices(parts) }
        guard let label = SymbolSpelling.text(tokens, reader) else {
            // Anything that is no plain text can only be an index.
            return tokens.isEmpty ? .none : .indices([tokens])
        }
        if choices.contains(.subscriptAsLabel) { return .label(label) }
        // `d_k`, the size of keys, where nothing else has this index.
        if base == "d", ["k", "v", "q", "h"].contains(label), !isStrict, binder(label) == nil, !occurs(label, besides: "d") { return .label(label) }
        if scope[SymbolKey(canonical: base + "_" + label)] != nil || parameters.contains(SymbolKey(canonical: base + "_" + label)) {
            let isArray = scope[SymbolKey(canonical: base + "_" + label)]?.value.map { $0.rank > 0 } ?? false
            if !isArray || !isIndexList(tokens) { return .label(label) }
        }
        var parts: [[Token]] = [[]]
        for token in tokens {
            if token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        var indices: [[Token]] = []
        var labels: [String] = []
        for part in parts {
            if let found = indexParts(part, base: base, alone: parts.count == 1) {
                indices += found
            } else if let text = SymbolSpelling.text(part, reader) {
                labels.append(text)
            }
        }
        if labels.isEmpty { return .indices(indices) }
        if indices.isEmpty || indices.allSatisfy({ $0.count == 1 && isNumber($0[0]) }) { return .label(label) }
        return .labelAndIndices(labels.joined(separator: ","), indices)
    }

    /// Whether the letter stands anywhere in the formula but as the subscript of `base`.
    private func occurs(_ label: String, besides base: String) -> Bool {
        guard let letter = label.unicodeScalars.first?.value else { return false }
        var count = 0
        var ofBase = 0
        for node in reader.tree.nodes {
            switch node.kind {
            case .atom(let atom) where atom.scalar == letter: count += 1
            case .scripts(let body, let sub?, _, _):
                guard SymbolSpelling.scriptText(sub, reader) == label, let token = reader.tokens(of: body).first,
                    SymbolSpelling.baseName(token, reader) == base
                else { continue }
                ofBase += 1
            default: break
            }
        }
        return count > ofBase
    }

    /// `n`, `1n`, `m,n`, `k-1`: one part an axis; `nil` for words.
    private func forcedIndices(_ tokens: [Token]) -> [[Token]]? {
        guard !tokens.isEmpty else { return nil }
        var parts: [[Token]] = [[]]
        var hasSign = false
        for token in tokens {
            switch token.kind {
            case .punctuation(Sign.comma): parts.append([])
            case .letter, .number: parts[parts.count - 1].append(token)
            case .sign(Sign.plus), .sign(Sign.minus):
                hasSign = true
                parts[parts.count - 1].append(token)
            default: return nil
            }
        }
        if parts.count > 1 || hasSign { return parts.contains { $0.isEmpty } ? nil : parts }
        if tokens.count == 1, case .number(let text) = tokens[0].kind, text.utf8.count == 2 {
            return text.map { digit in
                var token = tokens[0]
                token.kind = .number(String(digit))
                return [token]
            }
        }
        return tokens.map { [$0] }
    }

    private func isIndexList(_ tokens: [Token]) -> Bool {
        tokens.contains { $0.letter.flatMap { SymbolSpelling.letterName($0) }.map { isIndexLetter($0) } ?? false }
    }

    private func isNumber(_ token: Token) -> Bool { if case .number = token.kind { true } else { false } }

    /// The indices that a part of a subscript holds, or `nil` where it is a label.
    private func indexParts(_ part: [Token], base: String, alone: Bool) -> [[Token]]? {
        guard let first = part.first else { return [] }
        if part.count == 1 {
            switch first.kind {
            case .number("0") where !hints.zeroBased.contains(base) && !isStrict: return nil
            case .number(let text):
                guard isArray(base) else { return nil }
                if alone, text.count > 1, declaredRank(base) == text.count || (declaredRank(base) == nil && text.count == 2) {
                    // `a_{12}`: one digit an axis.
                    return text.unicodeScalars.map { digit in
                        var token = first
                        token.kind = .number(String(Character(digit)))
                        return [token]
                    }
                }
                return [[first]]
            case .letter, .accent, .word:
                if let letter = first.letter, let name = SymbolSpelling.letterName(letter), !first.hasScripts {
                    return isIndexLetter(name) ? [[first]] : nil
                }
                if first.hasScripts, let full = SymbolSpelling.fullName(first, reader), binder(full) != nil { return [[first]] }
                // `y_i` as an index: a label of the class.
                if first.sub != nil, let sub = first.sub, isIndexList(reader.tokens(of: sub)) { return [[first]] }
                return nil
            case .relation(0x3A), .sign(0x3A), .sign(Sign.asterisk), .sign(Sign.dot), .sign(0x2022):
                return isArray(base) || !alone ? [[first]] : nil
            default: return nil
            }
        }
        let hasSign = part.contains { $0.isSign(Sign.plus) || $0.isSign(Sign.minus) }
        if hasSign {
            guard isIndexList(part) || isArray(base) && part.allSatisfy({ if case .text = $0.kind { false } else { true } }) else { return nil }
            let letters = part.compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } }
            if letters.contains(where: { hints.sequences.contains($0) && binder($0) == nil && freeSlots[SymbolKey(canonical: $0)] == nil && scope[SymbolKey(canonical: $0)]?.value == nil }) { return nil }
            return [part]
        }
        // `ij`: one letter an axis; every one must be an index.
        var out: [[Token]] = []
        for token in part {
            switch token.kind {
            case .letter where token.hasScripts && SymbolSpelling.fullName(token, reader).map({ binder($0) != nil }) ?? false: out.append([token])
            case .letter(let s):
                guard let name = SymbolSpelling.letterName(s), isIndexLetter(name) || hints.bound.contains(name) else { return nil }
                out.append([token])
            case .number:
                out.append([token])
            default: return nil
            }
        }
        return out.contains { $0[0].letter != nil } ? out : nil
    }

    private func declaredRank(_ base: String) -> Int? { scope[SymbolKey(canonical: base)]?.shape?.rank }

    func isArray(_ base: String) -> Bool {
        if let rank = declaredRank(base) { return rank > 0 }
        return hints.indexed.contains(base)
    }
}
