import LaTeX
import Source
import Tensors

/// Kullback and Leibler's divergence and Jensen and Shannon's: of two arrays, `KL(p \|\| q)`, or of two densities of one variable,
/// `D_{\mathrm{KL}}(q(z \mid x) \,\|\, p(z))`, which is the sum over its values.
extension ExpressionParser {
    static let divergences: Set<String> = ["KL", "JS", "JSD"]

    /// Equations: KL = Σ p log(p / q); JS = KL(p ‖ m) / 2 + KL(q ‖ m) / 2 with m = (p + q) / 2.
    ///
    /// `nil` for another function.
    mutating func divergence(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID? {
        let label = token.sub.flatMap { SymbolSpelling.scriptText($0, reader) }?.uppercased() ?? ""
        let name = base == "D" ? label : base
        guard Self.divergences.contains(name), base == "D" || token.sub == nil, token.sup == nil, !(isStrict && name != "KL") else { return nil }
        if name == "KL", let products = try divergenceOfProducts(&c, token) { return products }
        let inside = contents(c)
        // `q || p` are two bars side by side.
        let parts = inside.split(omittingEmptySubsequences: true, whereSeparator: { isBetween($0) }).map(Array.init)
        let hasDensity = inside.indices.dropLast().contains { SymbolSpelling.baseName(inside[$0], reader) != nil && opening(of: inside[$0 + 1]) == 0x28 }
        if parts.count == 2, inside.first.map({ !isBetween($0) }) ?? false, !hasDensity, parts.contains(where: { $0.count == 1 && SymbolSpelling.baseName($0[0], reader) != nil }) {
            let (_, _, _, end) = try take(&c)
            let range = token.range.union(end.core)
            let p = try parse(parts[0])
            let q = try parse(parts[1])
            for id in [p, q] {
                if case .symbol(let s) = draft[id].kind, draft.symbols[Int(s)].declared == nil {
                    draft.symbols[Int(s)].isBold = true
                    if !isStrict, draft.symbols[Int(s)].domain == .real { draft.symbols[Int(s)].domain = .distribution }
                }
            }
            let terms = name == "KL" ? relativeTerm(p, q, range) : mixedTerm(p, q, range)
            return try closing(c, draft.add(.reduceAll(.sum, terms), range))
        }
        return try divergenceOfDensities(&c, token, name)
    }

    /// What stands between the two distributions.
    private func isBetween(_ token: Token) -> Bool {
        switch token.kind {
        case .bar, .relation(0x2225), .sign(0x2225): true
        default: token.isPunctuation(Sign.comma)
        }
    }

    /// `KL(p(x) \|\| q(x))`: the sum over the variable that stands first in both brackets.
    private mutating func divergenceOfDensities(_ c: inout Cursor, _ token: Token, _ name: String) throws(Unread) -> ID? {
        let inside = contents(c)
        let top = StatementSplitter.topLevel(inside)
        let bars = inside.indices.filter { k in
            switch inside[k].kind {
            case .bar(Sign.doubleBar), .relation(0x2225), .sign(0x2225): top[k]
            default: false
            }
        }
        guard !isStrict, bars.count == 1, let bar = bars.first else { return nil }
        let sides = [Array(inside[..<bar]), Array(inside[(bar + 1)...])]
        var variables: [Token] = []
        for side in sides {
            guard side.count > 1, SymbolSpelling.baseName(side[0], reader) != nil, opening(of: side[1]) == 0x28 else { return nil }
            var cursor = Cursor(side)
            cursor.place = 1
            guard let variable = contents(cursor).first, variable.letter != nil else { return nil }
            _ = try take(&cursor)
            guard cursor.isAtEnd else { return nil }
            variables.append(variable)
        }
        guard let key = SymbolSpelling.fullName(variables[0], reader), key == SymbolSpelling.fullName(variables[1], reader) else { return nil }
        let (_, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let slot = try valueSlot(SymbolKey(canonical: key), variables[0].range)
        binders.append((SymbolKey(canonical: key), slot))
        defer { binders.removeLast() }
        let p = try parse(sides[0])
        let q = try parse(sides[1])
        hasMoments = true
        let term = name == "KL" ? relativeTerm(p, q, range) : mixedTerm(p, q, range)
        return try closing(c, draft.add(.reduce(.sum, slot: slot, body: term, condition: ExpressionTree.none), range))
    }

    /// p log(p / q)
    private mutating func relativeTerm(_ p: ID, _ q: ID, _ range: ByteRange) -> ID {
        let ratio = draft.add(.unary(.elementwise(.log), draft.add(.binary(.divide, p, q), range)), range)
        return draft.add(.product(p, ratio, .hadamard), range)
    }

    /// (p log(p / m) + q log(q / m)) / 2
    private mutating func mixedTerm(_ p: ID, _ q: ID, _ range: ByteRange) -> ID {
        let half = draft.number(0.5, range)
        let middle = draft.add(.product(half, draft.add(.binary(.add, p, q), range), .dot), range)
        let both = draft.add(.binary(.add, relativeTerm(p, middle, range), relativeTerm(q, middle, range)), range)
        return draft.add(.product(half, both, .dot), range)
    }
}
