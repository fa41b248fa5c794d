import Source

/// Products and sums of arrays whose declared dimensions have different names: `W x` with `W` of m × n and `x` of m.
///
/// Inference lets names agree, since notes use letters again and leave `n = p` to the prose. Said is only what no such
/// reading explains: both names stand in one declared shape, which tells them apart, and all declarations stand close
/// together, so that none is left from something else.
struct DeclaredNames {
    typealias ID = ExpressionTree.ID

    struct Conflict {
        var range: ByteRange
        var message: String
        var help: String?
    }

    let tree: ExpressionTree
    let scope: Scope
    private(set) var conflicts: [Conflict] = []

    /// Declarations at most so many bytes of the note apart are of one sentence or two.
    static let reach = 400

    /// The names of a node's axes; a number has none.
    private struct Named {
        var shape: [String] = []
        var isRow = false
        /// From the first to the last declaration of the arrays in it.
        var span: ByteRange?
        /// Pairs of names that one shape tells apart; more than a few are of no use.
        var told: Set<Set<String>> = []

        var text: String { "[" + shape.joined(separator: ", ") + "]" }
    }

    private var shapes: [ID: Named] = [:]

    init(_ tree: ExpressionTree, scope: Scope) {
        self.tree = tree
        self.scope = scope
    }

    /// The nodes of the sides in order, children before parents; `equated`: sides that a relation makes equal.
    mutating func check(_ roots: [ID], equated: [(ID, ID)]) {
        guard tree.symbols.contains(where: { ($0.declared?.rank ?? 0) == 2 }) else { return }
        for root in roots {
            for id in tree.reachable(from: root) where shapes[id] == nil { shapes[id] = named(id) }
        }
        guard conflicts.isEmpty else { return }
        for (a, b) in equated {
            guard isSymbol(a) || isComputed(a), isComputed(b), let x = shapes[a], let y = shapes[b], x.shape.count == y.shape.count,
                !x.shape.isEmpty, x.isRow == y.isRow
            else { continue }
            let both = joined(x, y)
            for (m, n) in zip(x.shape, y.shape) where differ(m, n, both) {
                let range = tree.nodes[Int(a)].range.union(tree.nodes[Int(b)].range)
                report(range, "the left side is declared as \(x.text), the right side has the shape \(y.text)")
                return
            }
        }
    }

    private func isSymbol(_ id: ID) -> Bool { if case .symbol = tree.nodes[Int(id)].kind { true } else { false } }

    /// `X W`, `A + B`, `A^\top`, not an array written out.
    private func isComputed(_ id: ID) -> Bool {
        switch tree.nodes[Int(id)].kind {
        case .product, .binary: true
        case .unary(_, let a): isSymbol(a) || isComputed(a)
        default: false
        }
    }

    private mutating func named(_ id: ID) -> Named? {
        let range = tree.nodes[Int(id)].range
        switch tree.nodes[Int(id)].kind {
        case .number, .slot, .count, .norm: return Named()
        case .symbol(let s):
            let symbol = tree.symbols[Int(s)]
            if let declared = declared(symbol) { return declared }
            return symbol.type.rank == 0 ? Named() : nil
        case .unary(let operation, let a): return unary(operation, a, range)
        case .product(let a, let b, let style): return product(a, b, style, range)
        case .binary(.add, let a, let b), .binary(.subtract, let a, let b): return sum(a, b, range)
        case .binary(.divide, let a, let b):
            guard let x = shapes[a], let y = shapes[b], y.shape.isEmpty else { return nil }
            return x
        case .power(let a, let b):
            guard let x = shapes[a], let y = shapes[b], y.shape.isEmpty else { return nil }
            // `A^{H}` is the conjugate transpose as often as a power.
            if x.shape.count == 2, case .symbol = tree.nodes[Int(b)].kind { return nil }
            return x
        case .call(let f, let list): return called(Int(f), Array(tree.children(list)))
        case .access(let base, let list): return accessed(base, Array(tree.children(list)))
        case .reduce(let reduction, let slot, let body, _):
            checkBound(slot, body, range)
            switch reduction {
            case .argmax, .argmin, .all, .any: return nil
            default: return shapes[body]
            }
        default: return nil
        }
    }

    private func declared(_ symbol: SymbolEntry) -> Named? {
        guard let shape = symbol.declared, symbol.value == nil, let place = symbol.learned.range, shape.rank == 1 || shape.rank == 2
        else { return nil }
        var names: [String] = []
        for dimension in shape.dimensions {
            // A letter with its label alone, of which nothing else is known.
            guard case .named(let name) = dimension, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
            let entry = scope[SymbolKey(canonical: name)]
            guard entry?.value == nil, entry?.definition == nil else { return nil }
            names.append(name)
        }
        return Named(shape: names, isRow: shape.isRow, span: place, told: Set(names).count == 2 ? [Set(names)] : [])
    }

    // MARK: Operations

    private mutating func unary(_ operation: ExpressionTree.UnaryOperation, _ a: ID, _ range: ByteRange) -> Named? {
        guard var inner = shapes[a] else { return nil }
        switch operation {
        case .transpose:
            if inner.shape.count == 1 { inner.isRow.toggle() } else { inner.shape.reverse() }
            return inner
        case .negate, .plus, .elementwise, .softmaxLike: return inner
        case .inverse, .determinant, .trace:
            if inner.shape.count == 2, differ(inner.shape[0], inner.shape[1], inner) {
                let word = operation == .inverse ? "an inverse" : operation == .trace ? "a trace" : "a determinant"
                report(range, "\(word) needs a square matrix, found \(inner.text)")
                return nil
            }
            return operation == .inverse ? inner : Named()
        default: return nil
        }
    }

    private mutating func product(_ a: ID, _ b: ID, _ style: ExpressionTree.ProductStyle, _ range: ByteRange) -> Named? {
        guard let x = shapes[a], let y = shapes[b] else { return nil }
        if x.shape.isEmpty || y.shape.isEmpty {
            var result = joined(x, y)
            result.shape = x.shape + y.shape
            result.isRow = x.isRow || y.isRow
            return result
        }
        if style == .hadamard { return alike(x, y, "factors", range) }
        guard style == .juxtaposed || style == .dot else { return nil }
        let inner: (String, String)
        let outer: [String]
        var isRow = false
        switch (x.shape.count, y.shape.count) {
        case (1, 1) where x.isRow && !y.isRow || style == .dot && x.isRow == y.isRow:
            inner = (x.shape[0], y.shape[0])
            outer = []
        case (1, 1) where !x.isRow && y.isRow:
            var result = joined(x, y)
            result.shape = x.shape + y.shape
            result.isRow = false
            return result
        case (2, 1) where !y.isRow:
            inner = (x.shape[1], y.shape[0])
            outer = [x.shape[0]]
        case (1, 2):
            inner = (x.shape[0], y.shape[0])
            outer = [y.shape[1]]
            isRow = x.isRow
        case (2, 2):
            inner = (x.shape[1], y.shape[0])
            outer = [x.shape[0], y.shape[1]]
        default: return nil
        }
        var both = joined(x, y)
        both.shape = outer
        both.isRow = isRow
        if differ(inner.0, inner.1, both) {
            report(
                ByteRange(tree.nodes[Int(withoutNumber(a))].range.lower, range.upper),
                "the factors are declared as \(x.text) and \(y.text), which do not conform",
                help: ProductMend(nodes: tree.nodes, symbols: tree.symbols).help(withoutNumber(a), x.shape, b, y.shape))
            return nil
        }
        return inner.0 == inner.1 ? both : nil
    }

    /// `X` of `\frac{1}{n} X`.
    private func withoutNumber(_ id: ID) -> ID {
        guard case .product(let a, let b, _) = tree.nodes[Int(id)].kind, shapes[a]?.shape.isEmpty ?? false else { return id }
        return b
    }

    private mutating func sum(_ a: ID, _ b: ID, _ range: ByteRange) -> Named? {
        guard let x = shapes[a], let y = shapes[b] else { return nil }
        if x.shape.isEmpty || y.shape.isEmpty {
            var both = joined(x, y)
            both.shape = x.shape + y.shape
            both.isRow = x.isRow || y.isRow
            return both
        }
        if x.shape.count == 2, y.shape.count == 1 { return biased(a, x, y, range) }
        return alike(x, y, "terms", range)
    }

    private mutating func alike(_ x: Named, _ y: Named, _ words: String, _ range: ByteRange) -> Named? {
        guard x.shape.count == y.shape.count, x.isRow == y.isRow else { return nil }
        let both = joined(x, y)
        for (m, n) in zip(x.shape, y.shape) where differ(m, n, both) {
            report(range, "the \(words) are declared as \(x.text) and \(y.text), which do not conform")
            return nil
        }
        return x.shape == y.shape ? both : nil
    }

    /// `X W + b` adds b to each row, `W X + b` to each column: one that fits only the examples of a batch fits neither.
    private mutating func biased(_ a: ID, _ x: Named, _ y: Named, _ range: ByteRange) -> Named? {
        var both = joined(x, y)
        both.shape = x.shape
        guard y.shape[0] != x.shape[1] else { return both }
        let isOfRows = y.shape[0] == x.shape[0]
        guard let (first, last) = outerFactors(a), isOfRows ? isWeight(last) && !isWeight(first) : differ(y.shape[0], x.shape[0], both) && differ(y.shape[0], x.shape[1], both),
            isNear(both)
        else { return nil }
        report(
            range, "the terms have the shapes \(x.text) and \(y.text): the second cannot be added to each row",
            help: isOfRows ? "a bias of shape [\(x.shape[1])] would conform" : nil)
        return nil
    }

    private func outerFactors(_ id: ID) -> (String, String)? {
        func letter(_ id: ID) -> String? {
            switch tree.nodes[Int(id)].kind {
            case .symbol(let s): String(tree.symbols[Int(s)].key.name.prefix { $0 != "_" })
            case .unary(.transpose, let a): if case .symbol(let s) = tree.nodes[Int(a)].kind { String(tree.symbols[Int(s)].key.name.prefix { $0 != "_" }) } else { nil }
            default: nil
            }
        }
        guard case .product(let a, let b, _) = tree.nodes[Int(id)].kind, let first = letter(a), let last = letter(b) else { return nil }
        return (first, last)
    }

    private func isWeight(_ letter: String) -> Bool { ["W", "U", "V", "Theta", "w"].contains(letter) }

    private func called(_ function: Int, _ arguments: [ID]) -> Named? {
        let signature = tree.functions[function].signature
        guard arguments.count == 1, let inner = shapes[arguments[0]] else { return nil }
        if signature.isElementwise { return inner }
        guard case .dimensions(let own)? = signature.parameters.first?.template, case .dimensions(let names) = signature.result, own == names, own.count == 1
        else { return nil }
        return inner
    }

    // MARK: Indices

    private func accessed(_ base: ID, _ indices: [ID]) -> Named? {
        // `B_1` of a matrix is a row or a column.
        guard var array = shapes[base], indices.count == array.shape.count || array.shape.count < 2 && indices.count <= array.shape.count else { return nil }
        var rest: [String] = []
        for (axis, name) in array.shape.enumerated() where axis >= indices.count || indices[axis] == ExpressionTree.wholeAxis { rest.append(name) }
        array.shape = rest
        array.isRow = false
        return array
    }

    /// `\sum_{j=1}^{m} W_{ij} x_j` where the axis of j is said to have n elements, and one shape tells m and n apart.
    private mutating func checkBound(_ slot: Int32, _ body: ID, _ range: ByteRange) {
        guard case .bounds(let first, let last) = tree.slotEntries[Int(slot)].bounds, case .number(1, _) = tree.nodes[Int(first)].kind,
            case .symbol(let s) = tree.nodes[Int(last)].kind, range.contains(tree.nodes[Int(last)].range), tree.nodes[Int(last)].range != range
        else { return }
        let bound = tree.symbols[Int(s)].key.name
        var all = Named()
        var axes: [(array: Named, name: String)] = []
        for id in tree.reachable(from: body) {
            guard case .access(let base, let list) = tree.nodes[Int(id)].kind, case .symbol = tree.nodes[Int(base)].kind, let array = shapes[base]
            else { continue }
            all = joined(all, array)
            // `A_i` is a column where the index runs over the other axis.
            if tree.children(list).count < array.shape.count, array.shape.contains(bound) { continue }
            for (axis, index) in tree.children(list).enumerated() where axis < array.shape.count && index >= 0 {
                if case .slot(slot) = tree.nodes[Int(index)].kind { axes.append((array, array.shape[axis])) }
            }
        }
        for (array, name) in axes where differ(name, bound, all) {
            report(range, "the index `\(tree.slotEntries[Int(slot)].key)` runs to \(bound) over an axis of \(array.text) that has \(name) elements")
            return
        }
    }

    // MARK: Names

    private func joined(_ x: Named, _ y: Named) -> Named {
        var both = x
        both.told = x.told.count < 8 ? x.told.union(y.told) : x.told
        if let span = y.span { both.span = x.span?.union(span) ?? span }
        return both
    }

    private func isNear(_ both: Named) -> Bool { (both.span?.count ?? 0) <= Self.reach }

    private func differ(_ m: String, _ n: String, _ both: Named) -> Bool {
        m != n && isNear(both) && (both.told.contains([m, n]) || isTold(m, n, near: both))
    }

    /// Another array that is declared in the same place has both for its axes.
    private func isTold(_ m: String, _ n: String, near both: Named) -> Bool {
        guard let span = both.span else { return false }
        return scope.keys.contains { key in
            guard let declaration = scope[key], let range = declaration.learned.range, let shape = declaration.shape, shape.rank == 2,
                span.union(range).count <= Self.reach, case .named(let x) = shape.dimensions[0], case .named(let y) = shape.dimensions[1]
            else { return false }
            return x == m && y == n || x == n && y == m
        }
    }

    private mutating func report(_ range: ByteRange, _ message: String, help: String? = nil) {
        conflicts.append(Conflict(range: range, message: message, help: help))
    }
}
