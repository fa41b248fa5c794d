import LaTeX
import Source
import Tensors

/// Forms that a statement is told by before any of its sides is read.
extension StatementReader {
    /// A sign that takes operands on both sides.
    func isOperator(_ token: Token) -> Bool {
        guard case .sign(let sign) = token.kind else { return false }
        switch sign {
        case Sign.plus, Sign.minus, Sign.plusMinus, Sign.times, Sign.dot, Sign.asterisk, Sign.slash, Sign.divide, Sign.odot, Sign.otimes,
            Sign.ring, 0x2295, 0x2296, 0x2229, 0x222A, 0x2216, 0x2227, 0x2228, 0x22C6, 0x2213:
            return true
        default: return false
        }
    }

    /// Signs without operands, a part of a term that the text goes on with, a relation whose left side is in the text:
    /// `\geq`, `\otimes S^1`, `P+`, `\geq 0`. They claim nothing.
    func isFragment(_ tokens: [Token], _ parts: KindReader.Parts) -> Bool {
        let hasOperand = tokens.contains { token in
            switch token.kind {
            case .relation, .sign, .punctuation, .bar, .open, .close, .space, .newline: token.isSign(Sign.infinity) || token.isSign(Sign.nabla)
            default: true
            }
        }
        if !hasOperand { return tokens.count <= 3 }
        guard let first = tokens.first, let last = tokens.last else { return true }
        if parts.signs.isEmpty {
            if first.isSign(0x2200) || first.isSign(0x2203) { return true }
            let isSigned = first.isSign(Sign.plus) || first.isSign(Sign.minus)
            return isOperator(first) && !isSigned || last.isSign(Sign.plus) || last.isSign(Sign.minus) || last.isSign(Sign.times)
        }
        guard parts.sides[0].isEmpty, parts.signs.count == 1 else { return false }
        var right = parts.sides[1][...]
        if let sign = right.first, sign.isSign(Sign.minus) || sign.isSign(Sign.plus) { right = right.dropFirst() }
        guard right.count == 1, let only = right.first else { return false }
        switch only.kind {
        case .number, .letter, .word, .text, .accent, .sign(Sign.infinity): return true
        default: return false
        }
    }

    /// `\pm` or `\mp`, in brackets too.
    func holdsTwoSigns(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        let range = first.range.union(last.range)
        return tree.nodes.contains { node in
            guard case .atom(let atom) = node.kind, atom.scalar == Sign.plusMinus || atom.scalar == 0x2213 else { return false }
            return range.contains(node.range)
        }
    }

    /// `\text{s.t.} x \ge 0`: what an optimum is subject to is no claim.
    func isConstraint(_ tokens: [Token]) -> Bool {
        if let first = tokens.first, StatementSplitter.opensConstraint(first) { return true }
        guard tokens.count > 4, tokens[0].letter == 0x73, tokens[1].isPunctuation(Sign.fullStop), tokens[2].letter == 0x74 else { return false }
        return tokens[3].isPunctuation(Sign.fullStop)
    }

    /// `(A \in R^{n}` before `, B)` in the text: a bracket at the edge of a formula that claims no equality, whose partner
    /// stands outside of it.
    func withoutForeignBracket(_ tokens: [Token]) -> [Token] {
        var open: [Int] = []
        var foreign: [Int] = []
        for (k, token) in tokens.enumerated() {
            switch token.kind {
            case .open: open.append(k)
            case .close: if open.popLast() == nil { foreign.append(k) }
            case .relation(Sign.equal), .relation(0x2254): return tokens
            default: break
            }
        }
        foreign += open
        guard foreign.count == 1, let place = foreign.first else { return tokens }
        let isOpen = if case .open = tokens[place].kind { true } else { false }
        let isEdge = isOpen ? tokens[..<place].allSatisfy(\.isSpace) : tokens[(place + 1)...].allSatisfy { $0.isSpace || $0.isPunctuation(Sign.comma, Sign.fullStop) }
        guard isEdge, !tokens[place].hasScripts else { return tokens }
        var rest = tokens
        rest.remove(at: place)
        return rest
    }

    /// `f(x, 0) = …`
    func isSpecialCase(_ sides: [[Token]], _ parser: ExpressionParser) -> Bool {
        guard sides.count > 1, let bracket = sides[0].firstIndex(where: { parser.opening(of: $0) == 0x28 }), bracket > 0 else { return false }
        let parts = parser.splitArguments(parser.contents(ExpressionParser.Cursor(Array(sides[0][bracket...]))))
        var hasNumber = false
        var hasName = false
        for part in parts where part.count == 1 {
            if case .number = part[0].kind { hasNumber = true } else if part[0].letter != nil { hasName = true }
        }
        return hasNumber && hasName
    }

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

    /// Sides that dots leave open list elements, all others name: nothing is claimed. A sum with dots claims something.
    func listsElements(_ statement: Statement, _ parts: KindReader.Parts) -> Bool {
        var isOpen = false
        for (side, tokens) in zip(statement.sides, parts.sides) {
            guard side.reason?.code == .ellipsis else {
                if !isNamed(tokens) { return false }
                continue
            }
            isOpen = true
            if !isList(tokens, depth: 0) { return false }
        }
        return isOpen
    }

    /// Dots between commas, or in a table.
    private func isList(_ tokens: [Token], depth: Int) -> Bool {
        guard depth < 8 else { return false }
        let visible = tokens.filter { !$0.isSpace }
        for (k, token) in visible.enumerated() {
            switch token.kind {
            case .table: return true
            case .ellipsis:
                let isBeside = { (other: Int) in visible.indices.contains(other) && visible[other].isPunctuation(Sign.comma, Sign.wideComma, Sign.semicolon) }
                return isBeside(k - 1) || isBeside(k + 1)
            case .fenced(_, let body, _), .group(let body): if isList(reader.tokens(of: body), depth: depth + 1) { return true }
            default: break
            }
        }
        return false
    }

    /// Prose, not a name: `\text{batch size}`.
    func isWords(_ token: Token) -> Bool {
        guard case .text(let words) = token.kind, !token.hasScripts else { return false }
        return words.contains(" ") && words.contains { $0 != " " } || words.unicodeScalars.contains { Sign.isIdeograph($0.value) }
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
            // `(*)`, `(\odot)`, and a size that is left open: `(* \times N)`.
            if isOperator(tokens[k]), k > 0 {
                if case .open = tokens[k - 1].kind, closes(after: k) { return true }
                if tokens[k].isSign(Sign.asterisk), opens(before: k), k + 1 < tokens.count, closes(after: k) || tokens[k + 1].isSign(Sign.times) { return true }
            }
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
