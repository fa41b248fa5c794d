import Formulas
import Markdown
import Source
import Tensors

/// Compares a definition with another one of the same name in the note. Verifies only: a name may stand for two things.
struct NoteEvidence {
    let context: StatementContext
    let statement: Statement

    /// Agreement with an earlier definition of the same name, from the same letters, by another formula.
    func judge(_ definition: Definition) -> EvidenceResult {
        guard !definition.body.isBareSymbol, definition.body.printedNumber == nil, definition.indices.count < 2 else { return .none }
        let hash = context.bodyHash(of: statement)
        for stated in context.stated.reversed() where stated.known.definition.name == definition.name && stated.bodyHash != hash {
            guard let run = run(definition, stated), run.verdict == .verified, run.isTelling else { continue }
            return .verified(
                Evidence(by: .note, name: "line \(stated.line)", samples: run.tally.agreeing, maxError: run.tally.maxError),
                implementation: nil, variant: nil)
        }
        return .none
    }

    private func run(_ definition: Definition, _ stated: StatedDefinition) -> SampleRun? {
        let other = stated.known.definition
        guard other.body.standIns.isEmpty, other.isFunction == definition.isFunction, other.indices.count == definition.indices.count,
            other.parameters.map(\.name) == definition.parameters.map(\.name),
            Set(other.body.symbols) == Set(definition.body.symbols)
        else { return nil }
        var plan = context.plan(statement, number: context.statementNumber, resolving: false)
        for symbol in stated.known.symbols {
            guard let input = plan.inputs.first(where: { $0.key == symbol.name }) else { continue }
            let shape = (symbol.shape?.dimensions ?? []).map { DimensionSizes.key($0, statement: stated.known.statement) }
            guard shape.count == input.shape.count else { return nil }
            for (a, b) in zip(input.shape, shape) { plan.sizes.unify(a, b) }
        }
        plan.add(stated.known.symbols, statement: stated.known.statement)
        return SampleRun.run(plan, seed: context.seed, budget: context.budget) { trial in
            guard let a = context.value(definition.body, trial.bindings), let b = context.value(other.body, trial.bindings) else {
                return nil
            }
            return (
                SideValue(a.tensor, slots: [], magnitude: a.magnitude), SideValue(b.tensor, slots: [], magnitude: b.magnitude)
            )
        }
    }
}

extension StatementContext {
    /// Of the side that defines, blanks left out.
    func bodyHash(of statement: Statement) -> UInt64 {
        guard statement.sides.count > 1 else { return 0 }
        return ContentHash.ofLaTeX(span.latex[statement.sides[1].range.clamped(to: span.latex.count).range])
    }
}
