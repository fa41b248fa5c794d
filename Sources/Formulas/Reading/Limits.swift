import LaTeX
import Source
import Tensors

/// Limits and integrals: expressions with a variable of their own.
extension ExpressionParser {
    /// Reads `read` with `key` as a local variable.
    mutating func withLocal(
        _ key: SymbolKey, _ range: ByteRange, _ read: (inout ExpressionParser) throws(Unread) -> ID
    ) throws(Unread) -> (body: ID, local: Int32) {
        let hidden = SymbolKey(canonical: "\u{2}" + key.name)
        draft.symbols.append(SymbolEntry(key: hidden, range: range, isBold: false, isUpper: false, declared: nil, learned: Learned("a variable")))
        let index = Int32(truncatingIfNeeded: draft.symbols.count - 1)
        draft.symbols[Int(index)].type = .scalar
        let before = draft.symbolIndex[key]
        draft.symbolIndex[key] = index
        let wasParameter = parameters.contains(key)
        parameters.insert(key)
        defer {
            draft.symbolIndex[key] = before
            if !wasParameter { parameters.remove(key) }
        }
        let inner = try read(&self)
        let zero = draft.number(0, range)
        draft.locals.append(LocalEntry(key: key))
        draft.localPoints.append(zero)
        let local = Int32(truncatingIfNeeded: draft.locals.count - 1)
        let place = draft.add(.local(local), range)
        return (try substitute(inner, symbol: hidden, by: place), local)
    }

    /// `\lim_{h \to 0} …`, `\lim_{x \to 0^+}`, `\lim_{n \to \infty}`.
    mutating func limit(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        guard let sub = token.sub else { throw Unread(.unreadNotation, "a limit without variable", at: token.range) }
        let parts = KindReader.parts(reader.tokens(of: sub).filter { !$0.isSpace })
        guard parts.sides.count == 2, case .relation(let arrow) = parts.signs[0].kind, arrow == Sign.rightArrow || arrow == 0x27F6,
            parts.sides[0].count == 1, let name = SymbolSpelling.fullName(parts.sides[0][0], reader)
        else { throw Unread(.unreadNotation, "a limit", at: token.range) }
        var target = parts.sides[1]
        var side: Int8 = 0
        if let last = target.last, let sup = last.sup {
            switch SymbolSpelling.scriptText(sup, reader) {
            case "+": side = 1
            case "-": side = -1
            default: break
            }
            if side != 0 { target[target.count - 1].sup = nil }
        }
        let at = try parse(target)
        let start = c.range
        let (body, local) = try withLocal(SymbolKey(canonical: name), start) { parser throws(Unread) in try parser.signedTerm(&c) }
        return draft.add(.limit(body: body, local: local, at: at, side: side), token.range.union(draft[body].range))
    }

    /// `\int_a^b f(x)\,dx` over one variable with both bounds.
    mutating func integral(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        if token.sup == nil, let value = try wholeIntegral(&c, token, count: 1) { return value }
        guard let sub = token.sub, let sup = token.sup else { throw Unread(.unreadNotation, "an integral without bounds", at: token.range) }
        c.place += 1
        // The differential closes it: `d x` at the top level.
        var end: Int?
        var depth = 0
        var inner = 0
        for k in c.place..<c.tokens.count {
            switch c.tokens[k].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .large(Sign.integral): inner += 1
            case .letter(0x64) where depth == 0 && c.tokens.differentialVariable(at: k) != nil:
                // The differential of an integral inside comes first.
                if inner > 0 { inner -= 1 } else { end = k }
            default: break
            }
            if end != nil || depth < 0 { break }
        }
        if end == nil, let value = try integralOfFraction(&c, token, low: sub, high: sup) { return value }
        guard let end, let name = SymbolSpelling.fullName(c.tokens[end + 1], reader) else {
            throw Unread(.unreadNotation, "an integral without differential", at: token.range)
        }
        let low = try parse(row: sub)
        let high = try parse(row: sup)
        var inside = Array(c.tokens[c.place..<end])
        if inside.allSatisfy(\.isSpace) { inside = [Token(.number("1"), range: token.core)] }
        let (body, local) = try withLocal(SymbolKey(canonical: name), token.core) { parser throws(Unread) in try parser.parse(inside) }
        c.place = end + 2
        return draft.add(.integral(body: body, local: local, from: low, to: high), token.range.union(c.tokens[end + 1].range))
    }

    /// `\int_0^1 \frac{dx}{1 + x^2}`: the differential ends a numerator.
    private mutating func integralOfFraction(
        _ c: inout Cursor, _ token: Token, low: MathTree.ID, high: MathTree.ID
    ) throws(Unread) -> ID? {
        for k in c.place..<c.tokens.count {
            guard case .fraction(let top, let bottom, true) = c.tokens[k].kind, !c.tokens[k].hasScripts else { continue }
            let numerator = reader.tokens(of: top).filter { !$0.isSpace }
            guard let last = numerator.differentialVariable(at: numerator.count - 2), !last.hasScripts, let name = SymbolSpelling.fullName(last, reader)
            else { continue }
            let from = try parse(row: low)
            let to = try parse(row: high)
            let before = Array(c.tokens[c.place..<k])
            let above = Array(numerator.dropLast(2))
            let range = c.tokens[k].range
            let (body, local) = try withLocal(SymbolKey(canonical: name), token.core) { parser throws(Unread) in
                let over = above.isEmpty ? parser.draft.number(1, range) : try parser.parse(above)
                let quotient = parser.draft.add(.binary(.divide, over, try parser.parse(row: bottom)), range)
                guard before.contains(where: { !$0.isSpace }) else { return quotient }
                return parser.draft.add(.product(try parser.parse(before), quotient, .juxtaposed), range)
            }
            c.place = k + 1
            return draft.add(.integral(body: body, local: local, from: from, to: to), token.range.union(range))
        }
        return nil
    }
}
