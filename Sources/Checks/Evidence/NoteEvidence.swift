import Formulas
import Markdown
import Source
import Tensors

/// Compares a definition with another one of the same name in the note. A name may stand for two things: only what the text
/// recalls must be what was said before.
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

    private static let recalling = PhraseSet(["recall", "again", "as above", "as before", "as defined", "remember that", "earlier", "回顾", "回忆", "如前", "前面", "前文", "上文", "还记得", "重写", "再次"])

    /// A definition that the text recalls, and that says something else than the one before.
    func contradiction(_ definition: Definition) -> Diagnostic? {
        guard !context.isQualified, Self.recalling.occurs(in: TextFolding.folded(context.surroundings.sentence)), !definition.body.isTentative,
            let stated = context.stated.last(where: { $0.known.definition.name == definition.name }),
            stated.bodyHash != context.bodyHash(of: statement), !stated.known.definition.body.isTentative,
            let first = run(definition, stated), first.verdict == .differs,
            run(definition, stated, seed: context.seed ^ StatementContext.secondSeed)?.verdict == .differs
        else { return nil }
        let difference = run(definition, stated, isRound: true)?.differing.first ?? first.differing.first
        var message = "this is not what line \(stated.line) says of \(definition.name)"
        if let difference {
            message += ": at \(difference.inputWords) it gives \(ValueWords.text(difference.actual)), there \(ValueWords.text(difference.expected))"
        }
        return Diagnostic(
            .wrongEquation, at: context.place(statement.range), message, related: [.init(at: stated.known.range, "defined here")],
            counterexample: difference?.counterexample)
    }

    private func run(_ definition: Definition, _ stated: StatedDefinition, seed: UInt64? = nil, isRound: Bool = false) -> SampleRun? {
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
        return SampleRun.run(plan, seed: seed ?? context.seed, isRound: isRound, budget: context.budget) { trial in
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
