import Catalogue
import Formulas
import Source
import Tensors

/// Compares the two sides of one relation, each computed by itself.
struct RelationEvidence {
    let context: StatementContext
    let statement: Statement
    /// Of the statement in its reading.
    let index: Int

    /// - Parameters:
    ///   - step: which relation of the statement.
    ///   - isStep: the relation is one of several of a chain or derivation.
    ///   - start: the side that the step's right one is compared with; its left one where nothing is said.
    ///   - isPositive: all data without a domain of their own are above zero.
    func judge(step: Int, isStep: Bool, from start: Int? = nil, isPositive: Bool = false) -> EvidenceResult {
        guard step < statement.relations.count, step + 1 < statement.sides.count,
            let left = statement.sides[start ?? step].expression, let right = statement.sides[step + 1].expression
        else { return .none }
        // An optimum is found by descent: good enough to show, not to judge by.
        if left.isOptimised || right.isOptimised { return .none }
        // Brackets around a column beside a number are a sign for something else: a binomial coefficient.
        if left.isLiteralArray && right.holdsOnlyNumbers && !right.isBareSymbol || right.isLiteralArray && left.holdsOnlyNumbers && !left.isBareSymbol { return .none }
        let relation = statement.relations[step]
        if relation.kind == .notEqual { return differing(left, right, step: step, isStep: isStep) }
        switch relation.kind {
        case .equal, .identical, .less, .lessOrEqual, .greater, .greaterOrEqual, .defines: break
        case .approximately: break
        default: return .none
        }
        if let given = underGivenNumbers(left, right, relation, step: step) { return given }
        if let put = substituted(left, right, relation) { return put }
        var plan = plan(statement, for: left, right)
        if isPositive { plan.makePositive() }
        if relation.kind == .approximately, let judged = ofGivenNames(left, right, relation, step: step) { return judged }
        if relation.kind == .approximately || !statement.remainders.isEmpty {
            if !plan.inputs.isEmpty { return AsymptoticEvidence(context: context, statement: statement).judge(left, right, plan, step: step) }
            return left.isTentative || right.isTentative || !statement.remainders.isEmpty ? .none : numeric(left, right, relation, step: step)
        }
        // What holds for many functions in the place of an undefined one holds; what does not may hold for the one meant.
        let isTentative = left.isTentative || right.isTentative || plan.derived.contains { $0.expression.isTentative }
            || plan.conditions.contains(where: \.isTentative)
        if plan.inputs.isEmpty, plan.sizeSymbols.isEmpty, plan.derived.isEmpty {
            if isTentative { return .none }
            return numeric(left, right, relation, step: step)
        }
        // Of numbers that the note gives: `\det A = 5` of a matrix that is written out.
        if plan.inputs.isEmpty, plan.sizeSymbols.isEmpty, !isTentative, step > 0 || statement.definition == nil, let trial = plan.trial(0, seed: context.seed, budget: context.budget) {
            let judged = numeric(left, right, relation, step: step, given: trial.bindings)
            if case .refuted = judged, !context.isCertain(plan, statement.sides[...]) || left.isBareSymbol || right.isBareSymbol { return .none }
            return judged
        }
        if !isTentative, let judged = ofGivenNames(left, right, relation, step: step) { return judged }
        let by: Evidence.Source = statement.kind == .gradient || statement.isUpToConstant ? .gradient : isStep ? .step : .equation
        let first = run(plan, left, right, relation, seed: context.seed)
        // Of cases that a line defines, the one for positive data is what is meant.
        if first.verdict != .verified, left.holdsCases != right.holdsCases, let natural = ofPositiveData(plan, left, right, relation) {
            return verified(by, step, natural, assuming: ["the data are positive"])
        }
        switch first.verdict {
        case .verified where isTentative && !first.isCloseAndTelling: return .none
        case .verified where !holdsAtOtherScales(plan, left, right, relation): return .none
        case .verified: return derivativesHold(plan, left, right) ? verified(by, step, first) : .none
        case .unclear:
            // Roots and logarithms of general data have no value: what holds wherever it has one, holds.
            if first.tally.discarded > 0 || first.tally.agreeing > 0, first.tally.differing == 0 {
                let positive: [(SymbolKey, Assumption)] = plan.inputs.map { ($0.key, .positive) }
                let natural = run(plan, left, right, relation, seed: context.seed, imposing: positive, until: .isVerified)
                if natural.verdict == .verified {
                    return holdsAtOtherScales(plan, left, right, relation, imposing: positive) ? verified(by, step, natural) : .none
                }
            }
            if statement.isUpToConstant { return ofAntiderivatives(plan, left, right, relation, first, step: step, isStep: isStep) }
            if !isPositive, !isTentative, first.tally.discarded > first.tally.remaining, first.tally.agreeing < Tally.leastRemaining,
                case .refuted(let found) = judge(step: step, isStep: isStep, from: start, isPositive: true)
            {
                return .refuted(found)
            }
            if let whole = underDefinitions(left, right, relation, by: by, step: step) { return whole }
            if let known = underIndependence(plan, left, right, relation, by: by, step: step) { return known }
            if isTentative { return underConvexity(plan, left, right, relation, by: by, step: step) }
            if first.tally.differing >= 3, brokenLaw(plan, left, right, relation, step: step), !isRescuedByReading(step: step, relation) {
                return .refuted(diagnostic(plan, left, right, relation, first, isStep: isStep))
            }
            let rescued = underAssumptions(plan, left, right, relation, by: by, step: step)
            if case .verified? = rescued { return rescued ?? .none }
            return .none
        case .differs:
            if isTentative {
                let convex = underConvexity(plan, left, right, relation, by: by, step: step)
                if case .none = convex { return misstated(plan, left, right, relation, first, step: step, isStep: isStep) }
                return convex
            }
            if statement.isSpecialCase && step == 0 { return .none }
            // A name that the note calls a moment is one, though it cannot be put in.
            if statement.hasMoments, plan.inputs.contains(where: { context.known[$0.key]?.definition.body.hasRandomVariable ?? false }) { return .none }
            // `x \in \mathbb{R}^n` is a vector at each outcome, where its axis is read as that of outcomes.
            if statement.hasMoments, statement.symbols.contains(where: { $0.learned.words == "declared" && $0.shape?.rank ?? 0 > 0 }) { return .none }
            if let known = underIndependence(plan, left, right, relation, by: by, step: step) { return known }
            if let whole = underDefinitions(left, right, relation, by: by, step: step) { return whole }
        }
        if statement.isUpToConstant { return ofAntiderivatives(plan, left, right, relation, first, step: step, isStep: isStep) }
        // `\operatorname{Var}(\bar{X})` of a mean that is one number here.
        if statement.hasMoments, isVarianceOfNumber(step, first) { return .none }
        if left.addsVectorToMatrix || right.addsVectorToMatrix || left.endsProductWithConstant || right.endsProductWithConstant || hasOtherInnerProduct { return .none }
        if let run = ofWholeNumbers(plan, left, right, relation) ?? ofPositiveNames(plan, left, right, relation) {
            return run.verdict == .verified && holdsAtOtherScales(plan, left, right, relation) ? verified(by, step, run) : .none
        }
        if let rescued = underAssumptions(plan, left, right, relation, by: by, step: step) { return rescued }
        if holdsOfSmallMatrices(plan, left, right, relation) { return .none }
        guard !Self.areNumberAndArray(left, right), !isToBeSolved(first, plan), !appliesUncertainFunction(step) else { return .none }
        guard isClaim(left, right, plan, step: step, relation, first) else {
            if brokenLaw(plan, left, right, relation, step: step), !isRescuedByReading(step: step, relation) {
                return .refuted(diagnostic(plan, left, right, relation, first, isStep: isStep))
            }
            if isTurned(plan, left, right, relation, first, step: step) { return .refuted(diagnostic(plan, left, right, relation, first, isStep: isStep)) }
            return misstated(plan, left, right, relation, first, step: step, isStep: isStep)
        }
        guard run(plan, left, right, relation, seed: context.seed ^ StatementContext.secondSeed, until: .differs).verdict == .differs
        else { return .none }
        if isRescuedByReading(step: step, relation, except: writesMean(plan) ? .centredVariables : [], isPositive: isPositive) { return .none }
        guard derivativesHold(plan, left, right) else { return .none }
        return .refuted(diagnostic(plan, left, right, relation, first, isStep: isStep))
    }

    /// Whether automatic differentiation of both sides gives what central differences give, on one sample.
    ///
    /// Where there are no differences (of a derivative in a derivative, of many numbers) nothing contradicts it.
    func derivativesHold(_ plan: SamplePlan, _ left: Expression, _ right: Expression) -> Bool {
        guard let trial = plan.trial(0, seed: context.seed, budget: context.budget) else { return true }
        return [left, right].allSatisfy { side in
            guard side.hasDerivative, let value = context.value(side, trial.bindings) else { return true }
            let differences: Evaluated
            do throws(EvaluationError) {
                differences = try side.evaluateByCentralDifferences(trial.bindings, budget: context.budget)
            } catch {
                return true
            }
            guard value.tensor.shape == differences.value.shape else { return false }
            let scale = max(value.magnitude, differences.magnitude, 1)
            return zip(value.tensor.elements, differences.value.elements).allSatisfy { a, b in
                !a.isFinite || !b.isFinite || abs(a - b) <= Self.differenceTolerance * scale
            }
        }
    }

    /// Central differences in double precision are good to about ten digits.
    private static let differenceTolerance = 1e-5

    /// What two sides of a statement, in one of its readings, are compared on.
    func plan(_ statement: Statement, for left: Expression, _ right: Expression) -> SamplePlan {
        restricted(context.plan(statement, number: context.statementNumber), to: left, right)
    }

    /// Names entries of matrices, and leaves out inputs that neither side uses.
    func restricted(_ whole: SamplePlan, to left: Expression, _ right: Expression) -> SamplePlan {
        var plan = whole
        plan.nameEntries { context.known[$0] != nil }
        var needed = Set(left.symbols).union(right.symbols)
        for entry in plan.derived.reversed() where needed.contains(entry.key) {
            needed.formUnion(entry.expression.symbols)
        }
        for entry in plan.entries where needed.contains(entry.key) { needed.insert(entry.array) }
        for condition in plan.conditions { needed.formUnion(condition.symbols) }
        plan.derived.removeAll { !needed.contains($0.key) }
        plan.inputs.removeAll { !needed.contains($0.key) }
        plan.sizeSymbols.removeAll { symbol in
            !needed.contains(symbol.key) && !plan.inputs.contains { $0.shape.contains(symbol.size) }
        }
        return plan
    }

    func run(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, seed: UInt64,
        isRound: Bool = false, imposing: [(SymbolKey, Assumption)] = [], times: Int = 1, until question: SampleRun.Question = .everything
    ) -> SampleRun {
        SampleRun.run(
            plan, seed: seed, isRound: isRound, imposing: imposing + imposedByText(plan, except: imposing),
            count: (context.spoken.conditions.isEmpty ? times : max(times, 4)) * SamplePlan.trialCount, until: question, budget: context.budget,
            compare: { Self.compare($0, $1, relation.kind) }
        ) { trial in
            guard context.spoken.hold(trial.bindings, budget: context.budget) else { return nil }
            guard let a = context.value(left, trial.bindings), let b = context.value(right, trial.bindings) else {
                return nil
            }
            return (a, b)
        }
    }

    /// `x > 0`, `a \ge 1` in the text: data that satisfies it is drawn rather than waited for.
    func imposedByText(_ plan: SamplePlan, except imposed: [(SymbolKey, Assumption)] = []) -> [(SymbolKey, Assumption)] {
        context.spoken.positive.filter { key in plan.inputs.contains { $0.key == key } && !imposed.contains { $0.0 == key } }
            .map { ($0, .positive) }
    }

    static func compare(_ a: SideValue, _ b: SideValue, _ relation: Relation.Kind) -> Comparison {
        switch relation {
        case .less, .lessOrEqual: return ordered(a, b, strict: relation == .less)
        case .greater, .greaterOrEqual: return ordered(b, a, strict: relation == .greater)
        default: return SideValue.compare(a, b)
        }
    }

    /// Whether a ≤ b, with the tolerance of equality; a strict relation says nothing about equal values.
    private static func ordered(_ a: SideValue, _ b: SideValue, strict: Bool) -> Comparison {
        guard !a.hasReversedRange, !b.hasReversedRange else { return .discarded }
        guard let (x, y) = SideValue.aligned(a, b) else { return .unclear }
        var scale = max(a.magnitude, b.magnitude)
        var worst = -Double.infinity
        for (p, q) in zip(x.elements, y.elements) {
            guard p.isFinite, q.isFinite else { return .discarded }
            scale = max(scale, max(abs(p), abs(q)))
            worst = max(worst, p - q)
        }
        // What is equal neither shows a strict order nor contradicts one that leaves the limit out.
        if strict, abs(worst) <= Comparison.agreement * scale { return .discarded }
        if worst <= Comparison.agreement * scale { return .agree(error: 0) }
        return worst > Comparison.difference * scale ? .differ(error: worst / max(scale, .leastNormalMagnitude)) : .unclear
    }

    func verified(_ by: Evidence.Source, _ step: Int, _ run: SampleRun, assuming: [String] = []) -> EvidenceResult {
        let name: String
        switch by {
        case .step: name = "step \(step + 1)"
        case .gradient: name = "automatic differentiation"
        default: name = "both sides"
        }
        return .verified(
            Evidence(by: by, name: name, samples: run.tally.agreeing, maxError: run.tally.maxError, assuming: assuming),
            implementation: nil, variant: nil)
    }

    func diagnostic(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, _ first: SampleRun,
        isStep: Bool
    ) -> Diagnostic {
        let round = run(plan, left, right, relation, seed: context.seed, isRound: true)
        let difference = round.differing.first ?? first.differing.first
        var code: FindingCode
        switch relation.kind {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: code = .wrongInequality
        default: code = isStep ? .wrongStep : statement.kind == .gradient ? .wrongGradient : .wrongEquation
        }
        let place = index(of: relation)
        if code == .wrongEquation, let entry = context.appliedEntry(statement.sides[place]),
            !AppliedName.names(in: bytes(of: statement.sides[min(place + 1, statement.sides.count - 1)].range), entry, context.shared.table)
        {
            return wrongValue(entry.name, difference, first)
        }
        var message: String
        switch code {
        case .wrongInequality: message = "this does not always hold"
        case .wrongStep: message = statement.isUpToConstant ? "this step does not follow: the derivatives of the two sides differ" : "this step does not follow"
        case .wrongEquation where statement.isUpToConstant: message = "the derivatives of the two sides differ"
        case .wrongGradient: message = "this is not the derivative"
        default: message = "the two sides differ"
        }
        if let difference {
            let inputs = difference.inputWords
            // `actual` is the left side, `expected` the right one; for a derivative the right one is the claim.
            message +=
                (inputs.isEmpty ? ": " : ": at \(inputs) ")
                + "the left side is \(ValueWords.text(difference.actual)), the right side \(ValueWords.text(difference.expected))"
        }
        var hint: String?
        if code != .wrongInequality {
            let pairs = (code == .wrongEquation) ? first.pairs : first.pairs.map { ($0.1, $0.0) }
            hint = Hint.words(pairs).map { code == .wrongEquation ? "the left side compared with the right: \($0)" : $0 }
        }
        var counterexample = difference?.counterexample
        if code != .wrongEquation, code != .wrongInequality, let value = counterexample {
            // What the note states is the right side.
            counterexample = Counterexample(inputs: value.inputs, expected: value.actual, actual: value.expected)
        }
        return Diagnostic(
            code, at: context.place(code == .wrongStep || isStep && code == .wrongInequality ? relation.range : statement.range), message, help: hint,
            counterexample: counterexample)
    }

    private func index(of relation: Relation) -> Int { statement.relations.firstIndex(of: relation) ?? 0 }

    /// An entry applied by name on the left: the right side is what is wrong.
    private func wrongValue(_ name: String, _ difference: SampleRun.Difference?, _ first: SampleRun) -> Diagnostic {
        var message = "this is not \(name)"
        var counterexample: Counterexample?
        if let difference {
            let inputs = difference.inputWords
            message +=
                ": \(inputs.isEmpty ? "it" : "at \(inputs) it") gives \(ValueWords.text(difference.expected)), "
                + "\(name) gives \(ValueWords.text(difference.actual))"
            let shown = difference.counterexample
            counterexample = Counterexample(inputs: shown.inputs, expected: shown.actual, actual: shown.expected)
        }
        return Diagnostic(
            .wrongValue, at: context.place(statement.range), message, help: Hint.words(first.pairs.map { ($0.1, $0.0) }),
            counterexample: counterexample, entry: name)
    }
}

extension Expression {
    /// Nothing but one symbol.
    var isBareSymbol: Bool { symbols.count == 1 && symbols.first?.name == head }
}
