import LaTeX
import Source
import Tensors

/// Forms that a statement is told by before any of its sides is read.
extension StatementReader {
    func isHead(_ tokens: [Token]) -> Bool {
        guard tokens.count > 1 else { return false }
        switch tokens[1].kind {
        case .open(0x28), .fenced(0x28, _, _), .relation: return true
        default: return tokens[0].hasScripts
        }
    }

    /// `x_1, \ldots, x_n`; `+\frac{\lambda}{2}…` is a part of something, no statement.
    func isSchematic(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first else { return true }
        if first.isSign(Sign.plus) || first.isSign(Sign.dot) || first.isSign(Sign.times) { return true }
        return tokens.contains { if case .ellipsis = $0.kind { true } else { false } }
    }

    /// One symbol, also transposed.
    func isNamed(_ tokens: [Token]) -> Bool {
        guard tokens.count == 1 else { return false }
        switch tokens[0].kind {
        case .letter, .accent, .word: return true
        default: return false
        }
    }

    /// `n \times m`
    func isShape(_ tokens: [Token]) -> Bool {
        guard tokens.count >= 3, tokens.count % 2 == 1 else { return false }
        return tokens.enumerated().allSatisfy { k, token in
            if k % 2 == 1 { return token.isSign(Sign.times) }
            switch token.kind {
            case .letter, .number, .word: return token.sup == nil
            default: return false
            }
        }
    }

    /// `\langle \cdot, \cdot \rangle`, `\|\cdot\|`: a dot that multiplies nothing stands for an argument.
    func holdsPlaceholder(_ tokens: [Token], depth: Int = 0) -> Bool {
        func opens(before k: Int) -> Bool {
            guard k > 0 else { return depth > 0 }
            switch tokens[k - 1].kind {
            case .open, .punctuation: return true
            case .bar:
                // The bars of `\|\cdot\|` open where nothing stands before them; those of `|a| \cdot |b|` close.
                switch tokens[..<(k - 1)].last(where: { if case .bar = $0.kind { false } else { true } })?.kind {
                case nil, .open, .punctuation, .sign, .relation: return true
                default: return false
                }
            default: return false
            }
        }
        func closes(after k: Int) -> Bool {
            guard k + 1 < tokens.count else { return depth > 0 }
            switch tokens[k + 1].kind {
            case .close, .punctuation, .bar: return true
            default: return false
            }
        }
        return tokens.indices.contains { k in
            if tokens[k].isSign(Sign.dot) || tokens[k].isSign(Sign.middleDot) { return opens(before: k) && closes(after: k) }
            guard depth < 8, case .fenced(_, let body, _) = tokens[k].kind else { return false }
            return holdsPlaceholder(reader.tokens(of: body).filter { !$0.isSpace }, depth: depth + 1)
        }
    }

    /// `A \perp B \mid C` is said of random variables, as their distribution is.
    func isIndependence(_ sign: Token) -> Bool {
        switch sign.kind {
        case .relation(0x22A5), .relation(0x27C2), .relation(0x2AEB): true
        default: false
        }
    }

    /// `\{1, 2, 3\}`
    func isSet(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        if case .fenced(0x7B, _, 0x7D) = first.kind { return tokens.count == 1 }
        if case .open(0x7B) = first.kind, case .close(0x7D) = last.kind {
            return KindReader(reader: reader, scope: scope).closes(tokens, 0) == tokens.count - 1
        }
        return first.isSign(0x2205) && tokens.count == 1
    }

    func isIndexRange(_ parts: KindReader.Parts, _ tokens: [Token]) -> Bool {
        guard parts.sides.count == 2, parts.sides[0].count == 1, parts.sides[0][0].letter != nil, case .relation(Sign.equal) = parts.signs[0].kind
        else { return false }
        let right = parts.sides[1]
        guard case .number? = right.first?.kind else { return false }
        return right.contains { if case .ellipsis = $0.kind { true } else { false } } && right.contains { $0.isPunctuation(Sign.comma, Sign.wideComma) }
    }
}
