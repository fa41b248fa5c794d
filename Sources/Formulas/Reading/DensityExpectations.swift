import LaTeX
import Source
import Tensors

/// Expectations whose density is named: `E_{q(z)}[f]`, `E_{z \mid x}[f]`, `E_{x \sim p_g(x)}[f]`, and `E_{x \sim p}[f]` where `p(x)`
/// stands in the bracket. They are sums over the values of the variable, as an integral over the density is.
extension ExpressionParser {
    /// The cursor stands behind the name; `nil` where the subscript names no density.
    mutating func expectationUnderDensity(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        guard !isStrict, !followsLaws, token.sup == nil, let sub = token.sub else { return nil }
        var ahead = c
        ahead.skipSpaces()
        guard let next = ahead.current, let open = opening(of: next), open == 0x5B || open == 0x28 || open == 0x7B else { return nil }
        let inside = contents(ahead)
        let top = StatementSplitter.topLevel(inside)
        let bars = inside.indices.count { k in if case .bar(Sign.bar) = inside[k].kind { top[k] } else { false } }
        guard bars % 2 == 0, let (variable, weight) = density(reader.tokens(of: sub).filter { !$0.isSpace }, inside, token.range),
            let name = SymbolSpelling.fullName(variable, reader), scope[SymbolKey(canonical: name)]?.value == nil
        else { return nil }
        c = ahead
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let slot = try valueSlot(SymbolKey(canonical: name), variable.range)
        binders.append((SymbolKey(canonical: name), slot))
        defer { binders.removeLast() }
        let chance = try parse(weight)
        let value = try parse(inner)
        let sum = draft.add(.reduce(.sum, slot: slot, body: draft.add(.product(chance, value, .hadamard), range), condition: ExpressionTree.none), range)
        return end.hasScripts ? try applyScripts(sum, end) : sum
    }

    /// The variable, and the tokens of the chance of its values.
    private func density(_ sub: [Token], _ inside: [Token], _ range: ByteRange) -> (variable: Token, weight: [Token])? {
        guard let first = sub.first, sub.count > 1 else { return nil }
        func bracket(_ name: Token, _ inner: [Token]) -> [Token] { [name, Token(.open(0x28), range: range)] + inner + [Token(.close(0x29), range: range)] }
        if let variable = applied(sub) { return (variable, sub) }
        guard first.letter != nil else { return nil }
        if case .bar(Sign.bar) = sub[1].kind, !sub.contains(where: \.isRelation) { return (first, bracket(Token(.letter(0x70), range: range), sub)) }
        guard case .relation(Sign.similar) = sub[1].kind, let name = SymbolSpelling.fullName(first, reader) else { return nil }
        let right = Array(sub.dropFirst(2))
        if let variable = applied(right) { return SymbolSpelling.fullName(variable, reader) == name ? (first, right) : nil }
        guard right.count == 1, right[0].letter != nil, let law = SymbolSpelling.fullName(right[0], reader) else { return nil }
        let stands = applies(law, to: name, in: inside) || reader.tree.nodes.indices.contains { k in
            guard case .row(let list) = reader.tree.nodes[k].kind, list.count > 1, list.count < 200 else { return false }
            return applies(law, to: name, in: reader.tokens(of: MathTree.ID(k)).filter { !$0.isSpace })
        }
        return stands ? (first, bracket(right[0], [first])) : nil
    }

    /// `p(x)` stands among the tokens.
    private func applies(_ law: String, to name: String, in tokens: [Token]) -> Bool {
        tokens.indices.contains { k in
            guard SymbolSpelling.fullName(tokens[k], reader) == law, k + 1 < tokens.count, opening(of: tokens[k + 1]) == 0x28 else { return false }
            return contents(Cursor(Array(tokens[(k + 1)...]))).first.map { SymbolSpelling.fullName($0, reader) == name } ?? false
        }
    }

    /// The first argument of a name with one bracket and nothing else.
    private func applied(_ tokens: [Token]) -> Token? {
        guard tokens.count > 1, tokens[0].letter != nil, opening(of: tokens[1]) == 0x28 else { return nil }
        var cursor = Cursor(tokens)
        cursor.place = 1
        guard let variable = contents(cursor).first, variable.letter != nil else { return nil }
        if case .fenced = tokens[1].kind { return tokens.count == 2 ? variable : nil }
        return closingPlace(cursor) == tokens.count - 1 ? variable : nil
    }
}
