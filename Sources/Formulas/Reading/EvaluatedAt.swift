import LaTeX
import Source
import Tensors

/// Values at a place, `f(x) \big|_{x = 3}`, and between two, `\frac{x^2}{2} \Big|_0^1`, `\left[ F(x) \right]_a^b`.
extension ExpressionParser {
    /// A bar without partner that says where what stands before it is taken; `nil` where none does.
    mutating func evaluatedAtBar(_ tokens: [Token]) throws(Unread) -> ID? {
        guard tokens.count > 1, let last = tokens.lastIndex(where: { $0.sub != nil && Self.isBar($0) }), last > 0, let sub = tokens[last].sub else { return nil }
        let before = Array(tokens[..<last])
        let bar = tokens[last]
        guard before.count(where: Self.isBar) % 2 == 0 || before.contains(where: { Self.isBar($0) && $0.sub != nil }) else { return nil }
        if last == tokens.count - 1 {
            guard bar.sup == nil else { return try between(before, bar, span(tokens)) }
            guard reader.tokens(of: sub).contains(where: \.isRelation), before.count(where: Self.isBar) % 2 == 0 else { return nil }
            return try evaluatedAt(before, bar, span(tokens))
        }
        // `u v |_a^b - \int_a^b v\,du`: a sum goes on behind it.
        guard bar.sup != nil, isSum(tokens[last + 1]) else { return nil }
        let first = try between(before, bar, span(before).union(bar.range))
        var rest = Cursor(Array(tokens[(last + 1)...]))
        let others = try sum(&rest)
        rest.skipSpaces()
        guard rest.isAtEnd else { throw Unread(.unreadNotation, "not read from here on", at: rest.range) }
        return draft.add(.binary(.add, first, others), span(tokens))
    }

    private static func isBar(_ token: Token) -> Bool {
        if case .bar(let sign) = token.kind { sign == Sign.bar || sign == Sign.mid } else { false }
    }

    private func isSum(_ token: Token) -> Bool { token.isSign(Sign.plus) || token.isSign(Sign.minus) }

    /// What the bar behind `tokens` takes the difference of: all of them where each term has the variable, else the last term.
    private mutating func between(_ tokens: [Token], _ bar: Token, _ range: ByteRange) throws(Unread) -> ID {
        guard let key = differenceVariable(tokens, bar) else { throw Unread(.unreadNotation, "a bar that says where something is taken", at: range) }
        var starts: [Int] = []
        for (k, isTop) in StatementSplitter.topLevel(tokens).enumerated() where isTop && isSum(tokens[k]) && k > 0 && !isSum(tokens[k - 1]) { starts.append(k) }
        let terms = zip([0] + starts, starts + [tokens.count]).map { Array(tokens[$0..<$1]) }
        guard terms.count > 1, let last = terms.last, !terms.allSatisfy({ names($0).contains(key) }) else { return try difference(tokens, key, bar, range) }
        guard !terms.dropLast().contains(where: { names($0).contains(key) }) else {
            throw Unread(.ambiguous, "how far back the bar reaches", at: bar.range)
        }
        let rest = try parse(Array(tokens[..<(tokens.count - last.count)]))
        let isMinus = last[0].isSign(Sign.minus)
        let part = try difference(isSum(last[0]) ? Array(last.dropFirst()) : last, key, bar, range)
        return draft.add(.binary(isMinus ? .subtract : .add, rest, part), range)
    }

    /// `[ F(x) ]_a^b` beside an integral; `nil` where the bracket means something else.
    mutating func bracketedDifference(_ inner: [Token], _ end: Token, _ range: ByteRange) throws(Unread) -> ID? {
        guard !isStrict, end.sub != nil, end.sup != nil, reader.tree.nodes.contains(where: { if case .atom(let atom) = $0.kind { atom.scalar == Sign.integral } else { false } }),
            splitArguments(inner).count == 1, let key = differenceVariable(inner, end), names(inner).contains(key)
        else { return nil }
        return try difference(inner, key, end, range)
    }

    /// The value at the upper place less that at the lower one.
    private mutating func difference(_ tokens: [Token], _ key: SymbolKey, _ bar: Token, _ range: ByteRange) throws(Unread) -> ID {
        guard let sub = bar.sub, let sup = bar.sup else { throw Unread(.unreadNotation, "a bar that says where something is taken", at: range) }
        let lower = reader.tokens(of: sub).filter { !$0.isSpace }
        let low = try parse(withoutName(lower))
        let high = try parse(withoutName(reader.tokens(of: sup).filter { !$0.isSpace }))
        let above = try value(of: tokens, key, at: high, range)
        let below = try value(of: tokens, key, at: low, range)
        return draft.add(.binary(.subtract, above, below), range)
    }

    /// `x = a` below a bar names the variable beside the place.
    private func withoutName(_ tokens: [Token]) -> [Token] {
        guard tokens.count > 2, case .relation(Sign.equal) = tokens[1].kind else { return tokens }
        return Array(tokens.dropFirst(2))
    }

    /// The value at a place, or the limit there where the place is infinite.
    private mutating func value(of tokens: [Token], _ key: SymbolKey, at place: ID, _ range: ByteRange) throws(Unread) -> ID {
        guard isInfinite(place) else { return try body(tokens, at: [(key, place, range)]) }
        let (body, local) = try withLocal(key, range) { parser throws(Unread) in try parser.parse(tokens) }
        return draft.add(.limit(body: body, local: local, at: place, side: 0), range)
    }

    private func isInfinite(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .number(let value, _): value.isInfinite
        case .unary(.negate, let inner): if case .number(let value, _) = draft[inner].kind { value.isInfinite } else { false }
        default: false
        }
    }

    /// The variable that the bar gives places of: the one it names, that of the formula's integrals, or the only letter.
    private func differenceVariable(_ tokens: [Token], _ bar: Token) -> SymbolKey? {
        if let sub = bar.sub {
            let lower = reader.tokens(of: sub).filter { !$0.isSpace }
            if lower.count > 2, case .relation(Sign.equal) = lower[1].kind { return SymbolSpelling.fullName(lower[0], reader).map { SymbolKey(canonical: $0) } }
        }
        // A place does not depend on the variable.
        let places = [bar.sub, bar.sup].compactMap { $0 }.reduce(into: Set<SymbolKey>()) { $0.formUnion(names(reader.tokens(of: $1))) }
        let own = names(tokens).subtracting(places)
        let differentials = integrationVariables().intersection(own)
        if differentials.count == 1 { return differentials.first }
        // `F(x)`: the function is no variable.
        let applied = tokens.indices.dropLast().filter { opening(of: tokens[$0 + 1]) == 0x28 }.compactMap { SymbolSpelling.fullName(tokens[$0], reader) }
        let variables = own.filter { !applied.contains($0.name) }
        return variables.count == 1 ? variables.first : nil
    }

    /// Letters behind a `d` anywhere in the formula.
    private func integrationVariables() -> Set<SymbolKey> {
        var found: Set<SymbolKey> = []
        for (id, node) in reader.tree.nodes.enumerated() {
            guard case .row = node.kind else { continue }
            let tokens = reader.tokens(of: MathTree.ID(truncatingIfNeeded: id)).filter { !$0.isSpace }
            for variable in tokens.indices.lazy.compactMap({ tokens.differentialVariable(at: $0) }) {
                if let name = SymbolSpelling.fullName(variable, reader) { found.insert(SymbolKey(canonical: name)) }
            }
        }
        return found
    }

    /// `\left. f(x) \right|_{x = 3}`: the value of the body where the name has that value.
    mutating func evaluatedAt(_ inner: [Token], _ token: Token, _ range: ByteRange) throws(Unread) -> ID {
        guard let sub = token.sub else { throw Unread(.unreadNotation, "a bar that says where something is taken", at: range) }
        if token.sup != nil { return try between(inner.filter { !$0.isSpace }, token, range) }
        var places: [(key: SymbolKey, value: ID, range: ByteRange)] = []
        for part in splitArguments(reader.tokens(of: sub).filter { !$0.isSpace }) {
            let sides = KindReader.parts(part)
            guard sides.signs.count == 1, case .relation(Sign.equal) = sides.signs[0].kind, sides.sides[0].count == 1,
                let name = SymbolSpelling.fullName(sides.sides[0][0], reader)
            else { throw Unread(.unreadNotation, "a bar that says where something is taken", at: range) }
            places.append((SymbolKey(canonical: name), try parse(sides.sides[1]), sides.sides[0][0].range))
        }
        return try body(inner, at: places)
    }

    /// A body with values in the place of names, which are variables of the body, whatever they are outside.
    private mutating func body(_ inner: [Token], at places: [(key: SymbolKey, value: ID, range: ByteRange)]) throws(Unread) -> ID {
        var hidden: [(SymbolKey, ID)] = []
        var before: [SymbolKey: Int32?] = [:]
        for place in places {
            let key = SymbolKey(canonical: "\u{2}" + place.key.name)
            draft.symbols.append(SymbolEntry(key: key, range: place.range, isBold: false, isUpper: false, declared: nil, learned: Learned("a variable")))
            before[place.key] = draft.symbolIndex[place.key]
            draft.symbolIndex[place.key] = Int32(truncatingIfNeeded: draft.symbols.count - 1)
            hidden.append((key, place.value))
            parameters.insert(place.key)
        }
        defer {
            for place in places {
                draft.symbolIndex[place.key] = before[place.key] ?? nil
                parameters.remove(place.key)
            }
        }
        var body = try parse(inner)
        for (key, value) in hidden { body = try substitute(body, symbol: key, by: value) }
        return body
    }
}
