import Formulas
import LaTeX
import Markdown
import Source
import Tensors

/// Equations and what the words behind them say solves them: `2x - 6 = 0 \Rightarrow x = 3`, "令导数为零，解得 $w = …$".
///
/// Put in the place of the unknown, a solution makes the two sides equal: it verifies the equation and itself.
extension NoteWalk {
    /// A statement behind an equation that says what one of its names is.
    struct Solution {
        var formula: Int
        var place: Int
        var definition: KnownDefinition
        /// Words or an arrow say that it follows from the equation.
        var follows: Bool
    }

    /// What became of a solution before its own place is reached.
    enum SolutionVerdict {
        case solves(Evidence)
        case fails(Diagnostic)
    }

    struct SolutionPlace: Hashable {
        var formula: Int
        var place: Int
    }

    private static let mostBetween = 90
    private static let mostAhead = 2

    /// Checks the last relation of a statement that nothing settled against what is said to solve it.
    mutating func settle(_ result: inout StatementResult, of statement: Statement, at place: Int, in formula: Int, _ own: StatementContext) {
        guard [.evaluated, .verified].contains(result.record.outcome), result.findings.isEmpty, statement.conditions.isEmpty, statement.remainders.isEmpty,
            let step = Self.openStep(of: statement, result.record)
        else { return }
        // What holds already is solved by what the same formula says, unless it holds anyway.
        let isSettled = result.record.outcome == .verified
        for solution in solutions(after: place, of: formula, own, ahead: !isSettled) {
            var context = own
            context.rereadings = Rereadings()
            let evidence = SolutionEvidence(context: context, statement: statement, index: place, step: step, solution: solution.definition)
            let solved = SolutionPlace(formula: solution.formula, place: solution.place)
            switch evidence.judge() {
            case .none: continue
            case .verified(let found, _, _):
                if isSettled, evidence.isIdentity { continue }
                let line = note.source.position(of: result.record.range.lower).line
                self.solved[solved] = .solves(Evidence(by: .note, name: "solves the equation on line \(line)", samples: found.samples, maxError: found.maxError))
                guard isSettled else {
                    var settled = found
                    settled.name = "solved on line \(note.source.position(of: solution.definition.range.lower).line)"
                    result.record.settle(by: settled)
                    return
                }
            case .refuted(let found), .needsAssumption(let found):
                guard solution.follows, !isSettled else { continue }
                self.solved[solved] = .fails(found)
                return
            }
        }
    }

    /// Takes over what an equation before said of a definition.
    func takeSolution(_ result: inout StatementResult, at place: Int, in formula: Int) {
        guard let verdict = solved[SolutionPlace(formula: formula, place: place)], result.record.outcome == .evaluated, result.findings.isEmpty else { return }
        switch verdict {
        case .solves(let evidence):
            result.record.evidence.append(evidence)
            if result.record.steps.isEmpty { result.record.outcome = .verified }
        case .fails(let diagnostic):
            result.record.outcome = .refuted
            result.findings.append(diagnostic)
        }
    }

    /// The relation that is an equation of some name: the only one of a statement, or the last, whose outcome is open.
    private static func openStep(of statement: Statement, _ record: StatementRecord) -> Int? {
        let last = statement.relations.count - 1
        guard last >= 0, statement.relations[last].kind == .equal, last + 1 < statement.sides.count,
            let left = statement.sides[last].expression, let right = statement.sides[last + 1].expression, !left.isTentative, !right.isTentative
        else { return nil }
        if last == 0 { return left.isBareSymbol && right.symbols.isEmpty ? nil : 0 }
        return record.steps.last.map { $0.outcome == .evaluated || $0.outcome == .verified && right.printedNumber != nil } ?? false ? last : nil
    }

    /// Definitions in the same formula and, read ahead, in the next ones, as far as the text between leads on.
    private func solutions(after place: Int, of formula: Int, _ own: StatementContext, ahead: Bool) -> [Solution] {
        var found: [Solution] = []
        let statements = own.reading.statements
        for next in (place + 1)..<min(statements.count, place + 1 + Self.mostAhead) where next < statements.count {
            let (from, to) = (statements[place].range.upper, statements[next].range.lower)
            let between = from <= to ? String(decoding: own.span.latex[ByteRange(from, to).clamped(to: own.span.latex.count).range], as: UTF8.self) : ""
            if let solution = solution(statements[next], own.span, formula, next, follows: next == place + 1 && Self.leadsOn(between)) { found.append(solution) }
        }
        guard ahead, place == statements.count - 1 else { return found }
        var follows = true
        for next in (formula + 1)..<(formula + 1 + Self.mostAhead) where next < note.formulas.count {
            let (from, to) = (note.formulas[next - 1].range.upper, note.formulas[next].range.lower)
            guard from <= to, to - from <= Self.mostBetween, to <= note.source.bytes.count, !note.formulas[next].isUnclosed else { break }
            let between = TextFolding.folded(String(decoding: note.source.bytes[from..<to], as: UTF8.self))
            guard !between.contains("#"), Self.leadsOn(between) || between.allSatisfy({ !$0.isLetter }) else { break }
            follows = follows && Self.leadsOn(between) && next == formula + 1
            let span = note.formulas[next]
            let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
            guard parsed.diagnostics.isEmpty else { break }
            for (k, statement) in FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary).statements.enumerated() {
                if let solution = solution(statement, span, next, k, follows: follows && k == 0) { found.append(solution) }
            }
        }
        return found
    }

    private func solution(_ statement: Statement, _ span: FormulaSpan, _ formula: Int, _ place: Int, follows: Bool) -> Solution? {
        guard let definition = statement.definition, !definition.isFunction, definition.indices.isEmpty, statement.kind != .update, statement.kind != .gradient, statement.reason == nil,
            !definition.body.isTentative, !definition.body.symbols.contains(definition.name), statement.conditions.isEmpty,
            // `x = y = 5` says what both are.
            !(definition.body.isBareSymbol && statement.relations.count > 1)
        else { return nil }
        let known = KnownDefinition(
            definition: definition, symbols: statement.symbols.filter { $0.name != definition.name }, statement: 2_000_000 + 16 * formula + place,
            range: span.map.original(definition.range))
        return Solution(formula: formula, place: place, definition: known, follows: follows)
    }

    private static let leading = PhraseSet([
        "rightarrow", "implies", "therefore", "thus", "hence", "so that", "we get", "we obtain", "we find", "gives", "yields", "solving", "solution is", "which means", "that is",
        "得", "解为", "解出", "解是", "因此", "所以", "于是", "故", "从而", "推出", "可知", "即", "⇒",
    ])

    /// Whether words or an arrow say that what stands behind follows.
    private static func leadsOn(_ between: String) -> Bool {
        let folded = TextFolding.folded(between)
        return leading.occurs(in: folded) || folded.split(whereSeparator: { !$0.isLetter }).contains("so")
    }
}

extension StatementRecord {
    /// Settles the last relation, which other parts of the note decide.
    mutating func settle(by found: Evidence) {
        evidence.append(found)
        guard let index = steps.indices.last else {
            outcome = .verified
            return
        }
        steps[index].outcome = .verified
        steps[index].evidence.append(found)
        outcome = Outcome.combined(steps.map(\.outcome))
    }
}

/// Puts a solution in the place of the unknown of an equation.
struct SolutionEvidence {
    let context: StatementContext
    let statement: Statement
    let index: Int
    let step: Int
    let solution: KnownDefinition

    /// A name that the equation defines is one of its unknowns here.
    private var equation: Statement {
        var equation = statement
        equation.definition = nil
        return equation
    }

    func judge() -> EvidenceResult {
        guard let left = statement.sides[step].expression, let right = statement.sides[step + 1].expression else { return .none }
        let names = Set(left.symbols).union(right.symbols)
        guard let unknown = unknown(in: names) else { return .none }
        var known = solution
        known.definition.name = unknown
        var context = context
        context.known.define(known)
        let evidence = RelationEvidence(context: context, statement: equation, index: index)
        let plan = evidence.restricted(context.plan(equation, number: context.statementNumber, all: true), to: left, right)
        guard plan.derived.contains(where: { $0.key == unknown }), !plan.derived.contains(where: { $0.expression.isTentative }) else { return .none }
        let relation = statement.relations[step]
        guard !plan.inputs.isEmpty || !plan.sizeSymbols.isEmpty else { return ofNumbers(plan, left, right, unknown) }
        let first = evidence.run(plan, left, right, relation, seed: context.seed)
        switch first.verdict {
        case .verified:
            return .verified(Evidence(by: .equation, name: "", samples: first.tally.agreeing, maxError: first.tally.maxError), implementation: nil, variant: nil)
        case .unclear: return .none
        case .differs: break
        }
        // What the solution leaves out, other equations may have settled; rounded numbers in it explain small differences.
        let variables = names.subtracting([unknown]).filter { key in statement.symbols.contains { $0.name == key && $0.role == .variable } }
        guard variables.isSubset(of: solution.definition.body.symbols), Set(solution.definition.body.symbols).isSubset(of: names), !solution.definition.body.holdsRoundedNumbers, !variables.isEmpty,
            left.slots.isEmpty, right.slots.isEmpty, plan.inputs.allSatisfy({ $0.shape.isEmpty }), isPlain, !context.uncertain.contains(where: { names.contains($0) && $0 != unknown }),
            evidence.run(plan, left, right, relation, seed: context.seed ^ StatementContext.secondSeed, until: .differs).verdict == .differs,
            evidence.run(plan, left, right, relation, seed: context.seed, imposing: plan.inputs.map { ($0.key, .positive) }, until: .differs).verdict == .differs,
            let difference = first.differing.first
        else { return .none }
        return .refuted(
            Diagnostic(
                .wrongStep, at: solution.range,
                "this does not solve the equation before it: at \(difference.inputWords) the left side of that is \(ValueWords.text(difference.actual)), the right side \(ValueWords.text(difference.expected))",
                counterexample: difference.counterexample))
    }

    /// "If $2x = 6$, then $x = 3$" is claimed like any other; only doubt and other sections take the claim back.
    private var isPlain: Bool {
        !context.isQualified && statement.conflicts.isEmpty && !context.speaksOfOthers && !statement.hasMoments && !Condition.rejects(context.surroundings.sentence)
            && !GivenNumbers.isDoubted(context.surroundings.following)
    }

    /// Whether the relation holds whatever the unknown is.
    var isIdentity: Bool {
        guard let left = statement.sides[step].expression, let right = statement.sides[step + 1].expression else { return true }
        let evidence = RelationEvidence(context: context, statement: equation, index: index)
        let plan = evidence.restricted(context.plan(equation, number: context.statementNumber, resolving: false), to: left, right)
        return evidence.run(plan, left, right, statement.relations[step], seed: context.seed, until: .differs).verdict != .differs
    }

    /// `x` itself, or the name that it is a value of: `\hat{w}` solves an equation of `w`.
    private func unknown(in names: Set<SymbolKey>) -> SymbolKey? {
        let name = solution.definition.name
        if names.contains(name) { return name }
        for mark in ["_hat", "^*", "_*", "_0"] where name.name.hasSuffix(mark) {
            let base = SymbolKey(canonical: String(name.name.dropLast(mark.count)))
            if names.contains(base), context.known[base] == nil { return base }
        }
        return nil
    }

    /// An equation of one unknown, and a number for it.
    private func ofNumbers(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ unknown: SymbolKey) -> EvidenceResult {
        func residual(_ shift: Double) -> (value: Double, scale: Double)? {
            guard let trial = plan.trial(0, seed: context.seed, budget: context.budget) else { return nil }
            var bindings = trial.bindings
            if shift != 0 {
                guard let number = bindings[unknown]?.scalar else { return nil }
                bindings[unknown] = Tensor(number + shift)
            }
            guard let a = context.value(left, bindings), let b = context.value(right, bindings), let x = a.tensor.scalar, let y = b.tensor.scalar, x.isFinite, y.isFinite else { return nil }
            return (x - y, max(a.magnitude, b.magnitude, abs(x), abs(y)))
        }
        guard let found = residual(0) else { return .none }
        let exact = abs(found.value) <= Comparison.agreement * max(found.scale, .leastNormalMagnitude)
        if exact {
            return .verified(Evidence(by: .equation, name: "", samples: 1, maxError: found.scale > 0 ? abs(found.value) / found.scale : 0), implementation: nil, variant: nil)
        }
        let printed = solution.definition.body.printedNumber
        if let printed, printed.decimals > 0 {
            var unit = 1.0
            for _ in 0..<min(printed.decimals, 18) { unit /= 10 }
            guard let above = residual(unit), let below = residual(-unit) else { return .none }
            // A root within the last place that is printed.
            if (above.value < 0) != (below.value < 0) {
                return .verified(Evidence(by: .equation, name: "", samples: 1, maxError: abs(found.value) / max(found.scale, .leastNormalMagnitude)), implementation: nil, variant: nil)
            }
            guard abs(found.value) > 4 * max(abs(above.value - found.value), abs(below.value - found.value)) else { return .none }
        } else if solution.definition.body.holdsRoundedNumbers || printed == nil {
            return .none
        }
        guard isPlain, abs(found.value) > 1e-3 * found.scale, [left, right].allSatisfy({ !$0.holdsRoundedNumbers }), Set(left.symbols).union(right.symbols) == [unknown] else { return .none }
        return .refuted(
            Diagnostic(
                .wrongStep, at: solution.range,
                "this does not solve the equation before it: the two sides of that differ by \(NumberFormat.significant(abs(found.value)))"))
    }
}
