import Formulas
import Source
import Tensors

/// What else a relation may mean: other readings, and conditions under which it holds.
extension RelationEvidence {
    func isRescuedByReading(step: Int, _ relation: Relation, except choice: Choices = [], isPositive: Bool = false) -> Bool {
        let others = FormulaReader.alternatives(
            to: index, of: context.reading, in: context.tree, scope: context.scope,
            vocabulary: context.shared.vocabulary)
        for other in others where choice.isEmpty || !other.taken.contains(choice) {
            guard other.sides.count == statement.sides.count, let left = other.sides[step].expression,
                let right = other.sides[step + 1].expression
            else { continue }
            var plan = plan(other, for: left, right)
            if isPositive { plan.makePositive() }
            let run = run(plan, left, right, relation, seed: context.seed, until: .differs)
            // A reading without values, and one that makes everything vanish, explain nothing.
            if run.verdict == .differs || run.tally.remaining == 0 { continue }
            if other.taken.contains(.centredVariables), run.vanishes, !context.surroundings.subjects.contains(.assumption(.zeroMean)) { continue }
            return true
        }
        return false
    }

    /// Whether the expectation of one of its variables stands in the statement: then that is not zero by convention.
    func writesMean(_ plan: SamplePlan) -> Bool {
        guard statement.hasMoments else { return false }
        var text = String(decoding: bytes(of: statement.range), as: UTF8.self)
        for mark in ["\\left", "\\right", "\\bigl", "\\bigr", "\\mathbb", "\\mathrm", "\\mathsf", "\\operatorname", "{", "}", " "] {
            while let found = text.firstRange(of: mark) { text.removeSubrange(found) }
        }
        return plan.inputs.contains { input in
            guard let letter = input.key.name.first, input.key.name.count == 1 else { return false }
            return ["E[\(letter)]", "E(\(letter))"].contains { text.contains($0) }
        }
    }

    func underAssumptions(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, by: Evidence.Source, step: Int
    ) -> EvidenceResult? {
        let (a, b) = (sources(of: left, plan), sources(of: right, plan))
        let variables = left.derivativeVariables.union(right.derivativeVariables)
        // What is differentiated by varies freely.
        for (key, kind, source) in context.assumptions(for: plan) where !(variables.contains(key) && [.binary, .signs, .oneHot].contains(kind)) && maySuit(kind, key) {
            let run = run(plan, left, right, relation, seed: context.seed, imposing: [(key, kind)], until: .isVerified)
            guard run.verdict == .verified, run.isTelling, !relation.isOrder || run.isOrdered else { continue }
            let words = "\(key.name) \(kind.words)"
            if source.isKnown { return verified(by, step, run, assuming: [words]) }
            // What is said of something else neither proves it nor asks for more.
            if source.isLoose { return underAssumptionsOfAll(plan, left, right, relation, by: by, step: step) ?? EvidenceResult.none }
            // A condition itself (A = A^⊤) is no claim that needs one.
            guard a == b, !left.isBareSymbol, !right.isBareSymbol, !context.surroundings.isConditional, context.surroundings.supposition != .open else {
                return EvidenceResult.none
            }
            if let all = underAssumptionsOfAll(plan, left, right, relation, by: by, step: step) { return all }
            return .needsAssumption(
                Diagnostic(
                    .needsAssumption, at: context.place(statement.range), "this holds only if \(words)",
                    help: "say so in the text, or write `<!-- gloss: assume … -->` before it"))
        }
        return underAssumptionsOfAll(plan, left, right, relation, by: by, step: step)
    }

    /// What prose calls positive or one-hot is no event.
    private func maySuit(_ kind: Assumption, _ key: SymbolKey) -> Bool {
        guard statement.kind == .probability, !statement.relations.contains(where: \.isOrder), ![.independent, .partition].contains(kind), let symbol = statement.symbols.first(where: { $0.name == key }) else { return true }
        return !symbol.learned.words.hasPrefix("a random variable")
    }

    func ofPositiveData(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation) -> SampleRun? {
        let run = run(plan, left, right, relation, seed: context.seed, imposing: plan.inputs.map { ($0.key, .positive) }, until: .isVerified)
        return run.verdict == .verified && run.isTelling ? run : nil
    }

    /// One condition that the text speaks of, on all data that can meet it: `p` and `q` are both distributions.
    func underAssumptionsOfAll(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, by: Evidence.Source, step: Int
    ) -> EvidenceResult? {
        let cued = context.assumptions(for: plan).filter { $0.source.isKnown }
        for kind in Assumption.allCases {
            let keys = cued.filter { $0.kind == kind && maySuit(kind, $0.key) }.map(\.key)
            guard keys.count > 1 else { continue }
            let run = run(plan, left, right, relation, seed: context.seed, imposing: keys.map { ($0, kind) }, until: .isVerified)
            guard run.verdict == .verified, run.isTelling, !relation.isOrder || run.isOrdered else { continue }
            return verified(by, step, run, assuming: keys.map { "\($0.name) \(kind.words)" })
        }
        return nil
    }

    /// What holds of names by what the note defines them as: `\sum_i \hat{y}_i = 1`, `P^2 = P`.
    func underDefinitions(_ left: Expression, _ right: Expression, _ relation: Relation, by: Evidence.Source, step: Int) -> EvidenceResult? {
        guard !left.isTentative, !right.isTentative else { return nil }
        let few = context.plan(statement, number: context.statementNumber)
        let whole = context.plan(statement, number: context.statementNumber, all: true)
        guard whole.derived.count > few.derived.count, !whole.derived.contains(where: { $0.expression.isTentative }),
            sources(of: left, few).isEmpty || sources(of: right, few).isEmpty
                || !isOfExamples(whole.derived.map(\.key).filter { key in !few.derived.contains { $0.key == key } })
        else { return nil }
        let plan = restricted(whole, to: left, right)
        let run = run(plan, left, right, relation, seed: context.seed, until: .isVerified)
        guard run.verdict == .verified, plan.derived.contains(where: { left.symbols.contains($0.key) || right.symbols.contains($0.key) }) else { return nil }
        return verified(by, step, run)
    }

    /// Whether names have numbers as values, and nothing else: an identity for one example shows nothing.
    private func isOfExamples(_ names: [SymbolKey]) -> Bool {
        names.allSatisfy { context.known[$0].map { $0.definition.body.symbols.isEmpty && $0.definition.body.shape.rank == 0 } ?? false }
    }

    /// What holds of convex functions in the place of one that the text calls convex.
    func underConvexity(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, by: Evidence.Source, step: Int
    ) -> EvidenceResult {
        guard relation.isOrder, context.surroundings.subjects.contains(.convexity), left.standIns == right.standIns, left.standIns.count == 1 else { return .none }
        var convex = plan
        convex.standInsAreConvex = true
        let weights = plan.inputs.filter { $0.shape.count < 2 && ["lambda", "theta", "t", "alpha", "w", "p", "pi"].contains($0.key.name) }
            .map { ($0.key, $0.shape.isEmpty ? Assumption.unitInterval : .sumsToOne) }
        let run = run(convex, left, right, relation, seed: context.seed, imposing: weights, until: .isVerified)
        guard run.verdict == .verified, run.isTelling else { return .none }
        return verified(by, step, run, assuming: left.standIns.map { "\($0) is convex" })
    }
}
