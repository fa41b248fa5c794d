import LaTeX
import Source
import Tensors

/// Numbers and letters that stand for more than themselves: `\mathbf{1}`, `\mathbb{1}[x > 0]`, `0_{m \times n}`,
/// `\delta_{ij}`, `90^\circ`.
extension ExpressionParser {
    /// An array of ones or zeros, or an indicator; `nil` for a plain number. The cursor stands behind the number.
    mutating func distinguishedNumber(_ c: inout Cursor, _ token: Token, _ text: String) throws(Unread) -> ID? {
        guard text == "1" || text == "0" else { return nil }
        let isStyled = token.isBold || token.font == .blackboard
        if text == "1" {
            // `1(x = y)`, `\mathbf{1}_{\{x > 0\}}`.
            if let next = c.current, opening(of: next) != nil, holdsCondition(contents(c)) { return try indicator(&c, token, next) }
            if let sub = token.sub, holdsCondition(reader.tokens(of: sub).filter({ !$0.isSpace })) { return try indicator(&c, token, token) }
            if token.font == .blackboard, token.sub == nil, token.sup == nil, let next = c.current, opening(of: next) != nil {
                return try indicator(&c, token, next)
            }
        }
        guard isStyled || token.sub != nil else { return nil }
        let value = text == "1" ? 1.0 : 0.0
        var shape: ArrayShape?
        if let sub = token.sub {
            shape = MembershipReader(reader: reader).shape(sub)
            if shape == nil, !isStyled { return nil }
            if shape == nil { throw Unread(.unreadNotation, "a label on a value", at: token.range) }
        } else if value == 0 {
            // Zero is the same for every shape.
            return try applyScripts(draft.number(0, token.core), token)
        }
        var scripts = token
        scripts.sub = nil
        return try applyScripts(filled(value, shape ?? ArrayShape([.variable(0)]), token.core), scripts)
    }

    /// An array of equal numbers; a dimension that nothing names is found by what stands beside it.
    mutating func filled(_ value: Double, _ shape: ArrayShape, _ range: ByteRange) -> ID {
        let key = SymbolKey(canonical: "\u{2}\(Int(value))")
        var entry = SymbolEntry(key: key, range: range, isBold: true, isUpper: false, declared: shape, learned: Learned("an array of equal numbers"))
        entry.isConstant = value
        draft.symbols.append(entry)
        return draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
    }

    /// Whether a relation stands at the top level, in braces perhaps.
    func holdsCondition(_ tokens: [Token]) -> Bool {
        let inner = withoutBraces(tokens)
        let top = StatementSplitter.topLevel(inner)
        return zip(inner, top).contains { $0.isRelation && $1 }
    }

    /// `\{x > 0\}` as `x > 0`.
    func withoutBraces(_ tokens: [Token]) -> [Token] {
        guard let first = tokens.first, let last = tokens.last else { return tokens }
        if tokens.count == 1, case .fenced(0x7B, let body, 0x7D) = first.kind, !first.hasScripts { return reader.tokens(of: body).filter { !$0.isSpace } }
        if tokens.count == 1, case .fenced(0x5B, let body, 0x5D) = first.kind, !first.hasScripts { return reader.tokens(of: body).filter { !$0.isSpace } }
        guard let open = opening(of: first), open == 0x7B || open == 0x5B, case .close = last.kind, !last.hasScripts, closingPlace(Cursor(tokens)) == tokens.count - 1
        else { return tokens }
        return Array(tokens.dropFirst().dropLast())
    }

    /// `\mathbb{1}[x > 0]`, `\mathbb{1}_{x > 0}`, `\mathbb{I}(y = k)`.
    mutating func indicator(_ c: inout Cursor, _ token: Token, _ next: Token) throws(Unread) -> ID {
        if let sub = token.sub {
            var scripts = token
            scripts.sub = nil
            return try applyScripts(try condition(withoutBraces(reader.tokens(of: sub).filter { !$0.isSpace })), scripts)
        }
        guard opening(of: next) != nil else { throw Unread(.unreadNotation, "an indicator", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        return try applyScripts(try condition(withoutBraces(inner.filter { !$0.isSpace || isWide($0) })), end)
    }

    /// `\delta_{ij}` is 1 where the indices agree; `nil` where δ is something else.
    mutating func kroneckerDelta(_ token: Token) throws(Unread) -> ID? {
        guard let sub = token.sub, token.sup == nil, scope[SymbolKey(canonical: "delta")] == nil, token.letter == 0x3B4 else { return nil }
        var tokens = reader.tokens(of: sub).filter { !$0.isSpace }
        if tokens.count == 3, tokens[1].isPunctuation(Sign.comma) { tokens.remove(at: 1) }
        guard tokens.count == 2, !hints.defined.contains("delta") else { return nil }
        var places: [ID] = []
        for part in tokens {
            guard let letter = part.letter, let name = SymbolSpelling.letterName(letter), !part.hasScripts, isIndexLetter(name) else { return nil }
            places.append(try index([part]))
        }
        return draft.add(.binary(.elementwise(.equal), places[0], places[1]), token.range)
    }
}
