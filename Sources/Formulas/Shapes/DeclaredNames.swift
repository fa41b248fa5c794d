import Source

/// Products and sums of arrays whose declared dimensions have different names: `W x` with `W` of m × n and `x` of m.
///
/// Inference lets names agree, since notes use letters again and leave `n = p` to the prose. Said is only what no such
/// reading explains: both names stand in one declared shape, which tells them apart, and all declarations stand close
/// together, so that none is left from something else.
struct DeclaredNames {
    typealias ID = ExpressionTree.ID

    let tree: ExpressionTree
    let scope: Scope
    private(set) var conflicts: [(range: ByteRange, message: String)] = []

    /// Declarations at most so many bytes of the note apart are of one sentence or two.
    static let reach = 300

    private struct Named {
        var shape: [String]
        var isRow = false
        /// From the first to the last declaration of the arrays in it.
        var span: ByteRange
        /// Pairs of names that one shape tells apart; more than a few are of no use.
        var told: Set<Set<String>>
    }

    private var shapes: [ID: Named] = [:]

    init(_ tree: ExpressionTree, scope: Scope) {
        self.tree = tree
        self.scope = scope
    }

    /// The nodes of `roots` in order, children before parents.
    mutating func check(_ roots: [ID]) {
        guard tree.symbols.contains(where: { ($0.declared?.rank ?? 0) == 2 }) else { return }
        for root in roots {
            for id in tree.reachable(from: root) { shapes[id] = named(id) }
        }
    }

    private mutating func named(_ id: ID) -> Named? {
        switch tree.nodes[Int(id)].kind {
        case .symbol(let s): return declared(tree.symbols[Int(s)])
        case .unary(.transpose, let a):
            guard var inner = shapes[a] else { return nil }
            if inner.shape.count == 1 { inner.isRow.toggle() } else { inner.shape.reverse() }
            return inner
        case .unary(.negate, let a): return shapes[a]
        case .product(let a, let b, .juxtaposed), .product(let a, let b, .dot):
            guard let x = shapes[a], let y = shapes[b] else { return nil }
            return product(x, y, tree.nodes[Int(id)].range)
        case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
            guard let x = shapes[a], let y = shapes[b], x.shape.count == y.shape.count, x.isRow == y.isRow else { return nil }
            let both = joined(x, y, shape: x.shape, isRow: x.isRow)
            for (m, n) in zip(x.shape, y.shape) where differ(m, n, both) {
                report(x, y, "terms", tree.nodes[Int(id)].range)
                return nil
            }
            return both
        default: return nil
        }
    }

    private func declared(_ symbol: SymbolEntry) -> Named? {
        guard let shape = symbol.declared, symbol.value == nil, let place = symbol.learned.range, symbol.indexCount == 0,
            shape.rank == 1 || shape.rank == 2
        else { return nil }
        var names: [String] = []
        for dimension in shape.dimensions {
            // A letter alone, of which nothing else is known.
            guard case .named(let name) = dimension, name.allSatisfy(\.isLetter) else { return nil }
            let entry = scope[SymbolKey(canonical: name)]
            guard entry?.value == nil, entry?.definition == nil else { return nil }
            names.append(name)
        }
        return Named(shape: names, isRow: shape.isRow, span: place, told: Set(names).count == 2 ? [Set(names)] : [])
    }

    private mutating func product(_ x: Named, _ y: Named, _ range: ByteRange) -> Named? {
        let inner: (String, String)
        let outer: [String]
        switch (x.shape.count, y.shape.count) {
        case (2, 1) where !y.isRow:
            inner = (x.shape[1], y.shape[0])
            outer = [x.shape[0]]
        case (1, 2) where x.isRow:
            inner = (x.shape[0], y.shape[0])
            outer = [y.shape[1]]
        case (2, 2):
            inner = (x.shape[1], y.shape[0])
            outer = [x.shape[0], y.shape[1]]
        default: return nil
        }
        let both = joined(x, y, shape: outer, isRow: x.isRow)
        if differ(inner.0, inner.1, both) {
            report(x, y, "factors", range)
            return nil
        }
        return inner.0 == inner.1 ? both : nil
    }

    private func joined(_ x: Named, _ y: Named, shape: [String], isRow: Bool) -> Named {
        let told = x.told.count < 8 ? x.told.union(y.told) : x.told
        return Named(shape: shape, isRow: isRow, span: x.span.union(y.span), told: told)
    }

    private func differ(_ m: String, _ n: String, _ both: Named) -> Bool {
        m != n && both.told.contains([m, n]) && both.span.count <= Self.reach
    }

    private mutating func report(_ x: Named, _ y: Named, _ words: String, _ range: ByteRange) {
        func text(_ named: Named) -> String { "[" + named.shape.joined(separator: ", ") + "]" }
        conflicts.append((range, "the \(words) are declared as \(text(x)) and \(text(y)), which do not conform"))
    }
}
