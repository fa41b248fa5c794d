import LaTeX
import Source

/// Terms of which only the order is given: `O(x^3)`, `o(\|h\|)`.
extension ExpressionParser {
    /// The cursor stands at the bracket.
    mutating func remainder(_ c: inout Cursor, _ token: Token, isLittle: Bool) throws(Unread) -> ID {
        guard !isStrict, !token.hasScripts, outcomes.isEmpty, binders.isEmpty else { throw Unread(.unreadNotation, "an order of magnitude", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.range)
        guard !end.hasScripts else { throw Unread(.unreadNotation, "an order of magnitude", at: range) }
        remainders.append((try parse(inner), isLittle, range))
        return draft.number(0, range)
    }
}
