import Source
import Tensors

/// A change of one part of an expression: what a slip of the pen, or taking it back, makes of its value.
public enum ExpressionEdit: Sendable, Hashable {
    /// `x` to `-x`
    case negated
    case squared
    case rooted
    /// `x` to `1 - x`
    case complement
    /// `x` to `x - 1`
    case lessOne
    case scaled(Double)
    /// Times the name that is written at that place.
    case scaledByName(ByteRange)
    /// A number in its place.
    case value(Double)
    /// A power without its exponent, a root without its sign, a negative without its minus.
    case bare
    /// `a + b` to `a - b`, and the other way round.
    case turned
    /// `a / b` to `b / a`
    case exchanged
    /// `a b` to `a + b`
    case added
}

extension Expression {
    /// The expression with the part at `range` changed, its types kept; `nil` where no part stands there that the change is for.
    ///
    /// Its value is what the formula with the change written in would have, on the same data, unless the change makes other things
    /// of names: that only reading it tells.
    public func edited(_ edit: ExpressionEdit, at range: ByteRange) -> Expression? {
        guard let place = place(of: edit, at: range) else { return nil }
        return tree.edited(edit, at: place, root: root)
    }

    /// The same for the term that begins where `start` says, and lies within `row`.
    public func edited(_ edit: ExpressionEdit, termAt start: Int, within row: ByteRange) -> Expression? {
        var found: ExpressionTree.ID?
        for id in tree.reachable(from: root) {
            let node = tree.nodes[Int(id)]
            guard node.range.lower == start, row.contains(node.range) else { continue }
            if case .binary(let operation, _, _) = node.kind, operation == .add || operation == .subtract { continue }
            if let known = found, tree.nodes[Int(known)].range.count > node.range.count { continue }
            found = id
        }
        return found.flatMap { tree.edited(edit, at: $0, root: root) }
    }

    /// The outermost part of a range; that of an operation for edits that name its sign.
    private func place(of edit: ExpressionEdit, at range: ByteRange) -> ExpressionTree.ID? {
        let parts = tree.reachable(from: root)
        switch edit {
        case .turned, .added:
            return parts.last { id in
                switch tree.nodes[Int(id)].kind {
                case .binary(let operation, let a, let b) where edit == .turned && (operation == .add || operation == .subtract): stands(range, between: a, b)
                case .product(let a, let b, _) where edit == .added: stands(range, between: a, b)
                default: false
                }
            }
        default: return parts.last { tree.nodes[Int($0)].range == range }
        }
    }

    private func stands(_ range: ByteRange, between a: ExpressionTree.ID, _ b: ExpressionTree.ID) -> Bool {
        tree.nodes[Int(a)].range.upper <= range.lower && range.upper <= tree.nodes[Int(b)].range.lower
    }
}

extension ExpressionTree {
    fileprivate func edited(_ edit: ExpressionEdit, at place: ID, root: ID) -> Expression? {
        let node = nodes[Int(place)]
        let rank = facts[Int(place)].type.rank
        func replaced(_ kind: Kind) -> Expression { Expression(tree: replacing(place, by: kind), root: root) }
        func wrapped(_ added: [Kind], _ types: [Facts]) -> Expression { inserting(added, types, after: place, root: root) }
        let own = facts[Int(place)]
        let number = Facts(type: .scalar, slots: 0)
        // Nodes that are added stand right behind the one that they are about.
        let first = place + 1
        switch edit {
        case .value(let value): return replaced(.number(value, decimals: 0))
        case .bare:
            switch node.kind {
            case .power(let base, _): return replaced(.unary(.plus, base))
            case .unary(.negate, let inner), .unary(.elementwise(.sqrt), let inner): return replaced(.unary(.plus, inner))
            default: return nil
            }
        case .turned:
            guard case .binary(let operation, let a, let b) = node.kind else { return nil }
            return replaced(.binary(operation == .add ? .subtract : .add, a, b))
        case .added:
            guard case .product(let a, let b, _) = node.kind else { return nil }
            return replaced(.binary(.add, a, b))
        case .exchanged:
            guard case .binary(.divide, let a, let b) = node.kind else { return nil }
            return replaced(.binary(.divide, b, a))
        case .negated: return wrapped([.unary(.negate, place)], [own])
        case .squared: return rank == 0 ? wrapped([.number(2, decimals: 0), .power(place, first)], [number, own]) : nil
        case .rooted: return rank == 0 ? wrapped([.unary(.elementwise(.sqrt), place)], [own]) : nil
        case .complement: return rank == 0 ? wrapped([.number(1, decimals: 0), .binary(.subtract, first, place)], [number, own]) : nil
        case .lessOne: return rank == 0 ? wrapped([.number(1, decimals: 0), .binary(.subtract, place, first)], [number, own]) : nil
        case .scaled(let factor): return wrapped([.number(factor, decimals: 0), .product(first, place, .juxtaposed)], [number, own])
        case .scaledByName(let name):
            guard
                let known = nodes.indices.last(where: { k in
                    if case .symbol = nodes[k].kind { nodes[k].range == name && facts[k].type.rank == 0 } else { false }
                })
            else { return nil }
            return wrapped([nodes[known].kind, .product(first, place, .juxtaposed)], [number, own])
        }
    }

    /// A copy with nodes behind one of them, the last of which takes its place.
    private func inserting(_ added: [Kind], _ types: [Facts], after place: ID, root: ID) -> Expression {
        let count = ID(truncatingIfNeeded: added.count)
        let last = place + count
        func moved(_ id: ID) -> ID { id > place ? id + count : id == place ? last : id }
        var changed: [Node] = []
        var facts: [Facts] = []
        changed.reserveCapacity(nodes.count + added.count)
        facts.reserveCapacity(nodes.count + added.count)
        for (k, node) in nodes.enumerated() {
            changed.append(Node(kind: node.kind.naming(moved), range: node.range))
            facts.append(self.facts[k])
            guard k == Int(place) else { continue }
            for (kind, type) in zip(added, types) {
                changed.append(Node(kind: kind, range: node.range))
                facts.append(type)
            }
        }
        let tree = ExpressionTree(
            self, nodes: changed, facts: facts, lists: lists.map { $0 < 0 ? $0 : moved($0) }, localPoints: localPoints.map { $0 < 0 ? $0 : moved($0) },
            slotEntries: slotEntries.map { entry in
                guard case .bounds(let low, let high) = entry.bounds else { return entry }
                var entry = entry
                entry.bounds = .bounds(first: moved(low), last: moved(high))
                return entry
            })
        return Expression(tree: tree, root: moved(root))
    }
}

extension ExpressionTree.Kind {
    /// The same with other places for the nodes that it names; lists are those of the tree.
    fileprivate func naming(_ moved: (ExpressionTree.ID) -> ExpressionTree.ID) -> Self {
        func place(_ id: ExpressionTree.ID) -> ExpressionTree.ID { id < 0 ? id : moved(id) }
        return switch self {
        case .number, .symbol, .slot, .local, .count, .identity, .truth, .call, .choose, .vector, .matrix: self
        case .unary(let operation, let a): .unary(operation, place(a))
        case .reduceAll(let reduction, let a): .reduceAll(reduction, place(a))
        case .binary(let operation, let a, let b): .binary(operation, place(a), place(b))
        case .product(let a, let b, let style): .product(place(a), place(b), style)
        case .power(let a, let b): .power(place(a), place(b))
        case .access(let base, let list): .access(place(base), list)
        case .reduce(let reduction, let slot, let body, let condition): .reduce(reduction, slot: slot, body: place(body), condition: place(condition))
        case .norm(let a, let order, let exponent): .norm(place(a), order: order, exponent: place(exponent))
        case .derivative(let body, let local, let at, let isElementwise):
            .derivative(body: place(body), local: local, at: place(at), isElementwise: isElementwise)
        case .limit(let body, let local, let at, let side): .limit(body: place(body), local: local, at: place(at), side: side)
        case .integral(let body, let local, let from, let to): .integral(body: place(body), local: local, from: place(from), to: place(to))
        case .optimum(let body, let variables, let isMinimum, let isPlace):
            .optimum(body: place(body), variables: variables, isMinimum: isMinimum, isPlace: isPlace)
        }
    }
}
