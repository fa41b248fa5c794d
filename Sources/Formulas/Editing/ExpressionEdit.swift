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
    /// Times the name that is written at that place, or one over it.
    case scaledByName(ByteRange, isInverted: Bool = false)
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
    /// Brackets around the sum of that sign, from the factor that begins at one byte to the one that ends at another.
    case bracketed(sign: ByteRange, from: Int, to: Int)
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
            if case .binary(let operation, let a, let b) = node.kind, operation == .add || operation == .subtract, tree.standApart(a, b) { continue }
            if let known = found, tree.nodes[Int(known)].range.count > node.range.count { continue }
            found = id
        }
        return found.flatMap { tree.edited(edit, at: $0, root: root) }
    }

    /// The outermost part of a range; that of an operation for edits that name its sign.
    private func place(of edit: ExpressionEdit, at range: ByteRange) -> ExpressionTree.ID? {
        let parts = tree.reachable(from: root)
        switch edit {
        case .bracketed(let sign, _, _): return self.place(of: .turned, at: sign)
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
        guard !standsInIndex(place) else { return nil }
        let own = facts[Int(place)]
        let isNumber = own.type.rank == 0
        var made = Additions(place)
        switch edit {
        case .value(let value): return replaced(place, by: .number(value, decimals: 0), root)
        case .bare:
            switch nodes[Int(place)].kind {
            case .power(let base, _): return replaced(place, by: .unary(.plus, base), root)
            case .unary(.negate, let inner), .unary(.elementwise(.sqrt), let inner): return replaced(place, by: .unary(.plus, inner), root)
            default: return nil
            }
        case .turned:
            guard case .binary(let operation, let a, let b) = nodes[Int(place)].kind else { return nil }
            return replaced(place, by: .binary(operation == .add ? .subtract : .add, a, b), root)
        case .added:
            guard case .product(let a, let b, _) = nodes[Int(place)].kind else { return nil }
            return replaced(place, by: .binary(.add, a, b), root)
        case .exchanged:
            guard case .binary(.divide, let a, let b) = nodes[Int(place)].kind else { return nil }
            return replaced(place, by: .binary(.divide, b, a), root)
        case .negated: made.add(.unary(.negate, place), own)
        case .squared where isNumber: made.add(.power(place, made.number(2)), own)
        case .rooted where isNumber: made.add(.unary(.elementwise(.sqrt), place), own)
        case .complement where isNumber: made.add(.binary(.subtract, made.number(1), place), own)
        case .lessOne where isNumber: made.add(.binary(.subtract, place, made.number(1)), own)
        case .squared, .rooted, .complement, .lessOne: return nil
        case .scaled(let factor): made.add(.product(made.number(factor), place, .juxtaposed), own)
        case .scaledByName(let name, let isInverted):
            guard var factor = copy(ofNameAt: name, below: own.slots, &made) else { return nil }
            if isInverted { factor = made.add(.binary(.divide, made.number(1), factor), Facts(type: .scalar, slots: own.slots)) }
            made.add(.product(factor, place, .juxtaposed), own)
        case .bracketed(_, let lower, let upper): guard bracket(place, from: lower, to: upper, &made) else { return nil }
        }
        return inserting(made, root: root)
    }

    /// Whether both were written, one behind the other: what the reader puts in the place of a name has its range in all parts.
    fileprivate func standApart(_ a: ID, _ b: ID) -> Bool { nodes[Int(a)].range.upper <= nodes[Int(b)].range.lower }

    /// Below a bound or a place of an array: there a change makes other things of the indices, or of the sizes.
    private func standsInIndex(_ place: ID) -> Bool {
        var isMarked = [Bool](repeating: false, count: nodes.count)
        var isAny = false
        func mark(_ id: ID) {
            guard id >= 0 else { return }
            isMarked[Int(id)] = true
            isAny = true
        }
        for entry in slotEntries {
            if case .bounds(let first, let last) = entry.bounds {
                mark(first)
                mark(last)
            }
        }
        for node in nodes { if case .access(_, let list) = node.kind { for id in children(list) { mark(id) } } }
        guard isAny else { return false }
        for k in nodes.indices.reversed() where isMarked[k] { Self.forEachChild(of: nodes[k].kind, lists: lists) { isMarked[Int($0)] = true } }
        return isMarked[Int(place)]
    }

    // MARK: What is added

    /// Nodes behind one of the tree, the last of which takes its place.
    private struct Additions {
        let place: ID
        var kinds: [Kind] = []
        var types: [Facts] = []
        var lists: [ID] = []

        init(_ place: ID) { self.place = place }

        @discardableResult
        mutating func add(_ kind: Kind, _ facts: Facts) -> ID {
            kinds.append(kind)
            types.append(facts)
            return place + ID(truncatingIfNeeded: kinds.count)
        }

        mutating func number(_ value: Double) -> ID { add(.number(value, decimals: 0), Facts(type: .scalar, slots: 0)) }
    }

    /// A number's name once more, `x` or `x_i`, where its indices run.
    private func copy(ofNameAt range: ByteRange, below slots: UInt64, _ made: inout Additions) -> ID? {
        let known = nodes.indices.last { k in
            guard nodes[k].range == range, facts[k].type.rank == 0, facts[k].slots & ~slots == 0 else { return false }
            switch nodes[k].kind {
            case .symbol: return true
            case .access(let base, let list):
                guard case .symbol = nodes[Int(base)].kind else { return false }
                return children(list).allSatisfy { id in id >= 0 && { if case .slot = nodes[Int(id)].kind { true } else { false } }() }
            default: return false
            }
        }
        guard let known else { return nil }
        guard case .access(let base, let list) = nodes[known].kind else { return made.add(nodes[known].kind, facts[known]) }
        let array = made.add(nodes[Int(base)].kind, facts[Int(base)])
        var places: [ID] = []
        for id in children(list) { places.append(made.add(nodes[Int(id)].kind, facts[Int(id)])) }
        let start = Int32(truncatingIfNeeded: lists.count + made.lists.count)
        made.lists += places
        return made.add(.access(array, List(start: start, count: Int32(truncatingIfNeeded: places.count))), facts[known])
    }

    /// `a b + c d` as `a (b + c) d`: brackets from the factor that begins at `lower` to the one that ends at `upper`.
    private func bracket(_ sum: ID, from lower: Int, to upper: Int, _ made: inout Additions) -> Bool {
        guard case .binary(let operation, var left, let right) = nodes[Int(sum)].kind, operation == .add || operation == .subtract else { return false }
        let own = facts[Int(sum)]
        var before: (value: ID, operation: BinaryOperation)?
        if case .binary(let outer, let a, let b) = nodes[Int(left)].kind, outer == .add || outer == .subtract, standApart(a, b) {
            before = (a, outer)
            left = b
        }
        var isNegative = false
        if case .unary(.negate, let inner) = nodes[Int(left)].kind, nodes[Int(inner)].range.lower > nodes[Int(left)].range.lower {
            isNegative = true
            left = inner
        }
        let (first, last) = (factors(left), factors(right))
        guard own.type.rank == 0, (first + last).allSatisfy({ facts[Int($0)].type.rank == 0 }), before.map({ facts[Int($0.value)].type.rank == 0 }) ?? true,
            let start = first.firstIndex(where: { nodes[Int($0)].range.lower == lower }), let end = last.firstIndex(where: { nodes[Int($0)].range.upper == upper })
        else { return false }
        func product(_ ids: some Sequence<ID>) -> ID? { ids.reduce(nil) { all, id in all.map { made.add(.product($0, id, .juxtaposed), own) } ?? id } }
        guard let a = product(first[start...]), let b = product(last[...end]) else { return false }
        let inner = made.add(.binary(operation, a, b), own)
        guard var whole = product(Array(first[..<start]) + [inner] + Array(last[(end + 1)...])) else { return false }
        if isNegative { whole = made.add(.unary(.negate, whole), own) }
        if let before { whole = made.add(.binary(before.operation, before.value, whole), own) }
        return true
    }

    /// Products join from the left.
    private func factors(_ id: ID) -> [ID] {
        var found: [ID] = []
        var rest = id
        while case .product(let a, let b, _) = nodes[Int(rest)].kind, standApart(a, b) {
            found.append(b)
            rest = a
        }
        found.append(rest)
        return found.reversed()
    }

    private func replaced(_ place: ID, by kind: Kind, _ root: ID) -> Expression { Expression(tree: replacing(place, by: kind), root: root) }

    private func inserting(_ made: Additions, root: ID) -> Expression {
        let place = made.place
        let count = ID(truncatingIfNeeded: made.kinds.count)
        let last = place + count
        func moved(_ id: ID) -> ID { id > place ? id + count : id == place ? last : id }
        var changed: [Node] = []
        var facts: [Facts] = []
        changed.reserveCapacity(nodes.count + made.kinds.count)
        facts.reserveCapacity(nodes.count + made.kinds.count)
        for (k, node) in nodes.enumerated() {
            changed.append(Node(kind: node.kind.naming(moved), range: node.range))
            facts.append(self.facts[k])
            guard k == Int(place) else { continue }
            for (kind, type) in zip(made.kinds, made.types) {
                changed.append(Node(kind: kind, range: node.range))
                facts.append(type)
            }
        }
        let tree = ExpressionTree(
            self, nodes: changed, facts: facts, lists: lists.map { $0 < 0 ? $0 : moved($0) } + made.lists, localPoints: localPoints.map { $0 < 0 ? $0 : moved($0) },
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
