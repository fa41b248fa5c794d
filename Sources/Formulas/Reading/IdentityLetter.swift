import LaTeX
import Source

/// Where `I` is the identity by what stands beside it: `A - \lambda I`, `(I - A) x`, `I - u u^\top`.
struct IdentityLetter {
    let reader: TokenReader

    private static let letter: UInt32 = 0x49
    private static let mostTokens = 20_000

    /// Whether some `I` of the formula is added to a matrix.
    func isAddedToMatrix() -> Bool {
        var seen = 0
        for (id, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < Self.mostTokens else { return false }
            let tokens = reader.tokens(of: MathTree.ID(truncatingIfNeeded: id)).filter { !$0.isSpace }
            for place in tokens.indices where tokens[place].letter == Self.letter && !tokens[place].hasScripts {
                if isIdentity(at: place, tokens) { return true }
            }
        }
        return false
    }

    private func isIdentity(at place: Int, _ tokens: [Token]) -> Bool {
        // The bracket around it, or the whole row.
        guard let (first, last) = group(around: place, tokens), endsTerm(place + 1, last, tokens) else { return false }
        var start = place
        while start > first, !isSeparator(tokens[start - 1]) { start -= 1 }
        guard tokens[start..<place].allSatisfy(isNumberLike) else { return false }
        let before = start > first && isSign(tokens[start - 1]) ? terms(first, start - 1, tokens) : []
        let after = place < last && isSign(tokens[place + 1]) ? terms(place + 2, last + 1, tokens) : []
        let others = Array(before) + Array(after)
        guard !others.isEmpty else { return false }
        if others.contains(where: isMatrixMark) { return true }
        guard others.indices.contains(where: { isCapital(others, $0) }) else { return false }
        return start < place || isMultiplied(first, last, tokens)
    }

    /// The tokens from one place to before another, up to a relation or a comma.
    private func terms(_ from: Int, _ to: Int, _ tokens: [Token]) -> ArraySlice<Token> {
        guard from < to else { return [] }
        let slice = tokens[from..<to]
        return slice.contains(where: { $0.isRelation || $0.isPunctuation(Sign.comma) }) ? [] : slice
    }

    /// Places of the first and the last token in the same bracket and on the same side of a relation.
    private func group(around place: Int, _ tokens: [Token]) -> (Int, Int)? {
        var depth = 0
        var first = place
        while first > 0 {
            let token = tokens[first - 1]
            if case .close = token.kind { depth += 1 }
            if case .open = token.kind { depth -= 1 }
            if depth < 0 || depth == 0 && (token.isRelation || token.isPunctuation(Sign.comma)) { break }
            first -= 1
        }
        depth = 0
        var last = place
        while last + 1 < tokens.count {
            let token = tokens[last + 1]
            if case .open = token.kind { depth += 1 }
            if case .close = token.kind { depth -= 1 }
            if depth < 0 || depth == 0 && (token.isRelation || token.isPunctuation(Sign.comma)) { break }
            last += 1
        }
        return first <= last ? (first, last) : nil
    }

    private func endsTerm(_ place: Int, _ last: Int, _ tokens: [Token]) -> Bool { place > last || isSign(tokens[place]) }

    private func isSign(_ token: Token) -> Bool { token.isSign(Sign.plus) || token.isSign(Sign.minus) }

    private func isSeparator(_ token: Token) -> Bool {
        switch token.kind {
        case .open, .close: true
        default: isSign(token) || token.isRelation || token.isPunctuation(Sign.comma)
        }
    }

    private func isNumberLike(_ token: Token) -> Bool {
        switch token.kind {
        case .number, .fraction, .radical: true
        case .letter(let scalar): !(0x41...0x5A).contains(scalar)
        default: token.isAccented
        }
    }

    /// A transposition or an inverse.
    private func isMatrixMark(_ token: Token) -> Bool {
        guard let sup = token.sup else {
            if case .fenced(_, let body, _) = token.kind { return reader.tokens(of: body).contains(where: isMatrixMark) }
            return false
        }
        return ["T", "⊤", "⊺", "\\top", "top", "-1", "H"].contains(SymbolSpelling.scriptText(sup, reader) ?? "")
    }

    private func isCapital(_ tokens: [Token], _ place: Int) -> Bool {
        guard let scalar = tokens[place].letter else { return false }
        let isUpper = (0x41...0x5A).contains(scalar) || (0x391...0x3A9).contains(scalar)
        guard isUpper, scalar != Self.letter else { return false }
        guard place + 1 < tokens.count else { return true }
        switch tokens[place + 1].kind {
        case .open, .fenced: return false
        default: return true
        }
    }

    /// Something stands beside the bracket, or a power, or bars make a determinant of it.
    private func isMultiplied(_ first: Int, _ last: Int, _ tokens: [Token]) -> Bool {
        // A row of its own, inside of brackets that are one token: what holds it is not seen from here.
        if first == 0, last == tokens.count - 1 { return true }
        guard last + 1 < tokens.count, case .close = tokens[last + 1].kind else { return false }
        if tokens[last + 1].hasScripts { return true }
        if last + 2 < tokens.count, !isSeparator(tokens[last + 2]) || opens(tokens[last + 2]) { return true }
        guard first >= 2 else { return false }
        switch tokens[first - 2].kind {
        case .close, .word: return true
        default: return tokens[first - 2].letter != nil
        }
    }

    private func opens(_ token: Token) -> Bool { if case .open = token.kind { true } else { false } }
}
