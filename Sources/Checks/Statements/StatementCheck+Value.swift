import Formulas
import Source
import Tensors

/// The value that pages show for a statement.
extension StatementCheck {
    /// On the author's data where there is some, else on the first sample.
    func evaluate(_ result: inout StatementResult) {
        if let withData, withData.symbols.contains(where: { data($0.name) != nil }),
            show(withData, values: data, &result)
        {
            return
        }
        if show(statement, values: { _ in nil }, &result) { return }
        if result.record.reason == nil, let error = lastError(statement) {
            result.record.reason = error.reason
        }
    }

    private func show(_ statement: Statement, values: (SymbolKey) -> Tensor?, _ result: inout StatementResult) -> Bool {
        guard let expression = shownExpression(statement) else { return false }
        var plan = context.plan(statement, number: context.statementNumber)
        if plan.inputs.contains(where: { context.known[$0.key] != nil }) {
            // What follows from numbers that the note gives.
            let whole = context.plan(statement, number: context.statementNumber, all: true)
            if whole.inputs.isEmpty, whole.sizeSymbols.isEmpty { plan = whole }
        }
        plan.bind(values)
        guard let (trial, value) = tellingSample(plan, expression) else { return false }
        var used = Set(expression.symbols)
        for side in statement.sides.dropFirst(statement.definition == nil ? 0 : 1) { used.formUnion(side.expression?.symbols ?? []) }
        for entry in plan.derived.reversed() where used.contains(entry.key) { used.formUnion(entry.expression.symbols) }
        result.record.sample = trial.shown.filter { used.contains(SymbolKey(canonical: $0.name)) }
        result.record.standIns = Set(
            statement.sides.flatMap { $0.expression?.standIns ?? [] } + plan.derived.filter { used.contains($0.key) }.flatMap(\.expression.standIns)
        ).sorted()
        var tidy = Self.tidied(value)
        if !tidy.isFinite, case .number(let byHand) = expression.handArithmetic { tidy = Tensor(byHand) }
        // An indefinite integral is no number: its sides stand for their derivatives.
        if !statement.isUpToConstant { result.record.value = tidy }
        result.shown = SideValue(tidy, slots: value.slots, magnitude: value.magnitude)
        result.record.plot = FunctionPlot(context: context).plot(statement, trial)
        return true
    }

    /// The first sample with a finite value that is not zero, which shows little; else the first with a finite one, else the last.
    private func tellingSample(_ plan: SamplePlan, _ expression: Expression) -> (SamplePlan.Trial, SideValue)? {
        var zero: (SamplePlan.Trial, SideValue)?
        var last: (SamplePlan.Trial, SideValue)?
        for attempt in 0..<4 {
            last = nil
            guard let trial = plan.trial(attempt * 3, seed: context.seed, budget: context.budget),
                let value = context.value(expression, trial.bindings)
            else { continue }
            last = (trial, value)
            guard value.tensor.isFinite else { continue }
            if value.tensor.maximumMagnitude > 0 { return last }
            if zero == nil { zero = last }
        }
        return zero ?? last
    }

    /// The body of a definition, else the last side that is more than a printed number, else the last.
    private func shownExpression(_ statement: Statement) -> Expression? {
        if let definition = statement.definition { return definition.body }
        let sides = statement.sides.compactMap(\.expression)
        return sides.last { $0.printedNumber == nil && !$0.isBareSymbol } ?? sides.last
    }

    /// Magnitudes below 1e-12 of the largest intermediate are rounding errors: 0.
    private static func tidied(_ value: SideValue) -> Tensor {
        let scale = max(value.magnitude, value.tensor.maximumMagnitude)
        guard scale > 0, scale.isFinite else { return value.tensor.detached }
        return value.tensor.detached.map(kind: value.tensor.kind) { abs($0) < 1e-12 * scale ? 0 : $0 }
    }

    private func lastError(_ statement: Statement) -> EvaluationError? {
        guard let expression = shownExpression(statement) else { return nil }
        let plan = context.plan(statement, number: context.statementNumber)
        guard let trial = plan.trial(0, seed: context.seed, budget: context.budget) else { return nil }
        do throws(EvaluationError) {
            _ = try expression.evaluate(trial.bindings, budget: context.budget)
            return nil
        } catch {
            return error
        }
    }
}
