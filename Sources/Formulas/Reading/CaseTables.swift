import Source
import Tensors

/// The rows of one `cases` table: values, each under its condition.
public struct CaseTable: Sendable {
    public var values: [Expression]
    /// Of the values in turn.
    public var conditions: [Expression]
    /// Holds where no condition does.
    public var otherwise: Expression?
    /// Of the whole table, in the formula.
    public var range: ByteRange
}

extension Expression {
    /// The `cases` tables in it, outermost first.
    public var caseTables: [CaseTable] {
        let tables = tree.reachable(from: root).filter { if case .choose = tree.nodes[Int($0)].kind { true } else { false } }
        return tables.sorted(by: >).compactMap { id in
            guard case .choose(let list) = tree.nodes[Int(id)].kind else { return nil }
            let parts = Array(tree.children(list))
            let rows = parts.count / 2
            return CaseTable(
                values: (0..<rows).map { Expression(tree: tree, root: parts[2 * $0]) }, conditions: (0..<rows).map { Expression(tree: tree, root: parts[2 * $0 + 1]) },
                otherwise: parts.count % 2 == 1 ? parts.last.map { Expression(tree: tree, root: $0) } : nil, range: tree.nodes[Int(id)].range)
        }
    }

    /// Whether an equation, a membership or a whole number decides whether a condition holds.
    public var holdsEquality: Bool {
        tree.reachable(from: root).contains { id in
            if case .binary(.elementwise(let function), _, _) = tree.nodes[Int(id)].kind { function == .equal || function == .notEqual } else { false }
        }
    }
}
