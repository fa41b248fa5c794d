import Catalogue
import Formulas
import Markdown
import Source
import Tensors

/// Compares the two sides of a relation of expectations, variances or probabilities under the laws that the note gives
/// to its random variables: every outcome is listed where they are few, else many are drawn.
///
/// Decision: listed outcomes by the rule of all agreement. Drawn ones agree within 4 σ of the difference of the sides
/// where σ is at most 1 % of the value, and differ beyond 6 σ and 2 % of the value, with a second seed too.
struct SimulationEvidence {
    let context: StatementContext
    /// Read with random variables that follow their laws.
    let statement: Statement

    /// `nil` where the statement uses no variable with a law, or several that nothing says are independent.
    init?(context: StatementContext, index: Int) {
        let reading = context.reading
        guard reading.statements.indices.contains(index), reading.statements[index].hasMoments,
            context.scope.hasLaws || context.span.latex.containsSequence("\\sim")
        else { return nil }
        let other = FormulaReader.read(context.tree, scope: context.scope, vocabulary: context.shared.vocabulary, taking: .lawsOfVariables)
        guard other.statements.indices.contains(index) else { return nil }
        statement = other.statements[index]
        self.context = context
        guard !statement.randomVariables.isEmpty else { return nil }
    }

    func judge(step: Int, isStep: Bool) -> EvidenceResult {
        guard step < statement.relations.count, step + 1 < statement.sides.count,
            let left = statement.sides[step].expression, let right = statement.sides[step + 1].expression,
            !left.isTentative, !right.isTentative, !left.isOptimised, !right.isOptimised
        else { return .none }
        let relation = statement.relations[step]
        switch relation.kind {
        case .equal, .identical, .less, .lessOrEqual, .greater, .greaterOrEqual, .defines: break
        case .approximately: break
        default: return .none
        }
        let used = variables(of: left).union(variables(of: right))
        guard !used.isEmpty else { return .none }
        var isDifferent = true
        var first: Outcome?
        for (convention, isPositive) in [(LawSampler.Convention.standard, false), (.standard, true), (.other, false), (.other, true)] {
            // What a variable above zero exceeds is above zero.
            if isPositive, !isDifferent || first == nil { continue }
            guard let outcome = run(left, right, relation, used, convention, isPositive: isPositive, seed: context.seed) else { continue }
            switch outcome.verdict {
            case .verified:
                let words = statement.randomVariables.filter { used.contains($0.name) }.compactMap { convention.words($0.law.family) }
                return .verified(
                    Evidence(
                        by: .simulation, name: outcome.isListed ? "all outcomes" : "Monte Carlo", samples: outcome.agreeing, maxError: outcome.maxError,
                        assuming: Set(words).sorted()), implementation: nil, variant: nil)
            case .unclear: isDifferent = false
            case .differs: if first == nil { first = outcome }
            }
        }
        // That variables are independent must be said of them themselves before anything is called wrong.
        guard isDifferent, let first, relation.kind != .approximately,
            !first.isJoint || statement.randomVariables.allSatisfy({ !used.contains($0.name) || $0.law.isIndependent }), isClaim(left, right, used, relation, step),
            run(left, right, relation, used, .standard, seed: context.seed ^ StatementContext.secondSeed)?.verdict == .differs
        else { return .none }
        return .refuted(diagnostic(first, relation, isStep: isStep))
    }

    /// The random variables that a side's value comes from.
    private func variables(of side: Expression) -> Set<SymbolKey> {
        let names = Set(side.symbols)
        return Set(statement.randomVariables.map(\.name).filter { names.contains($0) })
    }

    // MARK: - Samples

    struct Outcome {
        var agreeing = 0
        var differing = 0
        var unclear = 0
        var maxError = 0.0
        var isListed = true
        /// Of several variables, or several elements of one.
        var isJoint = false
        var sets: Set<Int> = []
        var setCount = 1
        var example: (inputs: [(name: String, value: Tensor)], left: Tensor, right: Tensor)?

        var verdict: Tally.Verdict {
            if differing >= Tally.leastDiffering { return .differs }
            let needed = isListed ? Tally.leastVerified : SimulationEvidence.drawnSamples
            return differing == 0 && unclear == 0 && agreeing >= needed && sets.count >= min(2, setCount) ? .verified : .unclear
        }
    }

    /// How many sets of parameters are drawn where outcomes are.
    static let drawnSamples = 5
    private static let trials = 24
    private static let mostListed = 4_096
    private static let batch = 1_000
    private static let batches = 10
    private static let mostBatches = 100

    /// `nil` where the parameters suit no law under this convention.
    private func run(
        _ left: Expression, _ right: Expression, _ relation: Relation, _ used: Set<SymbolKey>, _ convention: LawSampler.Convention,
        isPositive: Bool = false, seed: UInt64
    ) -> Outcome? {
        var plan = context.plan(statement, number: context.statementNumber)
        let random = statement.randomVariables.filter { used.contains($0.name) }
        if convention == .other, !random.contains(where: { convention.words($0.law.family) != nil }) { return nil }
        // What belongs to other steps takes no part.
        let names = Set(left.symbols + right.symbols + random.flatMap { $0.law.parameters.flatMap(\.symbols) })
        var needed = names
        for entry in plan.derived.reversed() where needed.contains(entry.key) { needed.formUnion(entry.expression.symbols) }
        plan.inputs.removeAll { !needed.contains($0.key) }
        plan.derived.removeAll { !needed.contains($0.key) }
        var imposing = (takeSupports(of: random, left, right, &plan) + domains(of: random)).filter { key, _ in plan.inputs.contains { $0.key == key } }
        if isPositive {
            let others = plan.inputs.filter { input in input.value == nil && !used.contains(input.key) && !imposing.contains { $0.0 == input.key } }
            guard !others.isEmpty else { return nil }
            imposing += others.map { ($0.key, .positive) }
        }
        var outcome = Outcome()
        outcome.setCount = plan.sizes.setCount
        let isFixed = plan.inputs.allSatisfy { used.contains($0.key) || $0.key == .chances }
        var index = 0
        var done = 0
        while index < 3 * Self.trials, done < Self.trials {
            defer { index += 1 }
            guard var trial = plan.trial(index, seed: seed, imposing: imposing, budget: context.budget) else { continue }
            bound(random, left, right, &trial.bindings)
            guard let setting = Setting(random, &trial.bindings, convention, context.budget, index: index) else { continue }
            outcome.isJoint = setting.isJoint
            guard !setting.isJoint || isIndependent(random) else { return nil }
            done += 1
            var generator = Generator(seed: seed ^ 0x51D_ECA5 &+ UInt64(index) &* 0x9E37_79B9)
            var comparison: Comparison
            let values: (Tensor, Tensor)?
            if let listed = setting.listed(limit: Self.mostListed) {
                trial.bindings.bind(listed)
                (comparison, values) = exact(left, right, relation, trial.bindings)
            } else {
                outcome.isListed = false
                (comparison, values) = drawn(left, right, relation, trial.bindings, setting, &generator)
            }
            if relation.kind == .approximately, let (a, b) = values { comparison = Self.printed(a, left, b, right) }
            guard let (a, b) = values else { return nil }
            switch comparison {
            case .agree(let error):
                outcome.agreeing += 1
                outcome.maxError = max(outcome.maxError, error)
                outcome.sets.insert(trial.set)
            case .differ:
                outcome.differing += 1
                if outcome.example == nil { outcome.example = (trial.shown.filter { !used.contains(SymbolKey(canonical: $0.name)) && $0.name != SymbolKey.chances.name }, a, b) }
            case .unclear: outcome.unclear += 1
            case .discarded: continue
            }
            if outcome.differing >= Tally.leastDiffering { break }
            if !outcome.isListed, done >= Self.drawnSamples + 1 || outcome.unclear > 2 { break }
            // Without parameters every sample is the same.
            if isFixed, outcome.isListed, outcome.setCount == 1, done >= Tally.leastVerified { break }
        }
        return outcome.agreeing + outcome.differing + outcome.unclear >= min(Tally.leastRemaining, 3) ? outcome : nil
    }

    /// Whether the note says that the variables, and the elements of each, are independent.
    private func isIndependent(_ random: [RandomVariable]) -> Bool {
        let subjects = context.surroundings.subjects
        return random.allSatisfy(\.law.isIndependent) || subjects.contains(.assumption(.independent)) || random.count == 1 && subjects.contains(.sampling)
    }

    /// What is said to be near a printed number is that number to its last digit.
    private static func printed(_ a: Tensor, _ left: Expression, _ b: Tensor, _ right: Expression) -> Comparison {
        guard let x = a.scalar, let y = b.scalar, let decimals = (right.printedNumber ?? left.printedNumber)?.decimals, decimals > 0 else { return .unclear }
        let unit = (0..<min(Int(decimals), 12)).reduce(1.0) { unit, _ in unit / 10 }
        let error = abs(x - y)
        return error <= 0.6 * unit ? .agree(error: error / max(abs(x), abs(y), unit)) : .unclear
    }

    private func exact(_ left: Expression, _ right: Expression, _ relation: Relation, _ bindings: Bindings) -> (Comparison, (Tensor, Tensor)?) {
        guard let a = context.value(left, bindings), let b = context.value(right, bindings) else { return (.unclear, nil) }
        return (RelationEvidence.compare(a, b, relation.kind), (a.tensor, b.tensor))
    }

    /// Batches of draws: the mean of the sides' differences against its standard error.
    private func drawn(
        _ left: Expression, _ right: Expression, _ relation: Relation, _ bindings: Bindings, _ setting: Setting, _ generator: inout Generator
    ) -> (Comparison, (Tensor, Tensor)?) {
        var sums: (left: [Double], right: [Double], difference: [Double], square: [Double])?
        var shape: [Int] = []
        var count = 0.0
        while true {
            var bindings = bindings
            bindings.bind(setting.draws(Self.batch, &generator))
            guard let a = context.value(left, bindings), let b = context.value(right, bindings), let (x, y) = SideValue.aligned(a, b),
                x.isFinite, y.isFinite
            else { return (.unclear, nil) }
            let (p, q) = (x.elements, y.elements)
            shape = x.shape
            var total = sums ?? (p.map { _ in 0 }, p.map { _ in 0 }, p.map { _ in 0 }, p.map { _ in 0 })
            guard total.left.count == p.count, p.count == q.count else { return (.unclear, nil) }
            for k in p.indices {
                total.left[k] += p[k]
                total.right[k] += q[k]
                total.difference[k] += p[k] - q[k]
                total.square[k] += (p[k] - q[k]) * (p[k] - q[k])
            }
            sums = total
            count += 1
            guard Int(count) >= Self.batches else { continue }
            let verdict = judge(total, count, relation)
            if case .unclear = verdict.comparison, verdict.isCoarse, Int(count) < Self.mostBatches { continue }
            let mean = { (values: [Double]) in Tensor.of(shape: shape, values.map { $0 / count }) }
            return (verdict.comparison, (mean(total.left), mean(total.right)))
        }
    }

    private func judge(
        _ sums: (left: [Double], right: [Double], difference: [Double], square: [Double]), _ count: Double, _ relation: Relation
    ) -> (comparison: Comparison, isCoarse: Bool) {
        var worst = 0.0
        var isFar = false
        var isNear = true
        var isCoarse = false
        for k in sums.left.indices {
            let mean = sums.difference[k] / count
            let variance = max(0, sums.square[k] / count - mean * mean) * count / (count - 1)
            let (a, b) = (sums.left[k] / count, sums.right[k] / count)
            let error = (variance / count).squareRoot()
            // Beside a claimed zero the spread of one draw is what there is to compare with.
            let spread = error * (count * Double(Self.batch)).squareRoot()
            let scale = b == 0 || a == 0 ? spread : max(abs(a), abs(b))
            let sigma = max(error, 0.0005 * scale)
            let excess: Double
            switch relation.kind {
            case .less, .lessOrEqual: excess = mean
            case .greater, .greaterOrEqual: excess = -mean
            default: excess = abs(mean)
            }
            worst = max(worst, excess / max(scale, .leastNormalMagnitude))
            if excess > 6 * sigma, excess > 0.02 * scale { isFar = true }
            if !(excess <= 4 * sigma) { isNear = false }
            if error > 0.01 * scale, !(relation.isOrder && excess < -4 * sigma) {
                isNear = false
                isCoarse = true
            }
        }
        if isFar { return (.differ(error: worst), false) }
        return (isNear ? .agree(error: Self.bound(max(worst, 0))) : .unclear, isCoarse)
    }

    /// The next power of two: what draws are off by is known no better, and processors round differently.
    private static func bound(_ error: Double) -> Double {
        var bound = 0.03125
        while bound > 1e-6, bound / 2 >= error { bound /= 2 }
        return bound
    }

    // MARK: - What differs

    /// Whether the relation claims to hold: of what the laws settle, and under no other condition.
    private func isClaim(_ left: Expression, _ right: Expression, _ used: Set<SymbolKey>, _ relation: Relation, _ step: Int) -> Bool {
        guard !context.isQualified, !context.surroundings.isConditional, !context.spoken.isUnread, statement.reason == nil, statement.conditions.isEmpty,
            !context.reading.diagnostics.contains(where: { statement.range.contains($0.range) && $0.severity == .error })
        else { return false }
        let plan = context.plan(statement, number: context.statementNumber)
        guard context.isCertain(plan, statement.sides[...]) else { return false }
        let random = statement.randomVariables.filter { used.contains($0.name) }
        guard random.allSatisfy({ $0.law.isOfExpectation || $0.law.place >= context.passageStart }) else { return false }
        var settled = Set(random.flatMap { $0.law.parameters.flatMap(\.symbols) }).union(used)
        settled.insert(.chances)
        for constant in plan.constants { settled.insert(constant.key) }
        for symbol in plan.sizeSymbols { settled.insert(symbol.key) }
        let (a, b) = (Set(left.symbols), Set(right.symbols))
        // What only one side has is settled by the laws.
        return a.symmetricDifference(b).isSubset(of: settled) && !(left.isBareSymbol && step == 0)
    }

    private func diagnostic(_ outcome: Outcome, _ relation: Relation, isStep: Bool) -> Diagnostic {
        let code: FindingCode = relation.isOrder ? .wrongInequality : isStep ? .wrongStep : .wrongEquation
        var message = relation.isOrder ? "this does not always hold" : isStep ? "this step does not follow" : "the two sides differ"
        var counterexample: Counterexample?
        if let (inputs, left, right) = outcome.example {
            let shown = inputs.filter { $0.value.count <= 4 }.map { "\($0.name) = \(ValueWords.text($0.value))" }.joined(separator: ", ")
            message += (shown.isEmpty ? ": " : ": at \(shown) ") + "the left side is \(ValueWords.text(left)), the right side \(ValueWords.text(right))"
            message += outcome.isListed ? " (all outcomes listed)" : " (\(Self.batch * Self.batches) draws)"
            counterexample = Counterexample(inputs: inputs.map { ($0.name, JSONValue($0.value)) }, expected: JSONValue(left), actual: JSONValue(right))
        }
        return Diagnostic(
            code, at: context.place(isStep ? relation.range : statement.range), message,
            help: "the law that the note gives settles the left side", counterexample: counterexample)
    }
}

extension SimulationEvidence {
    /// Random variables with their parameters' values on one sample.
    struct Setting {
        private var variables: [(name: SymbolKey, shape: [Int], sampler: LawSampler)] = []

        /// `nil` where the parameters suit no law.
        init?(_ random: [RandomVariable], _ bindings: inout Bindings, _ convention: LawSampler.Convention, _ budget: Budget, index: Int) {
            for variable in random {
                var values: [Double] = []
                for parameter in variable.law.parameters {
                    do throws(EvaluationError) {
                        guard let value = try parameter.evaluate(bindings, budget: budget).value.scalar else { return nil }
                        values.append(value)
                    } catch {
                        return nil
                    }
                }
                let own = convention.words(variable.law.family) == nil ? .standard : convention
                guard let sampler = LawSampler(variable.law, values, convention: own, skew: [0.3, 0.4, 0.2, 0.25, 0.45][index % 5]),
                    let shape = bindings[variable.name]?.shape, !shape.isEmpty
                else { return nil }
                variables.append((variable.name, Array(shape.dropFirst()), sampler))
            }
        }

        private func size(_ shape: [Int]) -> Int {
            shape.reduce(1) { $0.multipliedReportingOverflow(by: max($1, 0)).overflow ? 1 << 40 : $0 &* max($1, 0) }
        }

        /// Several variables, or several elements of one.
        var isJoint: Bool { variables.count > 1 || variables.contains { size($0.shape) > 1 } }

        /// Every outcome of all of them together, with its chance; `nil` where there are more than `limit`.
        func listed(limit: Int) -> [(SymbolKey, Tensor)]? {
            var rows: [(values: [Double], chance: Double)] = [([], 1)]
            for variable in variables {
                guard let support = variable.sampler.support else { return nil }
                for _ in 0..<size(variable.shape) {
                    let (count, overflow) = rows.count.multipliedReportingOverflow(by: support.count)
                    guard !overflow, count <= limit else { return nil }
                    rows = rows.flatMap { row in support.map { (row.values + [$0.value], row.chance * $0.chance) } }
                }
            }
            var found: [(SymbolKey, Tensor)] = [(.chances, Tensor(rows.map(\.chance)))]
            var start = 0
            for variable in variables {
                let width = size(variable.shape)
                found.append((variable.name, Tensor.of(shape: [rows.count] + variable.shape, rows.flatMap { $0.values[start..<(start + width)] })))
                start += width
            }
            return found
        }

        /// `count` outcomes of equal chance.
        func draws(_ count: Int, _ generator: inout Generator) -> [(SymbolKey, Tensor)] {
            var found: [(SymbolKey, Tensor)] = [(.chances, Tensor([Double](repeating: 1 / Double(count), count: count)))]
            for variable in variables {
                let width = min(size(variable.shape), 64)
                var elements = [Double](repeating: 0, count: count * width)
                for place in 0..<width {
                    for (row, value) in variable.sampler.draws(count, &generator).enumerated() { elements[row * width + place] = value }
                }
                found.append((variable.name, Tensor.of(shape: [count] + variable.shape, elements)))
            }
            return found
        }
    }
}

extension Bindings {
    fileprivate mutating func bind(_ values: [(SymbolKey, Tensor)]) {
        for (key, value) in values { self[key] = value }
    }
}
