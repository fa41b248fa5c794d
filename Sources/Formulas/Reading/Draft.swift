import Source
import Tensors

/// An expression tree in the making: what the parser adds to, before types are inferred.
struct Draft: Sendable {
    typealias ID = ExpressionTree.ID
    typealias Kind = ExpressionTree.Kind
    typealias List = ExpressionTree.List

    var nodes: [ExpressionTree.Node] = []
    var lists: [ID] = []
    var symbols: [SymbolEntry] = []
    var slots: [SlotEntry] = []
    var locals: [LocalEntry] = []
    /// The node whose value a local has, by local.
    var localPoints: [ID] = []
    var functions: [any KnownFunction] = []
    var symbolIndex: [SymbolKey: Int32] = [:]
    /// Derivatives that are quantities of their own, of what and by what: their shape is that of both.
    var derivatives: [(quotient: ID, body: ID, variable: ID)] = []

    static let nodeLimit = 20_000

    var isFull: Bool { nodes.count >= Self.nodeLimit }

    mutating func add(_ kind: Kind, _ range: ByteRange) -> ID {
        nodes.append(ExpressionTree.Node(kind: kind, range: range))
        return ID(truncatingIfNeeded: nodes.count - 1)
    }

    mutating func list(_ ids: [ID]) -> List {
        let start = Int32(truncatingIfNeeded: lists.count)
        lists += ids
        return List(start: start, count: Int32(truncatingIfNeeded: ids.count))
    }

    func children(_ list: List) -> ArraySlice<ID> {
        lists[Int(list.start)..<Int(list.start) + Int(list.count)]
    }

    mutating func number(_ value: Double, _ range: ByteRange, decimals: Int = -1) -> ID {
        add(.number(value, decimals: Int16(clamping: decimals)), range)
    }

    subscript(id: ID) -> ExpressionTree.Node { nodes[Int(id)] }

    /// Calls `visit` with each node that `kind` names, in order.
    func forEachChild(of kind: Kind, _ visit: (ID) -> Void) {
        ExpressionTree.forEachChild(of: kind, lists: lists, visit)
    }

    /// Nodes below `root`, itself included, in ascending order.
    func reachable(from root: ID) -> [ID] {
        ExpressionTree.reachable(from: root, nodes: nodes, lists: lists, slots: slots, localPoints: localPoints)
    }
}

extension ExpressionTree {
    @inline(__always)
    static func forEachChild(of kind: Kind, lists: [ID], _ visit: (ID) -> Void) {
        func all(_ list: List) {
            for id in lists[Int(list.start)..<Int(list.start) + Int(list.count)] where id >= 0 { visit(id) }
        }
        switch kind {
        case .number, .symbol, .slot, .local, .count, .identity, .truth: break
        case .unary(_, let a), .reduceAll(_, let a): visit(a)
        case .binary(_, let a, let b), .product(let a, let b, _), .power(let a, let b):
            visit(a)
            visit(b)
        case .call(_, let list), .choose(let list), .vector(let list), .matrix(_, _, let list): all(list)
        case .access(let base, let list):
            visit(base)
            all(list)
        case .reduce(_, _, let body, let condition):
            visit(body)
            if condition >= 0 { visit(condition) }
        case .norm(let a, _, let exponent):
            visit(a)
            if exponent >= 0 { visit(exponent) }
        case .derivative(let body, _, let at, _), .limit(let body, _, let at, _):
            visit(body)
            visit(at)
        case .optimum(let body, let variables, _, _):
            visit(body)
            all(variables)
        case .integral(let body, _, let from, let to):
            visit(body)
            visit(from)
            visit(to)
        }
    }

    static func reachable(
        from root: ID, nodes: [Node], lists: [ID], slots: [SlotEntry], localPoints: [ID], skipsInnerBodies: Bool = false
    ) -> [ID] {
        guard root >= 0 else { return [] }
        var reach = Reach(root)
        while let id = reach.open.popLast() {
            let kind = nodes[Int(id)].kind
            switch kind {
            case .slot(let s), .count(let s): reach.add(slots[Int(s)].bounds, lists)
            case .reduce(_, let s, _, _):
                reach.add(slots[Int(s)].bounds, lists)
                if skipsInnerBodies { continue }
            case .local(let l):
                if !skipsInnerBodies { reach.add(localPoints[Int(l)]) }
            case .derivative(_, _, let at, _) where skipsInnerBodies, .limit(_, _, let at, _) where skipsInnerBodies:
                reach.add(at)
                continue
            case .optimum where skipsInnerBodies: continue
            case .integral(_, _, let from, let to) where skipsInnerBodies:
                reach.add(from)
                reach.add(to)
                continue
            default: break
            }
            forEachChild(of: kind, lists: lists) { reach.add($0) }
        }
        return reach.found
    }

    /// The nodes found below a root.
    private struct Reach {
        private var isMarked: [Bool]
        private var count = 1
        /// Those whose children are still to be looked at.
        var open: [ID]

        init(_ root: ID) {
            isMarked = [Bool](repeating: false, count: Int(root) + 1)
            isMarked[Int(root)] = true
            open = [root]
        }

        mutating func add(_ id: ID) {
            guard id >= 0, Int(id) < isMarked.count, !isMarked[Int(id)] else { return }
            isMarked[Int(id)] = true
            count += 1
            open.append(id)
        }

        mutating func add(_ bounds: SlotEntry.Range, _ lists: [ID]) {
            switch bounds {
            case .inferred: break
            case .bounds(let first, let last):
                add(first)
                add(last)
            case .set(let list):
                for id in lists[Int(list.start)..<Int(list.start) + Int(list.count)] { add(id) }
            }
        }

        /// In ascending order: children before parents.
        var found: [ID] {
            var found: [ID] = []
            found.reserveCapacity(count)
            for k in isMarked.indices where isMarked[k] { found.append(ID(truncatingIfNeeded: k)) }
            return found
        }
    }
}
