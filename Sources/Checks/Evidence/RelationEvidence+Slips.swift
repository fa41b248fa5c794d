import Formulas
import Source
import Tensors

/// Relations that may claim nothing by their form, but are mistakes by what stands beside them.
extension RelationEvidence {
    /// An order that holds nowhere, and the other way round everywhere: no condition on the data makes it hold.
    func isTurned(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, _ first: SampleRun, step: Int) -> Bool {
        guard relation.isOrder, statement.reason == nil, first.tally.agreeing == 0, !left.isBareSymbol, !right.isBareSymbol, !sources(of: left, plan).isEmpty,
            !sources(of: right, plan).isEmpty, !left.isTentative, !right.isTentative, !context.deniesTruth, speakOfTheSame(left, right, plan, step: step)
        else { return false }
        let other = run(plan, right, left, relation, seed: context.seed ^ StatementContext.secondSeed)
        return other.verdict == .verified && other.isTelling && !isRescuedByReading(step: step, relation)
    }

    /// A relation that may claim nothing, but that one slip separates from an identity, or whose neighbours in the chain agree.
    func misstated(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, _ first: SampleRun, step: Int, isStep: Bool
    ) -> EvidenceResult {
        guard relation.kind == .equal || relation.kind == .identical, statement.reason == nil, statement.definition == nil || step > 0, !isModular,
            !context.deniesTruth, !left.appliesFunctionToMatrix, !right.appliesFunctionToMatrix,
            run(plan, left, right, relation, seed: context.seed ^ StatementContext.secondSeed, until: .differs).verdict == .differs,
            !isRescuedByReading(step: step, relation, except: .centredVariables)
        else { return .none }
        // What stands for a function that nothing defines may be another one under a condition.
        if left.isTentative || right.isTentative, context.restrictsFunctions { return .none }
        // `\partial b / \partial w` of what does not depend on it is 0, and no number of its own.
        if left.hasUnknownDerivative || right.hasUnknownDerivative { return .none }
        // `f(-x) = f(x)`, `K(x, y) = K(y, x)`: what a function is like, however near it is to what holds of all.
        if left.isUnknownValue, right.isUnknownValue, left.standIns == right.standIns { return .none }
        // `…, \quad x \ne y`
        if isOfRelatedNames || holdsOfIndependentEvents(plan, left, right, relation) { return .none }
        // `A = LU`, then `PA = LU` under a condition: one slip from what was said before, and another matter.
        if !plan.derived.isEmpty, context.isConditional { return .none }
        // What is read as products of numbers here may be operators, basis vectors or complex numbers.
        guard !appliesInput(plan, step), !sumsOverPairs(left, right), !plan.inputs.contains(where: { Self.isImaginaryUnit($0.key) }),
            plan.inputs.count(where: { Self.isBasisVector($0) }) <= 1
        else { return .none }
        guard speakOfTheSame(left, right, plan, step: step) else { return .none }
        var found = diagnostic(plan, left, right, relation, first, isStep: isStep)
        if let free = statement.indices.first(where: { !$0.isBound }) {
            found.message = "index `\(free.name.name)` is bound by nothing"
            found.counterexample = nil
        } else if neighboursAgree(around: step + 1, relation) {
            found.help = "the sides before and after this one agree"
            return .refuted(found)
        }
        // `w^\top x + b = 0` is to be met: what vanishes everywhere shows nothing.
        if neighboursAgree(around: step, relation) || left.printedNumber?.value == 0 || right.printedNumber?.value == 0 { return .none }
        let slip = SlipEvidence(context: context, statement: statement, index: index).makesIdentity(step: step, sample: sample) { other, a, b in
            if a.isOptimised || b.isOptimised { return false }
            let run = run(self.plan(other, for: a, b), a, b, relation, seed: context.seed, until: .isVerified)
            if a.isTentative || b.isTentative { return run.verdict == .verified && run.isCloseAndTelling }
            return run.verdict == .verified && (run.isTelling || a.symbols.count + b.symbols.count > 0 && !run.vanishes)
        }
        guard let slip, slip.kind == .index || statement.indices.allSatisfy(\.isBound) else { return .none }
        found.help = "both sides agree \(slip.words)"
        return .refuted(found)
    }

    /// The first sample of two sides.
    private func sample(_ statement: Statement, _ left: Expression, _ right: Expression) -> Bindings? {
        let plan = plan(statement, for: left, right)
        guard let trial = plan.trial(0, seed: context.seed, imposing: imposedByText(plan), budget: context.budget), context.spoken.hold(trial.bindings, budget: context.budget)
        else { return nil }
        return trial.bindings
    }

    /// Whether another statement of the formula relates two letters: it holds for such data. Indices the reader takes by itself.
    var isOfRelatedNames: Bool {
        context.reading.statements.indices.contains { place in
            let other = context.reading.statements[place]
            guard place != index, other.relations.count == 1, other.sides.count == 2 else { return false }
            return other.sides.allSatisfy { side in side.range.count == 1 && bytes(of: side.range).allSatisfy(\.isASCIILetter) }
        }
    }

    /// Whether one lost name at most separates what the sides are made of: sides of an identity, not an equation to be met.
    ///
    /// Names that have several meanings are data where nothing is put in their place.
    private func speakOfTheSame(_ left: Expression, _ right: Expression, _ plan: SamplePlan, step: Int) -> Bool {
        guard plan.derived.isEmpty && !appliesUncertainFunction(step) || context.isCertain(plan, statement.sides[step...(step + 1)]) else { return false }
        let (a, b) = (sources(of: left, plan), sources(of: right, plan))
        return a.symmetricDifference(b).count <= 1 || a.isEmpty || b.isEmpty
    }

    /// A function that the note defines in several ways stands in the sides: which of them is meant is not certain.
    func appliesUncertainFunction(_ step: Int) -> Bool {
        let functions = context.functionsStatedAgain.union(context.uncertain.filter { context.scope[$0]?.definition?.isFunction ?? false })
        guard !functions.isEmpty else { return false }
        let letters = context.letters(in: statement.sides[step...(step + 1)].map(\.range))
        return functions.contains { StatementContext.mayMean($0, letters) && !isStatedAlike($0) }
    }

    /// Whether all that the note says of a function up to here comes to the same on samples.
    private func isStatedAlike(_ name: SymbolKey) -> Bool {
        let definitions = context.stated.filter { $0.known.definition.name == name && $0.known.definition.isFunction }
        guard let first = definitions.first, definitions.count > 1 else { return false }
        return definitions.dropFirst().allSatisfy { $0.bodyHash == first.bodyHash || computesTheSame($0.known, first.known) }
    }

    /// Functions of one number, on a few points.
    private func computesTheSame(_ a: KnownDefinition, _ b: KnownDefinition) -> Bool {
        guard let x = a.definition.parameters.first?.name, let y = b.definition.parameters.first?.name, a.definition.parameters.count == 1, b.definition.parameters.count == 1,
            a.definition.body.symbols == [x], b.definition.body.symbols == [y]
        else { return false }
        return [-2.25, -0.5, 0.75, 1.5, 3].allSatisfy { point in
            guard let first = context.value(a.definition.body, [x: Tensor(point)]), let second = context.value(b.definition.body, [y: Tensor(point)]) else { return false }
            if case .agree = SideValue.compare(first, second) { return true }
            return false
        }
    }

    /// Whether the sides of the chain on both sides of one agree on all data: then that one is what is wrong.
    private func neighboursAgree(around place: Int, _ relation: Relation) -> Bool {
        guard place > 0, place + 1 < statement.sides.count, [place - 1, place].allSatisfy({ [.equal, .identical].contains(statement.relations[$0].kind) }),
            let before = statement.sides[place - 1].expression, let after = statement.sides[place + 1].expression, !before.isBareSymbol, !before.isTentative,
            !after.isTentative
        else { return false }
        let plan = plan(statement, for: before, after)
        guard !plan.inputs.isEmpty else { return false }
        let run = run(plan, before, after, relation, seed: context.seed, until: .isVerified)
        return run.verdict == .verified && run.isTelling
    }
}
