import Catalogue
import Formulas
import Source
import Tensors

/// Relations of a statement: each step of a chain against the side before it.
extension StatementCheck {
    private func holdsWithLowerSigns(_ step: Int, _ isStep: Bool) -> Bool {
        let reading = FormulaReader.read(context.tree, scope: context.scope, vocabulary: context.shared.vocabulary, taking: .lowerSigns)
        guard reading.statements.indices.contains(index) else { return false }
        if case .verified = RelationEvidence(context: context, statement: reading.statements[index], index: index).judge(step: step, isStep: isStep) { return true }
        return false
    }

    func checkRelations(_ result: inout StatementResult, _ outcomes: inout [Outcome]) {
        let relations = statement.relations
        let isStep = relations.count > 1
        let evidence = RelationEvidence(context: context, statement: statement, index: index)
        let backpropagation = BackpropagationEvidence(context: context, statement: statement, index: index)
        let simulation = statement.hasMoments ? SimulationEvidence(context: context, index: index) : nil
        for step in relations.indices where statement.sides[min(step + 1, statement.sides.count - 1)].range.upper > firstOwnByte {
            let relation = relations[step]
            if step == 0, !claimsDerivative, let definition = statement.definition, definition.range.lower <= relation.range.lower {
                if isStep {
                    result.record.steps.append(
                        StepRecord(
                            relation: relation.sign, outcome: outcomes.first ?? .notation,
                            range: stepRange(step), evidence: result.record.evidence))
                }
                continue
            }
            // `\delta = \frac{\partial C}{\partial z} = …`: the first step says what the name means.
            if isStep, let backpropagation, backpropagation.isNaming(step: step) {
                result.record.steps.append(StepRecord(relation: relation.sign, outcome: .notation, range: stepRange(step), evidence: []))
                continue
            }
            var outcome = missing(step, relation, &result)
            var stepEvidence: [Evidence] = []
            var judged = evidence.judge(step: step, isStep: isStep)
            if case .verified = judged, statement.hasTwoSigns, !holdsWithLowerSigns(step, isStep) { judged = .none }
            if case .verified = judged {} else if let simulation {
                let simulated = simulation.judge(step: step, isStep: isStep)
                if case .none = simulated {} else { judged = simulated }
            }
            if case .refuted = judged, statement.hasMoments, evidence.holdsPowerOfMoment(step) { judged = .none }
            if case .none = judged, let backpropagation { judged = backpropagation.judge(step: step) }
            switch judged {
            case .verified(let evidence, _, _):
                outcome = .verified
                var evidence = evidence
                if evidence.by == .equation, let entry = context.appliedEntry(statement.sides[step]) {
                    // The left side is an entry of the catalogue by its name.
                    evidence.by = .implementation
                    evidence.name = entry.name
                    evidence.hazard = FormulaHazard.find(entry, step: step, of: statement, context: context)
                    result.record.implementation = entry.name
                    result.record.variant = entry.standard?.name
                    result.record.tie = .name
                }
                stepEvidence = [evidence]
                result.record.evidence.append(evidence)
            case .refuted(let diagnostic):
                outcome = .refuted
                result.findings.append(diagnostic)
            case .needsAssumption(let diagnostic):
                outcome = .evaluated
                result.findings.append(diagnostic)
            case .none:
                let behaviour = BehaviourEvidence(context: context, statement: statement)
                if step == 0, equatesOneFunction(at: 0) {
                    break
                } else if step == 0, statement.definition == nil, outcome == .evaluated, statement.kind != .expectation, let named = behaviour.namedSide,
                    recognise(behaviour.judge(named), &result)
                {
                    outcome = .verified
                    stepEvidence = result.record.evidence
                } else if step == 0, relations.count == 1, statement.definition == nil, outcome == .evaluated, let named = behaviour.namedSide,
                    isSlipOfEntry(named, &result)
                {
                    outcome = .refuted
                } else if step == 0, statement.definition == nil, outcome == .evaluated, statement.kind != .expectation, let named = behaviour.namedSide,
                    recognise(behaviour.judgeAnywhere(named), &result)
                {
                    outcome = .verified
                    stepEvidence = result.record.evidence
                }
                if isStep, outcome == .evaluated, names(step) { outcome = .notation }
            }
            outcomes.append(outcome)
            if isStep {
                result.record.steps.append(
                    StepRecord(relation: relation.sign, outcome: outcome, range: stepRange(step), evidence: stepEvidence))
            }
        }
    }

    /// Whether a relation of a chain says what something is called, or how it is distributed, and claims nothing: the first one of
    /// `P(Y = 1 \mid x) = \sigma(z) = …`, `n \ge \sqrt{2} \cdot 3 = …`, the last one of `z = \dots \sim \mathcal{N}(0, 1)`.
    private func names(_ step: Int) -> Bool {
        let relation = statement.relations[step]
        if relation.kind == .distributed { return step == statement.relations.count - 1 }
        // What a derivative is, is a claim.
        guard step == 0, statement.kind != .gradient, let left = statement.sides[0].expression, let right = statement.sides[1].expression else { return false }
        let own = Set(left.symbols)
        if left.isBareSymbol || left.isPowerOfSymbol {
            return (relation.kind == .equal || relation.isOrder) && own.isDisjoint(with: right.symbols) && right.printedNumber == nil && !right.isBareSymbol
        }
        // `P(A) = \frac{3}{6} = …`, `E(X) = 2 \cdot 0.4 + … = …`: the numbers that it is.
        if relation.kind == .equal, right.symbols.isEmpty, statement.kind == .probability || left.hasRandomVariable { return true }
        // A value of a function that nothing defines, which the other side does not use.
        return relation.kind == .equal && left.isUnknownValue && Set(left.standIns).isDisjoint(with: right.standIns)
    }

    /// The outcome of a step without evidence: evaluated where its sides have values.
    private func missing(_ step: Int, _ relation: Relation, _ result: inout StatementResult) -> Outcome {
        if namesItsRightSide, result.shown != nil { return .evaluated }
        for side in statement.sides[step...min(step + 1, statement.sides.count - 1)] where side.expression == nil {
            if result.record.reason == nil { result.record.reason = side.reason ?? Reason(.unreadNotation, "a side is not understood") }
            return .unsupported
        }
        if result.shown == nil {
            if result.record.reason == nil { result.record.reason = Reason(.noSample, "no value on sample data") }
            return .unsupported
        }
        return .evaluated
    }

    /// `\operatorname{Var}(Z) = \frac{1}{n} \sum_i (z_i - \bar{z})^2`: the left side, which has no value of its own, is
    /// what the right one is called, though it cannot be applied to anything else.
    private var namesItsRightSide: Bool {
        guard statement.definition == nil, statement.sides.count == 2, let left = statement.sides.first,
            left.expression == nil, left.reasonRange == nil, left.reason?.code == .undefinedFunction,
            let right = statement.sides[1].expression
        else { return false }
        return right.printedNumber == nil && !right.isBareSymbol
    }

    func stepRange(_ step: Int) -> ByteRange {
        guard step + 1 < statement.sides.count else { return context.place(statement.range) }
        return context.place(statement.sides[step].range.union(statement.sides[step + 1].range))
    }
}
