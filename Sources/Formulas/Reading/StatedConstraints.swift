/// What a formula says of a name by itself: a condition on data, not a claim about them.
public enum Constraint: Sendable, Hashable {
    /// `\sum_i p_i = 1`, `\sum_i x_i = 0`
    case sumsToOne, sumsToZero
    /// `\|w\| = 1`, `w^\top w = 1`
    case unitNorm
    /// `Q^\top Q = I`
    case orthogonal
    /// `A^\top = A`
    case symmetric
}

extension Statement {
    /// The condition that the statement puts on one name; `nil` where it says anything else.
    public var constraint: (name: SymbolKey, kind: Constraint)? {
        guard definition == nil, relations.count == 1, relations[0].kind == .equal, sides.count == 2, let left = sides[0].expression, let right = sides[1].expression
        else { return nil }
        let tree = left.tree
        func symbol(_ id: ExpressionTree.ID) -> SymbolKey? {
            if case .symbol(let s) = tree.nodes[Int(id)].kind { tree.symbols[Int(s)].key } else { nil }
        }
        func transposed(_ id: ExpressionTree.ID) -> SymbolKey? {
            if case .unary(.transpose, let inner) = tree.nodes[Int(id)].kind { symbol(inner) } else { nil }
        }
        /// `A^\top A`, `A A^\top`, whatever the kind of product.
        func square(_ id: ExpressionTree.ID) -> SymbolKey? {
            guard case .product(let a, let b, _) = tree.nodes[Int(id)].kind else { return nil }
            if let name = transposed(a), symbol(b) == name { return name }
            if let name = transposed(b), symbol(a) == name { return name }
            return nil
        }
        if case .identity = tree.nodes[Int(right.root)].kind { return square(left.root).map { ($0, .orthogonal) } }
        if let name = symbol(left.root), transposed(right.root) == name { return (name, .symmetric) }
        if let name = transposed(left.root), symbol(right.root) == name { return (name, .symmetric) }
        guard let value = right.printedNumber?.value, value == 0 || value == 1 else { return nil }
        if value == 1, let name = square(left.root), tree.facts[Int(left.root)].type.rank == 0 { return (name, .unitNorm) }
        switch tree.nodes[Int(left.root)].kind {
        case .norm(let inner, order: .euclidean, _):
            return value == 1 ? symbol(inner).map { ($0, .unitNorm) } : nil
        case .power(let base, _):
            guard value == 1, case .norm(let inner, order: .euclidean, _) = tree.nodes[Int(base)].kind else { return nil }
            return symbol(inner).map { ($0, .unitNorm) }
        case .reduce(.sum, let slot, let body, _):
            guard case .access(let array, let list) = tree.nodes[Int(body)].kind, let name = symbol(array), let last = tree.children(list).last, last >= 0,
                case .slot(let index) = tree.nodes[Int(last)].kind, index == slot
            else { return nil }
            return (name, value == 1 ? .sumsToOne : .sumsToZero)
        case .reduceAll(.sum, let inner): return symbol(inner).map { ($0, value == 1 ? .sumsToOne : .sumsToZero) }
        default: return nil
        }
    }

    /// `\lambda > 0`, `0 \le p_i \le 1`: says what values names have.
    var isCondition: Bool {
        guard definition == nil, reason == nil, !relations.isEmpty, conditions.isEmpty else { return false }
        var names: Set<SymbolKey> = []
        var count = 0
        for side in sides {
            guard let expression = side.expression else { return false }
            let tree = expression.tree
            switch tree.nodes[Int(expression.root)].kind {
            case .symbol: break
            case .access(let array, _): guard case .symbol = tree.nodes[Int(array)].kind else { return false }
            default:
                guard expression.printedNumber != nil else { return false }
                continue
            }
            names.formUnion(expression.symbols)
            count += 1
        }
        let areOrders = relations.allSatisfy { [.less, .lessOrEqual, .greater, .greaterOrEqual].contains($0.kind) }
        return areOrders && count > 0 && names.count >= count
    }
}
