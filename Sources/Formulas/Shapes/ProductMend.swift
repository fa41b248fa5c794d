import Source

/// What would make the factors of a product conform: one of them transposed, or their order turned.
struct ProductMend {
    typealias ID = ExpressionTree.ID

    let nodes: [ExpressionTree.Node]
    let symbols: [SymbolEntry]

    /// - Parameters:
    ///   - s, t: names or sizes of the axes of the factors `a` and `b`, of rank 1 or 2.
    func help(_ a: ID, _ s: [String], _ b: ID, _ t: [String]) -> String? {
        switch (s.count, t.count) {
        case (2, 1) where s[0] == t[0], (2, 2) where s[0] == t[0]: return words(flipped(a), a, spelled(b), b)
        case (1, 2) where t[1] == s[0], (2, 2) where s[1] == t[1]: return words(spelled(a), a, flipped(b), b)
        case (2, 2) where t[1] == s[0]: return words(spelled(b), b, spelled(a), a)
        default: return nil
        }
    }

    /// Both factors, or the one that changes where the other is long.
    private func words(_ first: String?, _ a: ID, _ second: String?, _ b: ID) -> String? {
        if let first, let second { return "`\(first) \(second)` would conform" }
        for (text, id) in [(first, a), (second, b)] {
            if let text, let old = spelled(id), old != text { return "`\(text)` in place of `\(old)` would conform" }
        }
        return nil
    }

    /// The LaTeX of a symbol, of its transpose, of a product of such; `nil` for what is longer.
    private func spelled(_ id: ID) -> String? {
        switch nodes[Int(id)].kind {
        case .symbol(let s): return letter(s)
        case .unary(.transpose, let a):
            guard case .symbol(let s) = nodes[Int(a)].kind, let name = letter(s) else { return nil }
            return name + "^\\top"
        case .product(let a, let b, _):
            guard case .symbol(let s) = nodes[Int(a)].kind, case .symbol(let t) = nodes[Int(b)].kind, let x = letter(s), let y = letter(t) else { return nil }
            return "\(x) \(y)"
        default: return nil
        }
    }

    private func flipped(_ id: ID) -> String? {
        switch nodes[Int(id)].kind {
        case .symbol(let s): return letter(s).map { $0 + "^\\top" }
        case .unary(.transpose, let a): return spelled(a)
        case .product: return spelled(id).map { "(\($0))^\\top" }
        default: return nil
        }
    }

    /// `W`, `W_1`, `\Sigma`
    private func letter(_ symbol: Int32) -> String? {
        let name = symbols[Int(symbol)].key.name
        let base = name.prefix { $0 != "_" }
        guard base.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }), !base.isEmpty else { return nil }
        let label = name.dropFirst(base.utf8.count)
        guard label.isEmpty || label.utf8.count == 2, base.utf8.count == 1 || GreekLetters.isName(String(base)) else { return nil }
        return (base.utf8.count == 1 ? String(base) : "\\" + base) + label
    }
}
