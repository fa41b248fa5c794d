import Formulas
import Source
import Tensors

/// Whether the conditions of a `cases` table fit together: no row is shadowed by those above it, none is lacking between two others.
///
/// Rows are taken in order, as authors mean `x < 0`, `x < 1`, otherwise. A single point that belongs to two rows or to none is nothing.
struct CasesEvidence {
    let context: StatementContext
    let statement: Statement

    func findings() -> [Diagnostic] {
        guard statement.reason == nil, !context.isQualified else { return [] }
        // The body of a definition may be a side as well.
        var judged: Set<ByteRange> = []
        var found: [Diagnostic] = []
        for expression in [statement.definition?.body].compactMap({ $0 }) + statement.sides.compactMap(\.expression) where !expression.isTentative {
            for table in expression.caseTables where judged.insert(table.range).inserted {
                if let finding = judge(table) { found.append(finding) }
            }
        }
        return found
    }

    private static let samples = 48
    private static let leastTold = 12
    private static let leastHeld = 6

    private func judge(_ table: CaseTable) -> Diagnostic? {
        guard table.conditions.count > 1 || table.otherwise != nil, !table.conditions.contains(where: \.holdsEquality), !table.conditions.contains(where: \.isTentative) else { return nil }
        var plan = context.plan(statement, number: context.statementNumber, resolving: false)
        let names = Set(table.conditions.flatMap(\.symbols)).intersection(plan.inputs.map(\.key))
        // Whole numbers lie in no gap.
        guard !names.isEmpty, plan.inputs.allSatisfy({ !names.contains($0.key) || $0.domain == .real && $0.value == nil }) else { return nil }
        plan.inputs.removeAll { !names.contains($0.key) }
        var held = Array(repeating: 0, count: table.conditions.count)
        var chosen = held
        var points: [(x: Double, isCovered: Bool)] = []
        for index in 0..<Self.samples {
            guard let trial = plan.trial(index, seed: context.seed, budget: context.budget) else { continue }
            let values = table.conditions.compactMap { context.value($0, trial.bindings)?.tensor }
            guard values.count == table.conditions.count, let count = values.first?.count, values.allSatisfy({ $0.count == count }) else { return nil }
            let x = names.count == 1 ? names.first.flatMap { trial.bindings[$0] } : nil
            for k in 0..<count {
                let first = values.firstIndex { $0.elements[k] != 0 }
                for row in values.indices where values[row].elements[k] != 0 { held[row] += 1 }
                if let first { chosen[first] += 1 }
                points.append((x.flatMap { $0.count == count ? $0.elements[k] : nil } ?? .nan, first != nil))
            }
        }
        guard points.count >= Self.leastTold else { return nil }
        if let row = held.indices.first(where: { held[$0] >= Self.leastHeld && chosen[$0] == 0 }) {
            return diagnostic(table, "case \(row + 1) never applies: where its condition holds, so does an earlier one")
        }
        guard table.otherwise == nil, names.count == 1, let name = names.first,
            !RelationEvidence.counting.contains(name.name), points.allSatisfy({ $0.x.isFinite }) else { return nil }
        let covered = points.filter(\.isCovered).map(\.x)
        guard let lowest = covered.min(), let highest = covered.max() else { return nil }
        let between = points.filter { !$0.isCovered && $0.x > lowest && $0.x < highest }.map(\.x)
        guard between.count >= 2, let gap = between.min(by: { abs($0) < abs($1) }) else { return nil }
        return diagnostic(table, "no case applies at \(name.name) = \(NumberFormat.significant(gap)), between two that do")
    }

    private func diagnostic(_ table: CaseTable, _ message: String) -> Diagnostic {
        Diagnostic(.brokenCases, at: context.place(table.range), message, help: "compare the conditions of the rows")
    }
}
