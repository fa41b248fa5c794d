import Catalogue
import Formulas
import Markdown
import Snippets
import Source
import Tensors

/// What became of one statement, with the findings that it gave (ranges count bytes of the note).
struct StatementResult {
    var record: StatementRecord
    var findings: [Diagnostic] = []
    /// The value that pages show; with the magnitude of its way.
    var shown: SideValue?
}

/// Checks one statement: evidence of every kind that applies, a value on a sample.
struct StatementCheck {
    let context: StatementContext
    let index: Int
    /// The same statement read with the author's data, where it uses some.
    let withData: Statement?
    let data: (SymbolKey) -> Tensor?
    /// Steps whose right side ends before this byte of the formula belong to the block before.
    var firstOwnByte = 0

    var statement: Statement { context.reading.statements[index] }

    func check() -> StatementResult {
        var result = checked()
        // Only what is said not to be an entry may be that entry in another reading.
        let refuted = result.record.outcome == .refuted && result.findings.count == 1 ? result.findings.first : nil
        guard [.evaluated, .unsupported].contains(result.record.outcome) || refuted?.code == .wrongValue, !statement.isNotation, firstOwnByte <= statement.range.lower,
            !(refuted != nil && hasUnboundIndex), refuted != nil || !result.findings.contains(where: { $0.severity == .error || $0.code == .needsAssumption }),
            !context.reading.diagnostics.contains(where: { statement.range.contains($0.range) && $0.severity == .error })
        else { return result }
        let anew = StandaloneEvidence(context: context, statement: statement).judge()
        // What is refuted is right where it is that very entry in another plausible reading.
        if let refuted {
            guard case .verified(_, let implementation?, _) = anew, refuted.entry == implementation.name else { return result }
            result.findings = []
            result.record.evidence = []
        }
        guard recognise(anew, &result) else {
            if refuted == nil, result.record.outcome == .evaluated, let slip = StandaloneEvidence(context: context, statement: statement).slip() {
                result.findings.append(slip)
                result.record.outcome = .refuted
                result.record.reason = nil
            }
            return result
        }
        result.record.outcome = .verified
        result.record.reason = nil
        return result
    }

    private func checked() -> StatementResult {
        let statement = statement
        var result = StatementResult(
            record: StatementRecord(range: context.place(statement.range), kind: statement.kind, outcome: .notation))
        let faults = context.reading.diagnostics.filter { statement.range.contains($0.range) && $0.severity == .error }
        if let forced = faults.compactMap({ Outcome($0.code.outcome) }).min() {
            result.record.outcome = forced
            if forced == .unsupported { result.record.reason = Reason(.unreadNotation, "it has an error") }
            return result
        }
        if statement.isNotation { return result }
        if let reason = statement.reason {
            if simulated(&result) { return result }
            result.record.outcome = .unsupported
            result.record.reason = reason
            return result
        }
        evaluate(&result)
        var outcomes: [Outcome] = []
        if let definition = statement.definition, definition.range.lower >= firstOwnByte, !claimsDerivative { outcomes.append(checkDefinition(definition, &result)) }
        checkRelations(&result, &outcomes)
        if statement.definition == nil, statement.relations.isEmpty {
            let recognised = recognise(BehaviourEvidence(context: context, statement: statement).judgeExpression(), &result)
            outcomes.append(recognised ? .verified : expressionOutcome(&result))
        }
        if let hazard = result.record.evidence.lazy.compactMap(\.hazard).first, let entry = result.record.implementation,
            StabilityClaim.isMade(in: context.surroundings.sentence)
        {
            result.findings.append(hazard.diagnostic(entry, at: result.record.range))
        }
        if !result.findings.contains(where: { $0.severity == .error }) {
            let broken = CasesEvidence(context: context, statement: statement).findings()
            result.findings += broken
            if !broken.isEmpty { outcomes.append(.refuted) }
        }
        result.record.outcome = Outcome.combined(outcomes)
        if result.record.outcome != .unsupported { result.record.reason = result.record.outcome == .evaluated ? standInReason(result.record) : nil }
        return result
    }

    /// Whether laws of the note give a meaning to a statement that has none without them, and it holds.
    private func simulated(_ result: inout StatementResult) -> Bool {
        guard statement.hasMoments, statement.definition == nil, !statement.relations.isEmpty, let simulation = SimulationEvidence(context: context, index: index) else { return false }
        let isStep = statement.relations.count > 1
        var found: [Evidence] = []
        for step in statement.relations.indices {
            guard case .verified(let evidence, _, _) = simulation.judge(step: step, isStep: isStep) else { return false }
            found.append(evidence)
            if isStep {
                result.record.steps.append(
                    StepRecord(relation: statement.relations[step].sign, outcome: .verified, range: stepRange(step), evidence: [evidence]))
            }
        }
        result.record.outcome = .verified
        result.record.evidence = found
        return true
    }

    private func standInReason(_ record: StatementRecord) -> Reason? {
        guard !record.standIns.isEmpty else { return nil }
        let names = record.standIns.map { "`\($0)`" }.joined(separator: ", ")
        return Reason(.standIn, "nothing defines \(names): the value is that of a smooth function in its place")
    }

    /// `f'(x) = …` of a known function claims something of it; it defines nothing.
    var claimsDerivative: Bool { statement.kind == .gradient && statement.sides.first?.expression != nil }

    func expressionOutcome(_ result: inout StatementResult) -> Outcome {
        if result.shown != nil { return .evaluated }
        if result.record.reason == nil {
            result.record.reason = statement.sides.lazy.compactMap(\.reason).first ?? Reason(.noSample, "no value on sample data")
        }
        return .unsupported
    }

    // MARK: - A definition and its tie

    private func checkDefinition(_ definition: Definition, _ result: inout StatementResult) -> Outcome {
        if equatesOneFunction(at: 0) { return statement.relations.count > 1 ? .notation : result.shown != nil ? .evaluated : expressionOutcome(&result) }
        let evidence = ImplementationEvidence(context: context)
        // What an index means that nothing binds is a guess: it proves nothing.
        if hasUnboundIndex {
            if isSlipOfEntry(definition, &result) { return .refuted }
            return statement.relations.count > 1 ? .notation : result.shown != nil ? .evaluated : expressionOutcome(&result)
        }
        // A guess at what a function is contradicts no entry.
        let isTentative = definition.body.isTentative
        let isPlain = definition.body.standIns.isEmpty && statement.kind != .gradient && !NoteWalk.hasPrimedHead(statement, context.span)
        let found = isPlain ? evidence.tie(definition) : nil
        if let found {
            let judged = evidence.judge(statement, at: index, definition, found)
            // Words that tie one entry do not say that it is wrong while it computes another that they name.
            if case .verified = judged {} else if found.tie == .words, recognised(definition, &result) { return .verified }
            switch judged {
            case .verified(let evidence, let implementation, let variant):
                result.record.implementation = implementation?.name
                result.record.variant = variant?.name
                result.record.tie = found.tie
                result.record.evidence.append(evidence)
                return .verified
            case .refuted(let diagnostic):
                if isTentative || context.isQualified || isOfOtherQuantities(definition, found.implementation) { break }
                result.record.implementation = found.implementation.name
                result.record.tie = found.tie
                result.findings.append(diagnostic)
                return .refuted
            case .needsAssumption(let diagnostic):
                if isTentative || context.isQualified { break }
                result.record.implementation = found.implementation.name
                result.record.tie = found.tie
                result.findings.append(diagnostic)
                return .evaluated
            case .none: break
            }
        }
        // Nearest words that name one entry count for more than what a formula is recognised as.
        if isPlain, isSlipOfEntry(definition, &result, onlyByWords: true) { return .refuted }
        // A prime on a name without arguments may well be another value of it: `x' = …`.
        if isPlain || isOtherValue(definition), found?.tie != .words, recognised(definition, &result) { return .verified }
        if isPlain, agreesElsewhere(definition, &result) { return .verified }
        if let pass = BackpropagationEvidence(context: context, statement: statement, index: index), case .verified(let found, _, _) = pass.judge(step: 0) {
            result.record.evidence.append(found)
            return .verified
        }
        if isPlain || isOtherValue(definition), isSlipOfEntry(definition, &result) { return .refuted }
        if isPlain, let contradiction = NoteEvidence(context: context, statement: statement).contradiction(definition) {
            result.findings.append(contradiction)
            return .refuted
        }
        // What words close by name, and is something else, is not recognised as a third thing.
        if isPlain || isOtherValue(definition), found?.mayRefute != true,
            recognise(BehaviourEvidence(context: context, statement: statement).judgeAnywhere(definition), &result)
        {
            return .verified
        }
        // What the definition says is that the name means its body: with more relations behind it, those carry claims.
        if statement.relations.count > 1 { return .notation }
        if result.shown != nil { return .evaluated }
        return expressionOutcome(&result)
    }

    /// `\text{MSE} = \text{Bias}^2 + \text{Var}`: words that are none of an entry's parameters relate it to other quantities.
    private func isOfOtherQuantities(_ definition: Definition, _ implementation: Implementation) -> Bool {
        let names = definition.body.symbols
        return !names.isEmpty && names.allSatisfy { key in
            key.name.utf8.count > 1 && key.name.allSatisfy(\.isLetter) && !GreekLetters.isName(key.name) && !implementation.hasParameter(key.name)
        }
    }

    /// `\det(A) = \det(B)`: one function of two names, which no entry says anything of.
    func equatesOneFunction(at step: Int) -> Bool {
        guard step + 1 < statement.sides.count else { return false }
        let sides = [statement.sides[step], statement.sides[step + 1]].map { side in Array(context.span.latex[side.range.clamped(to: context.span.latex.count).range]) }
        return sides[0] != sides[1] && AppliedName.form(sides[0]) != nil && AppliedName.form(sides[0]) == AppliedName.form(sides[1])
    }

    private var hasUnboundIndex: Bool {
        // A sum may be meant to go on to the end of the formula.
        !statement.openChoices.contains(.sumIncludesLaterTerms) && context.leavesIndexUnbound(statement)
    }

    /// One slip makes the definition the entry that words near by or its own head name.
    func isSlipOfEntry(_ definition: Definition, _ result: inout StatementResult, onlyByWords: Bool = false) -> Bool {
        guard !ImplementationEvidence(context: context).takesVectorsAsNumbers(statement, definition) else { return false }
        let evidence = SlipEvidence(context: context, statement: statement, index: index)
        guard case .refuted(let diagnostic) = evidence.judge(definition, onlyByWords: onlyByWords) else { return false }
        result.findings.append(diagnostic)
        return true
    }

    private func isOtherValue(_ definition: Definition) -> Bool {
        !definition.isFunction && statement.kind != .gradient && definition.body.standIns.isEmpty
    }

    private func recognised(_ definition: Definition, _ result: inout StatementResult) -> Bool {
        if recognise(BehaviourEvidence(context: context, statement: statement).judge(definition), &result) { return true }
        // Where a sum ends, or whether a dot multiplies element by element, an entry may settle.
        guard !context.surroundings.mentions.isEmpty else { return false }
        for choice in [Choices.productElementwise, .sumIncludesLaterTerms, .slashTakesProduct] where statement.openChoices.contains(choice) {
            let reading = FormulaReader.read(context.tree, scope: context.scope, vocabulary: context.shared.vocabulary, taking: choice)
            guard reading.statements.indices.contains(index), let other = reading.statements[index].definition else { continue }
            let evidence = BehaviourEvidence(context: context, statement: reading.statements[index])
            if recognise(evidence.judge(other), &result) { return true }
        }
        return false
    }

    /// Whether a snippet, or another definition of the name, computes the same.
    private func agreesElsewhere(_ definition: Definition, _ result: inout StatementResult) -> Bool {
        guard !ImplementationEvidence(context: context).takesVectorsAsNumbers(statement, definition) else { return false }
        let plan = context.plan(statement, number: context.statementNumber, resolving: false)
        for function in context.functions.reversed() where FormulaSnippetComparison.isSameName(definition.name, function) {
            let comparison = FormulaSnippetComparison(
                definition: definition, plan: plan, function: function, seed: context.seed, budget: context.budget)
            guard let (samples, error) = comparison.agreement() else { continue }
            result.record.evidence.append(Evidence(by: .code, name: function.name, samples: samples, maxError: error))
            return true
        }
        guard case .verified(let evidence, _, _) = NoteEvidence(context: context, statement: statement).judge(definition) else {
            return false
        }
        result.record.evidence.append(evidence)
        return true
    }

    /// Takes note of an entry that a statement computes.
    func recognise(_ judged: EvidenceResult, _ result: inout StatementResult) -> Bool {
        guard case .verified(let evidence, let implementation, let variant) = judged else { return false }
        result.record.implementation = implementation?.name
        result.record.variant = variant?.name
        result.record.tie = .behaviour
        result.record.evidence.append(evidence)
        return true
    }
}

extension Outcome {
    init?(_ forced: FindingOutcome?) {
        switch forced {
        case .malformed: self = .malformed
        case .refuted: self = .refuted
        case .unsupported: self = .unsupported
        case nil: return nil
        }
    }
}

extension EvaluationError {
    var reason: Reason {
        let code: Reason.Code
        switch self.code {
        case .undefinedFunction: code = .undefinedFunction
        case .undefinedSymbol, .unboundIndex: code = .undefinedSymbol
        case .shapeMismatch, .indexOutOfRange: code = .noShape
        case .ambiguous: code = .ambiguous
        case .limit: code = .limit
        case .domain: code = .notFinite
        case .malformed, .unsupported, .notEvaluable: code = .unreadNotation
        }
        return Reason(code, message)
    }
}
