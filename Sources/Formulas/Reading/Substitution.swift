/// Numbers in the places of names: `\frac{a + b}{2} = \frac{3 + 5}{2}`.
extension Expression {
    /// What stands in `numbers`, another side of the same statement, for each name, element, sum and value of a function of this one;
    /// `nil` where it is made in another way, or puts two things in one place.
    public func substitution(in numbers: Expression) -> [(place: Expression, value: Expression)]? {
        var matcher = SubstitutionMatcher(tree: tree)
        // `V = 4` and `(x, y) = (1, 1)` say what names are: only how they are put together can be wrong.
        guard tree === numbers.tree, numbers.symbols.isEmpty, isComposed, matcher.match(root, numbers.root), !matcher.found.isEmpty else { return nil }
        return matcher.found.map { (Expression(tree: tree, root: $0.place), Expression(tree: tree, root: $0.value)) }
    }
}

extension Expression {
    /// Several parts joined by arithmetic.
    private var isComposed: Bool {
        switch tree.nodes[Int(root)].kind {
        case .binary, .product, .power: true
        case .unary(let operation, _): operation != .negate
        default: false
        }
    }
}

private struct SubstitutionMatcher {
    typealias ID = ExpressionTree.ID

    let tree: ExpressionTree
    var found: [(place: ID, value: ID)] = []
    private var depth = 0

    private static let deepest = 64

    init(tree: ExpressionTree) { self.tree = tree }

    mutating func match(_ a: ID, _ b: ID) -> Bool {
        guard a >= 0, b >= 0, depth < Self.deepest else { return a == b }
        depth += 1
        defer { depth -= 1 }
        let (left, right) = (tree.nodes[Int(a)].kind, tree.nodes[Int(b)].kind)
        switch left {
        case .symbol, .access, .call, .reduce, .reduceAll, .norm:
            if case .norm = left, case .norm = right { return isSame(a, b) }
            if let known = found.first(where: { isSame($0.place, a) }) { return isSame(known.value, b) }
            guard tree.facts[Int(a)].slots == 0, tree.facts[Int(a)].type.rank == 0 else { return false }
            found.append((a, b))
            return true
        case .number(let x, _): if case .number(let y, _) = right { return x == y }
        case .unary(let p, let x): if case .unary(let q, let y) = right { return p == q && match(x, y) }
        case .binary(let p, let x, let y): if case .binary(let q, let z, let w) = right { return p == q && match(x, z) && match(y, w) }
        case .power(let x, let y): if case .power(let z, let w) = right { return match(x, z) && match(y, w) }
        case .product:
            guard case .product = right else { return false }
            let (x, y) = (factors(a), factors(b))
            return x.count == y.count && zip(x, y).allSatisfy { match($0, $1) }
        case .vector(let x): if case .vector(let y) = right { return lists(x, y) }
        case .matrix(let rows, _, let x): if case .matrix(let others, _, let y) = right { return rows == others && lists(x, y) }
        default: break
        }
        return false
    }

    private mutating func lists(_ a: ExpressionTree.List, _ b: ExpressionTree.List) -> Bool {
        guard a.count == b.count else { return false }
        for (x, y) in zip(tree.children(a), tree.children(b)) where !match(x, y) { return false }
        return true
    }

    /// Products join in any order of brackets.
    private func factors(_ id: ID) -> [ID] {
        var out: [ID] = []
        var open = [id]
        while let next = open.popLast(), out.count < Self.deepest {
            if case .product(let x, let y, _) = tree.nodes[Int(next)].kind { open += [y, x] } else { out.append(next) }
        }
        return out
    }

    /// Whether two nodes are written alike.
    private func isSame(_ a: ID, _ b: ID, depth: Int = 0) -> Bool {
        if a == b { return true }
        guard a >= 0, b >= 0, depth < Self.deepest else { return false }
        func all(_ x: ExpressionTree.List, _ y: ExpressionTree.List) -> Bool {
            x.count == y.count && zip(tree.children(x), tree.children(y)).allSatisfy { isSame($0, $1, depth: depth + 1) }
        }
        switch (tree.nodes[Int(a)].kind, tree.nodes[Int(b)].kind) {
        case (.number(let x, _), .number(let y, _)): return x == y
        case (.symbol(let x), .symbol(let y)): return x == y
        case (.unary(let p, let x), .unary(let q, let y)): return p == q && isSame(x, y, depth: depth + 1)
        case (.binary(let p, let x, let y), .binary(let q, let z, let w)):
            return p == q && isSame(x, z, depth: depth + 1) && isSame(y, w, depth: depth + 1)
        case (.product(let x, let y, _), .product(let z, let w, _)), (.power(let x, let y), .power(let z, let w)):
            return isSame(x, z, depth: depth + 1) && isSame(y, w, depth: depth + 1)
        case (.access(let x, let p), .access(let y, let q)): return isSame(x, y, depth: depth + 1) && all(p, q)
        case (.call(let f, let p), .call(let g, let q)): return f == g && all(p, q)
        default: return false
        }
    }
}
