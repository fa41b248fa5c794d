import LaTeX
import Source
import Tensors

/// Slips of the pen in indices.
extension StatementReader {
    func reboundIndices(_ statement: Statement, _ parser: inout ExpressionParser, _ tree: ExpressionTree) {
        guard !tree.slotEntries.isEmpty else { return }
        for side in statement.sides {
            guard let root = side.expression?.root, let entry = IndexUse(self.tree, tree, right: root).reboundIndex(root) else { continue }
            parser.diagnostics.append(
                Diagnostic(
                    .reboundIndex, at: entry.range, "index `\(entry.key)` is bound already by the operator around this one",
                    help: "give one of them another letter"))
            return
        }
    }

    /// Only a definition or an equation of two sides tells what was meant: a chain may sum a constant on its way.
    func indexSlips(_ statement: Statement, _ parser: inout ExpressionParser, _ tree: ExpressionTree, _ head: Head?) {
        guard statement.sides.count == 2, statement.relations.count == 1, statement.kind != .update,
            [.equal, .defines, .identical].contains(statement.relations[0].kind), let right = statement.sides[1].expression
        else { return }
        let left = statement.sides[0].expression
        guard head != nil || left != nil, parser.diagnostics.isEmpty else { return }
        let use = IndexUse(self.tree, tree, right: right.root)
        var own = Set(head?.indexNames ?? [])
        if let left {
            for index in statement.indices where tree.facts[Int(left.root)].slots & (1 << UInt64(index.slot)) != 0 { own.insert(index.name) }
        }
        if let index = use.strayIndex(among: statement.indices, of: own) {
            parser.diagnostics.append(
                Diagnostic(.unboundIndex, at: index.range, "index `\(index.name)` is bound by nothing, and the left side has another index"))
            return
        }
        let unbound = statement.indices.reduce(UInt64(0)) { $1.isBound ? $0 : $0 | 1 << UInt64($1.slot) }
        let isNamed = head?.isFunction == true && own.isEmpty
        for side in [left, right] {
            guard let side, own.isEmpty || head == nil,
                let index = use.strayUnderSum(side.root, among: statement.indices, isDefinition: isNamed, atLeast: head == nil || isNamed ? 1 : 2),
                !use.isNamed(index.name, in: statement.sides[0].range)
            else { continue }
            parser.diagnostics.append(
                Diagnostic(
                    .unboundIndex, at: index.range, "index `\(index.name)` is bound by nothing",
                    help: "the sum around it runs over another index"))
            return
        }
        if head != nil, let index = use.unpairedIndex(right.root, among: statement.indices, hasOwn: !own.isEmpty),
            !use.isNamed(index.name, in: statement.sides[0].range)
        {
            parser.diagnostics.append(
                Diagnostic(
                    .unboundIndex, at: index.range, "index `\(index.name)` is bound by nothing",
                    help: own.isEmpty ? "the sum around it runs over another index" : "the left side has other indices"))
            return
        }
        // `n \mu = \sum_{i=1}^{n} \mu` and means of means are right; `\sigma^2` is named as `\sigma` is.
        if head == nil, let left {
            switch tree.nodes[Int(left.root)].kind {
            case .power(let base, _):
                guard case .symbol = tree.nodes[Int(base)].kind, !left.symbols.contains(where: right.symbols.contains) else { return }
            // `\operatorname{softmax}(x)_i` is defined for each i.
            case .access(let array, _): guard case .call = tree.nodes[Int(array)].kind else { return }
            default: return
            }
        }
        for entry in use.unusedIndices(unbound: unbound, isDefinition: head != nil) {
            parser.diagnostics.append(
                Diagnostic(
                    .unusedIndex, at: entry.range, "index `\(entry.key)` is bound, but the terms do not use it",
                    help: "write the index where it belongs"))
        }
    }

    /// Whether an operator that binds the index ends before the place: what follows was probably to stand under it. Before
    /// the operator the same letter may well be another index.
    func boundBefore(_ key: SymbolKey, _ place: ByteRange, _ tree: ExpressionTree, _ statement: Statement) -> Bool {
        // Two sides that are equal speak of the same things; a bound or a derivative may have indices of its own.
        let isEquation = statement.kind != .gradient && statement.relations.allSatisfy { $0.kind == .equal }
        let side = isEquation ? statement.range : statement.sides.first { $0.range.contains(place) }?.range ?? statement.range
        return tree.nodes.contains { node in
            if case .reduce(_, let slot, _, _) = node.kind { tree.slotEntries[Int(slot)].key == key && node.range.end <= place.start && side.contains(node.range) } else { false }
        }
    }
}
