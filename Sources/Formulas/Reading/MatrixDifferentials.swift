import LaTeX
import Source

/// `\mathrm{d}|X| = |X| \operatorname{tr}(X^{-1} \mathrm{d}X)`: differentials of matrices, the derivative in the direction of the
/// differentials of their names.
enum MatrixDifferentials {
    private static let letter: UInt32 = 0x64

    /// Names with a differential of their own, where the formula takes differentials of more than names.
    static func names(_ reader: TokenReader) -> Set<String> {
        var count = 0
        for node in reader.tree.nodes {
            guard case .atom(let atom) = node.kind else { continue }
            if atom.scalar == Sign.integral || atom.scalar == Sign.partial || atom.scalar == Sign.nabla { return [] }
            if atom.scalar == letter { count += 1 }
        }
        guard (2...40).contains(count) else { return [] }
        var found: Set<String> = []
        var takesMore = false
        for (id, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1, list.count < 400 else { continue }
            let tokens = reader.tokens(of: MathTree.ID(truncatingIfNeeded: id)).filter { !$0.isSpace }
            for place in tokens.indices.dropLast() where tokens[place].letter == letter && !tokens[place].hasScripts {
                let next = tokens[place + 1]
                if isName(next), !next.hasScripts, let name = SymbolSpelling.fullName(next, reader) {
                    found.insert(name)
                } else if isCompound(tokens, place + 1, reader) {
                    takesMore = true
                } else if next.isRelation || next.isPunctuation(Sign.comma) {
                    return []
                }
            }
        }
        return takesMore ? found : []
    }

    static func isName(_ token: Token) -> Bool { token.letter != nil || token.isAccented }

    /// A bracket, bars, a function, or a name with a power.
    static func isCompound(_ tokens: [Token], _ place: Int, _ reader: TokenReader) -> Bool {
        let token = tokens[place]
        switch token.kind {
        case .open(0x28), .open(0x5B), .fenced, .bar, .word, .fraction: return true
        default: return isName(token) && token.sup.flatMap { SymbolSpelling.scriptText($0, reader) }.map { $0 == "-1" || Int($0) != nil } ?? false
        }
    }
}

extension ExpressionParser {
    /// The differential at the cursor, where the formula is about such; `nil` for a letter.
    mutating func matrixDifferential(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        guard !hints.differentials.isEmpty, token.letter == 0x64, !token.hasScripts, !isKnown("d"), let next = c.peek(1) else { return nil }
        let isCompound = MatrixDifferentials.isCompound(c.tokens, c.place + 1, reader)
        if MatrixDifferentials.isName(next), next.sub == nil, !isCompound {
            // `\mathrm{d}X^\top` is a transposed differential.
            var bare = next
            bare.sup = nil
            guard let name = SymbolSpelling.fullName(bare, reader) else { return nil }
            c.place += 2
            return try applyScripts(differential(of: name, bare, token.range.union(next.range)), next)
        }
        guard isCompound else { return nil }
        c.place += 1
        let value = try factor(&c)
        let range = token.range.union(draft[value].range)
        // X + t dX for every X with a differential; the derivative by t at 0.
        let step = SymbolKey(canonical: "\u{2}step" + String(draft.symbols.count))
        draft.symbols.append(SymbolEntry(key: step, range: range, isBold: false, isUpper: false, declared: .scalar, learned: Learned("a step")))
        let t = draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
        var moved = value
        for name in hints.differentials.sorted() where mentions([SymbolKey(canonical: name)], below: value) {
            let key = SymbolKey(canonical: name)
            guard let entry = draft.symbols.first(where: { $0.key == key }) else { continue }
            var letter = Token(.letter(0), range: range, font: entry.isBold ? .bold : nil)
            letter.core = range
            let own = symbol(key, letter, range: range)
            let direction = differential(of: name, letter, range)
            moved = try substitute(moved, symbol: key, by: draft.add(.binary(.add, own, draft.add(.product(t, direction, .juxtaposed), range)), range))
        }
        return try derivative(of: moved, by: step, at: draft.number(0, range), isElementwise: false, range)
    }

    /// `\mathrm{d}X`, of the shape of X.
    private mutating func differential(of name: String, _ token: Token, _ range: ByteRange) -> ID {
        let key = SymbolKey(canonical: name)
        let own = symbol(key, token, range: range)
        let id = symbol(SymbolKey(canonical: "d" + name), token, range: range)
        draft.derivatives.append((id, draft.number(0, range), own))
        return id
    }
}
