import LaTeX
import Source
import Tensors

/// Integrals without bounds stand for all functions with one derivative: `\int f\,dx = F + C` says that `F' = f`. The sides
/// of such a statement are held against one another by their derivatives.
extension ExpressionParser {
    /// By what the sides of a statement with indefinite integrals are differentiated; `nil` where none stands in it, or more
    /// than one variable is integrated over.
    func antiderivativeVariable(_ sides: [[Token]], _ relations: [Relation]) -> Token? {
        guard !isStrict, sides.count > 1, relations.allSatisfy({ $0.kind == .equal }), sides.contains(where: holdsIndefiniteIntegral) else { return nil }
        var found: [String: Token] = [:]
        var rows = sides
        var seen = 0
        while let row = rows.popLast(), seen < Self.mostRows {
            seen += 1
            let visible = row.filter { !$0.isSpace }
            if density(in: visible) != nil { return nil }
            for (k, token) in visible.enumerated() {
                if token.letter == 0x64, !token.hasScripts, k + 1 < visible.count, visible[k + 1].letter != nil, !visible[k + 1].hasScripts,
                    let name = SymbolSpelling.fullName(visible[k + 1], reader)
                {
                    found[name] = visible[k + 1]
                }
                rows += inner(of: token)
            }
        }
        return found.count == 1 ? found.first?.value : nil
    }

    private static let mostRows = 200

    /// The rows inside a token that may hold an integral or its differential.
    private func inner(of token: Token) -> [[Token]] {
        switch token.kind {
        case .fraction(let top, let bottom, _): [reader.tokens(of: top), reader.tokens(of: bottom)]
        case .fenced(_, let body, _), .group(let body): [reader.tokens(of: body)]
        default: []
        }
    }

    private func isIndefinite(_ token: Token) -> Bool {
        if case .large(Sign.integral) = token.kind { !token.hasScripts } else { false }
    }

    private func holdsIndefiniteIntegral(_ tokens: [Token]) -> Bool {
        tokens.contains { token in
            if isIndefinite(token) { return true }
            if case .fenced(_, let body, _) = token.kind { return holdsIndefiniteIntegral(reader.tokens(of: body)) }
            return false
        }
    }

    /// The derivative of a side whose terms are integrals, with numbers before them, and functions of the variable.
    mutating func derivativeOfSide(_ tokens: [Token], by variable: Token) throws(Unread) -> ID {
        depth += 1
        defer { depth -= 1 }
        let range = span(tokens)
        guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: range) }
        let visible = tokens.filter { !$0.isSpace }
        var result: ID?
        for term in integralTerms(visible) {
            guard !term.tokens.isEmpty else { throw Unread(.unreadNotation, "a missing operand", at: range) }
            let part = try derivativeOfTerm(term.tokens, by: variable)
            let place = draft[part].range
            if let sum = result {
                result = draft.add(.binary(term.isMinus ? .subtract : .add, sum, part), join(sum, part))
            } else {
                result = term.isMinus ? draft.add(.unary(.negate, part), place) : part
            }
        }
        // `\int \frac{dy}{y} = k x + C` relates two variables.
        guard let result, let name = SymbolSpelling.fullName(variable, reader), visible.contains(where: isIndefinite) || mentionsVariable(result, name) else {
            throw Unread(.unreadNotation, "an integral without bounds", at: range)
        }
        return result
    }

    /// The terms of a row: signs under an integral belong to it, up to its differential.
    private func integralTerms(_ tokens: [Token]) -> [(tokens: [Token], isMinus: Bool)] {
        var terms: [(tokens: [Token], isMinus: Bool)] = []
        var current: [Token] = []
        var isMinus = false
        var depth = 0
        var open = 0
        var isInBars = false
        for (k, token) in tokens.enumerated() {
            switch token.kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .bar: isInBars.toggle()
            default: break
            }
            if depth == 0, !isInBars {
                if isIndefinite(token), closesLater(tokens, k) { open += 1 }
                if open > 0, isDifferential(tokens, k) { open -= 1 }
                if open == 0, token.isSign(Sign.plus) || token.isSign(Sign.minus), !current.isEmpty || k == 0 {
                    if !current.isEmpty { terms.append((current, isMinus)) }
                    current = []
                    isMinus = token.isSign(Sign.minus)
                    continue
                }
            }
            current.append(token)
        }
        terms.append((current, isMinus))
        return terms
    }

    /// `d x`, `d(…)`, `d \sin x` at this place of a row.
    private func isDifferential(_ tokens: [Token], _ k: Int) -> Bool {
        guard tokens.beginsDifferential(at: k) else { return false }
        switch tokens[k + 1].kind {
        case .letter, .word, .open, .fenced: return true
        default: return false
        }
    }

    /// Whether a differential of its own follows the integral in its row, rather than in a numerator.
    private func closesLater(_ tokens: [Token], _ start: Int) -> Bool {
        var depth = 0
        for k in (start + 1)..<tokens.count {
            switch tokens[k].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .fraction(let top, _, true): if depth == 0, endsInDifferential(reader.tokens(of: top)) { return false }
            default: break
            }
            if depth < 0 { return false }
            if depth == 0, isDifferential(tokens, k) { return true }
        }
        return false
    }

    private func endsInDifferential(_ tokens: [Token]) -> Bool {
        let visible = tokens.filter { !$0.isSpace }
        return visible.indices.contains { isDifferential(visible, $0) }
    }

    private mutating func derivativeOfTerm(_ tokens: [Token], by variable: Token) throws(Unread) -> ID {
        let range = span(tokens)
        guard let start = tokens.firstIndex(where: { isIndefinite($0) || holdsIndefiniteIntegral([$0]) }) else {
            let value = try parse(tokens)
            return isConstant(value, variable) ? draft.number(0, range) : try differentiate(value, [variable], range)
        }
        var factors: [ID] = []
        var before = Array(tokens[..<start])
        while let last = before.last, multiplication(last) != nil { before.removeLast() }
        var depth = 0
        for token in before {
            if case .open = token.kind { depth += 1 }
            if case .close = token.kind { depth -= 1 }
        }
        let unread = Unread(.unreadNotation, "an integral without bounds", at: tokens[start].range)
        guard depth == 0 || depth == 1 else { throw unread }
        if depth == 1 {
            // A factor before a bracket that holds the integral.
            guard let open = before.lastIndex(where: { if case .open = $0.kind { true } else { false } }), case .close? = tokens.last?.kind,
                tokens.last?.hasScripts == false
            else { throw unread }
            var outside = Array(before[..<open])
            while let last = outside.last, multiplication(last) != nil { outside.removeLast() }
            if !outside.isEmpty { factors.append(try constant(outside, variable)) }
            factors.append(try derivativeOfSide(Array(tokens[(open + 1)..<(tokens.count - 1)]), by: variable))
        } else {
            if !before.isEmpty { factors.append(try constant(before, variable)) }
            if case .fenced(_, let body, _) = tokens[start].kind {
                guard start == tokens.count - 1, !tokens[start].hasScripts else { throw unread }
                factors.append(try derivativeOfSide(reader.tokens(of: body), by: variable))
            } else {
                factors += try integrand(Array(tokens[(start + 1)...]), by: variable, unread)
            }
        }
        guard var result = factors.first else { throw unread }
        for factor in factors.dropFirst() { result = draft.add(.product(result, factor, .juxtaposed), range) }
        return result
    }

    private func mentionsVariable(_ value: ID, _ name: String) -> Bool {
        draft.reachable(from: value).contains { id in
            switch draft[id].kind {
            case .symbol(let s): draft.symbols[Int(s)].key.name == name
            case .local(let l): draft.locals[Int(l)].key.name == name
            default: false
            }
        }
    }

    /// The constant of integration, and what else neither holds the variable nor is defined somewhere.
    private func isConstant(_ value: ID, _ variable: Token) -> Bool {
        let name = SymbolSpelling.fullName(variable, reader)
        return draft.reachable(from: value).allSatisfy { id in
            guard case .symbol(let s) = draft[id].kind else { return true }
            let key = draft.symbols[Int(s)].key
            return key.name != name && scope[key]?.definition == nil
        }
    }

    /// What stands before an integral is taken out of it: it may not depend on the variable.
    private mutating func constant(_ tokens: [Token], _ variable: Token) throws(Unread) -> ID {
        let value = try parse(tokens)
        guard let name = SymbolSpelling.fullName(variable, reader), !mentions([SymbolKey(canonical: name)], below: value) else {
            throw Unread(.unreadNotation, "a factor of the integral that depends on its variable", at: draft[value].range)
        }
        return value
    }

    /// The factors of what is integrated: `f`, and the derivative of what stands behind `d`.
    private mutating func integrand(_ tokens: [Token], by variable: Token, _ unread: Unread) throws(Unread) -> [ID] {
        var depth = 0
        for k in tokens.indices {
            switch tokens[k].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .large(Sign.integral): throw unread
            case .fraction(let top, let bottom, true) where depth == 0:
                let above = reader.tokens(of: top).filter { !$0.isSpace }
                guard let end = above.indices.last(where: { isDifferential(above, $0) }) else { continue }
                guard k == tokens.count - 1, !tokens[k].hasScripts else { throw unread }
                var factors = try integrand(above, from: end, by: variable, unread)
                if k > 0 { factors.append(try parse(Array(tokens[..<k]))) }
                let below = try parse(row: bottom)
                let one = draft.number(1, tokens[k].range)
                factors.append(draft.add(.binary(.divide, one, below), tokens[k].range))
                return factors
            default: break
            }
            if depth == 0, isDifferential(tokens, k) { return try integrand(tokens, from: k, by: variable, unread) }
        }
        throw unread
    }

    private mutating func integrand(_ tokens: [Token], from end: Int, by variable: Token, _ unread: Unread) throws(Unread) -> [ID] {
        var factors: [ID] = []
        if end > 0 { factors.append(try parse(Array(tokens[..<end]))) }
        let rest = Array(tokens[(end + 1)...])
        let name = SymbolSpelling.fullName(variable, reader)
        if rest.count == 1, rest[0].letter != nil, SymbolSpelling.fullName(rest[0], reader) == name {
            if factors.isEmpty { factors.append(draft.number(1, tokens[end].range)) }
            return factors
        }
        guard let first = rest.first, first.letter == nil || first.hasScripts else { throw unread }
        let inside = try parse(rest)
        guard let name, mentions([SymbolKey(canonical: name)], below: inside) else { throw unread }
        factors.append(try differentiate(inside, [variable], span(rest)))
        return factors
    }
}
