import Source
import Synchronization

extension ExpressionTree {
    /// What is evaluated for `root`, in order; bodies of sums and derivatives are evaluated by their node.
    func order(of root: ID) -> [ID] {
        known.withLock { known in
            if let order = known.orders[root] { return order }
            let order = Self.reachable(
                from: root, nodes: nodes, lists: lists, slots: slotEntries, localPoints: localPoints,
                skipsInnerBodies: true)
            if known.orders.count < Self.mostKnown { known.orders[root] = order }
            return order
        }
    }

    private static let mostKnown = 64

    /// `nil` where a root has no program, or one that never gave a value.
    func program(for root: ID) -> NumberProgram? {
        if let made = known.withLock({ $0.programs[root] }) {
            return made.flatMap { $0.failures.load(ordering: .relaxed) < NumberProgram.mostFailures ? $0 : nil }
        }
        let program = NumberProgram(self, root: root)
        known.withLock { if $0.programs.count < Self.mostKnown { $0.programs[root] = .some(program) } }
        return program
    }

    func shape(of id: ID) -> ArrayShape {
        let type = facts[Int(id)].type
        var out: [Dimension] = slots(in: facts[Int(id)].slots).map { dimensions.dimension(slotEntries[$0].dimension) }
        for axis in 0..<max(0, Int(type.rank)) { out.append(dimensions.dimension(type[axis])) }
        return ArrayShape(out, isRow: type.isRow)
    }

    func slots(in mask: UInt64) -> [Int] {
        var slots: [Int] = []
        var rest = mask
        while rest != 0 {
            slots.append(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
        return slots
    }

    func symbols(below root: ID) -> [SymbolKey] {
        if let symbols = known.withLock({ $0.symbols[root] }) { return symbols }
        var keys = Set<SymbolKey>()
        for id in Self.reachable(from: root, nodes: nodes, lists: lists, slots: slotEntries, localPoints: localPoints) {
            if case .symbol(let s) = nodes[Int(id)].kind, !symbols[Int(s)].isHidden { keys.insert(symbols[Int(s)].key) }
        }
        let symbols = keys.sorted()
        known.withLock { if $0.symbols.count < Self.mostKnown { $0.symbols[root] = symbols } }
        return symbols
    }

    func printedNumber(_ id: ID) -> PrintedNumber? {
        switch nodes[Int(id)].kind {
        case .number(let value, let decimals) where decimals >= 0: PrintedNumber(value: value, decimals: Int(decimals))
        case .unary(.negate, let a):
            if case .number(let value, let decimals) = nodes[Int(a)].kind, decimals >= 0 {
                PrintedNumber(value: -value, decimals: Int(decimals))
            } else {
                nil
            }
        default: nil
        }
    }

    func headName(_ id: ID) -> String {
        switch nodes[Int(id)].kind {
        case .number: "number"
        case .symbol(let s): symbols[Int(s)].key.name
        case .slot(let s): slotEntries[Int(s)].key.name
        case .local(let l): locals[Int(l)].key.name
        case .unary(let operation, _): "\(operation)"
        case .binary(let operation, _, _): "\(operation)"
        case .product: "product"
        case .power: "power"
        case .call(let f, _): functions[Int(f)].name
        case .access: "element"
        case .reduce(let reduction, _, _, _), .reduceAll(let reduction, _): "\(reduction)"
        case .choose: "cases"
        case .norm: "norm"
        case .matrix: "matrix"
        case .vector: "vector"
        case .derivative: "derivative"
        case .limit: "limit"
        case .integral: "integral"
        case .optimum: "optimum"
        case .count: "count"
        case .identity: "identity"
        case .truth(let value): "\(value)"
        }
    }
}

extension Expression {
    /// What derivatives in it are taken by.
    public var derivativeVariables: Set<SymbolKey> {
        var found: Set<SymbolKey> = []
        for id in tree.reachable(from: root) {
            if case .derivative(_, let local, _, _) = tree.nodes[Int(id)].kind { found.insert(tree.locals[Int(local)].key) }
        }
        return found
    }
}
