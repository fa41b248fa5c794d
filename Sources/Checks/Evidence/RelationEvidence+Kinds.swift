import Formulas
import Source
import Tensors

/// Relations of a kind of their own: orders at other scales, sides that are said to differ, indefinite integrals.
extension RelationEvidence {
    /// Whether an order of plain data holds where one of them is much larger, or much smaller, than the rest: `a \le L \|x\|` of
    /// samples that are all of one size says nothing.
    func holdsAtOtherScales(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, imposing: [(SymbolKey, Assumption)] = []
    ) -> Bool {
        guard relation.isOrder, plan.derived.isEmpty, plan.conditions.isEmpty, plan.orders.isEmpty, context.spoken.conditions.isEmpty else { return true }
        let scalable = plan.inputs.filter { $0.value == nil && ($0.domain == .real || $0.domain == .positive) }
        guard scalable.count > 1 else { return true }
        for index in 0..<4 {
            guard let trial = plan.trial(index, seed: context.seed, imposing: imposing, budget: context.budget) else { continue }
            for input in scalable.prefix(6) {
                guard let value = trial.bindings[input.key] else { continue }
                for factor in [60.0, 1.0 / 60] {
                    var bindings = trial.bindings
                    bindings[input.key] = value.map(kind: value.kind) { $0 * factor }
                    guard let a = context.value(left, bindings), let b = context.value(right, bindings) else { continue }
                    if case .differ = Self.compare(a, b, relation.kind) { return false }
                }
            }
        }
        return true
    }

    /// Whether it holds of all matrices of two rows, or of three: "for $n = 2$" may stand anywhere.
    func holdsOfSmallMatrices(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation) -> Bool {
        guard left.appliesDeterminant || right.appliesDeterminant, plan.inputs.contains(where: { $0.shape.count == 2 && $0.value == nil }) else { return false }
        return (2...3).contains { size in
            var small = plan
            for axis in Set(plan.inputs.filter { $0.shape.count == 2 }.flatMap(\.shape)) { small.sizes.unify(axis, .fixed(size)) }
            let run = run(small, left, right, relation, seed: context.seed, until: .isVerified)
            return run.tally.differing == 0 && run.tally.unclear == 0 && run.tally.agreeing >= Tally.leastVerified && run.isTelling
        }
    }

    /// Sides that are said to differ, and do: whatever the data.
    func differing(_ left: Expression, _ right: Expression, step: Int, isStep: Bool) -> EvidenceResult {
        guard !left.isTentative, !right.isTentative, !left.isBareSymbol, statement.definition == nil || step > 0 else { return .none }
        let plan = plan(statement, for: left, right)
        let by: Evidence.Source = isStep ? .step : .equation
        if plan.inputs.isEmpty, plan.sizeSymbols.isEmpty, plan.derived.isEmpty {
            guard let a = context.value(left, [:]), let b = context.value(right, [:]), case .differ = SideValue.compare(a, b) else { return .none }
            return .verified(Evidence(by: by, name: "both sides", samples: 1, maxError: 0), implementation: nil, variant: nil)
        }
        let (a, b) = (sources(of: left, plan), sources(of: right, plan))
        guard a == b, !a.isEmpty else { return .none }
        let run = run(plan, left, right, Relation(.equal, sign: "=", range: statement.relations[step].range), seed: context.seed)
        guard run.tally.agreeing == 0, run.tally.unclear == 0, run.tally.differing >= Tally.leastVerified else { return .none }
        return .verified(Evidence(by: by, name: "both sides", samples: run.tally.differing, maxError: 0), implementation: nil, variant: nil)
    }

    /// Indefinite integrals are never equations to be solved. Tables of them give what holds of positive data, `\arcsin(x / a)`,
    /// and of an interval around 0 that a substitution has in mind, as in `|\cos t| = \cos t`.
    func ofAntiderivatives(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, _ first: SampleRun, step: Int, isStep: Bool
    ) -> EvidenceResult {
        let positive: [(SymbolKey, Assumption)] = plan.inputs.map { ($0.key, .positive) }
        let near = positive.map { $0.0 == statement.integrationVariable ? ($0.0, Assumption.unitInterval) : $0 }
        var last = first.verdict
        for imposed in [positive, near] {
            let natural = run(plan, left, right, relation, seed: context.seed, imposing: imposed, times: Self.moreSamples)
            if natural.verdict == .verified { return verified(.gradient, step, natural) }
            last = natural.verdict
        }
        guard first.verdict == .differs, last == .differs, !left.isTentative, !right.isTentative, !context.isQualified, !isRescuedByReading(step: step, relation),
            derivativesHold(plan, left, right)
        else { return .none }
        return .refuted(diagnostic(plan, left, right, relation, first, isStep: isStep))
    }

    /// Most samples lie outside of what a root or an arcsine is defined on.
    private static let moreSamples = 4
}
