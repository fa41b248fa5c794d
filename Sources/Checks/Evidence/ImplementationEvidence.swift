import Catalogue
import Formulas
import Markdown
import Source
import Tensors

/// How a statement was tied, and whether the tie is good enough to call the statement wrong.
struct TieFound {
    var implementation: Implementation
    var tie: Tie
    var mayRefute: Bool
}

/// Ties definitions to catalogue entries and compares them.
struct ImplementationEvidence {
    let context: StatementContext

    /// The tie of a definition: by directive, by the name at its head, by the nearest words.
    func tie(_ definition: Definition) -> TieFound? {
        if let directed = context.directed { return TieFound(implementation: directed, tie: .directive, mayRefute: true) }
        let head = definition.name.name
        if let named = Self.named(head, in: context.shared.table) ?? Self.labelled(head, in: context.shared.table) {
            return TieFound(implementation: named, tie: .name, mayRefute: true)
        }
        // Words introduce the first statement of a formula; `…, \quad \bar{x} = …` behind it explains a name.
        if let first = context.reading.statements.first(where: { !$0.isNotation }), !first.range.contains(definition.range) { return nil }
        for (index, cue) in context.surroundings.cues.enumerated() {
            guard let match = context.shared.matcher.match(cue.text),
                let implementation = context.shared.table.named(match.name)
            else { continue }
            // A head of several letters that is no name of the entry names something else (PReLU under "ReLU").
            let namesOther = definition.isFunction && Self.isWord(head)
            // What an argument of the entry is, is said right beside its name: the rate of a Poisson distribution.
            let isArgument = implementation.hasParameter(head)
            return TieFound(
                implementation: implementation, tie: .words,
                mayRefute: match.isClean && index == 0 && cue.kind != .heading && !namesOther && !isArgument)
        }
        return nil
    }

    static func named(_ head: String, in table: ImplementationTable) -> Implementation? {
        guard isWord(head) else { return nil }
        return table.lookup(head)
    }

    /// `L_MSE`, `ell_CE`: the label of a loss, of three letters at least where a wrong formula is to be told.
    private static func labelled(_ head: String, in table: ImplementationTable) -> Implementation? {
        guard let mark = head.firstIndex(of: "_"), losses.contains(String(head[..<mark])) else { return nil }
        let label = String(head[head.index(after: mark)...])
        guard label.utf8.count >= 3, let named = named(label, in: table), named.isLoss else { return nil }
        return named
    }

    private static let losses: Set<String> = ["L", "l", "ell", "J", "E", "loss", "Loss", "cost"]

    /// Several letters that are no Greek letter's name and carry no script.
    private static func isWord(_ name: String) -> Bool {
        let letters = name.unicodeScalars
        guard letters.count > 1, !greek.contains(name) else { return false }
        return letters.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " " || $0 == "-" }
            && letters.dropFirst().contains { $0.properties.isAlphabetic }
    }

    private static let greek: Set<String> = {
        var names: Set<String> = []
        for scalar in UInt32(0x391)...UInt32(0x3F5) {
            if let name = GreekLetters.name(of: scalar) { names.insert(name) }
        }
        return names
    }()

    /// Compares the definition with the entry in all its conventions.
    func judge(_ statement: Statement, at index: Int, _ definition: Definition, _ found: TieFound) -> EvidenceResult {
        // `y = \operatorname{softmax}(o)` is read as the entry itself: that proves nothing.
        guard definition.body.appliedFunction != found.implementation.name else { return .none }
        // The function of a matrix is another than that of its elements.
        if found.implementation.isElementwise, definition.body.invertsMatrix { return .none }
        let standard = candidates(statement, definition, found)
        guard !standard.isEmpty, !takesVectorsAsNumbers(statement, definition) else { return .none }
        for candidate in standard where found.tie != .words || !found.implementation.needsNames || candidate.isUsuallyNamed {
            let run = run(candidate, seed: context.seed, until: .isVerified)
            if run.verdict == .verified { return verified(candidate, run) }
        }
        if let rescued = underAssumptions(standard, found, statement) { return rescued }
        guard found.mayRefute, !found.implementation.isOpen, context.isCertain(standard[0].plan, statement.sides[...]) || found.tie != .words else { return .none }
        // Another plausible reading.
        for other in alternatives(statement, at: index) {
            guard let definition = other.definition else { return .none }
            for candidate in candidates(other, definition, found) {
                let run = run(candidate, seed: context.seed, until: .differs)
                if run.tally.remaining >= Tally.leastRemaining, run.verdict != .differs { return .none }
            }
        }
        // Every convention must differ, with a second seed too; one that cannot be compared proves nothing either way,
        // but at least one must have been compared.
        let runs = standard.map { (candidate: $0, run: run($0, seed: context.seed)) }
        let compared = runs.filter { $0.run.tally.remaining >= Tally.leastRemaining }
        guard !compared.isEmpty, compared.allSatisfy({ $0.run.verdict == .differs }) else { return .none }
        for (candidate, _) in compared
        where run(candidate, seed: context.seed ^ StatementContext.secondSeed, until: .differs).verdict != .differs {
            return .none
        }
        if compared.contains(where: { agreesWithoutGuard($0.candidate) }) { return .none }
        if found.tie == .words, let first = compared.first?.candidate, !isWhatTheWordsMean(definition, found.implementation, first) { return .none }
        guard statement.indices.allSatisfy(\.isBound), let (candidate, first) = compared.first(where: { $0.candidate.isNatural })
        else { return .none }
        return .refuted(diagnostic(statement, candidate, first, found, runs: compared))
    }

    /// Whether the statement transposes what is read as numbers: `(x_i - \mu)(x_i - \mu)^\top` means another thing then than it says.
    func takesVectorsAsNumbers(_ statement: Statement, _ definition: Definition) -> Bool {
        guard definition.body.transposesNumber else { return false }
        let latex = context.span.latex
        var written = Array(latex[statement.range.clamped(to: latex.count).range])
        guard written.removeTransposes(), let other = context.read(written)?.reading.statements.first else { return false }
        guard let body = other.definition?.body ?? (other.sides.count > 1 ? other.sides[1].expression : nil) else { return false }
        let plan = context.plan(statement, number: context.statementNumber)
        guard let trial = plan.trial(0, seed: context.seed, budget: context.budget), let own = context.value(definition.body, trial.bindings),
            let plain = context.value(body, trial.bindings), own.tensor.shape == plain.tensor.shape
        else { return false }
        if case .agree = Comparison.of(own.tensor, plain.tensor, magnitude: max(own.magnitude, plain.magnitude)) { return true }
        return false
    }

    /// Where a small number guards a denominator is each author's choice: without it both are the same.
    private func agreesWithoutGuard(_ candidate: Candidate) -> Bool {
        let parameters = candidate.implementation.parameters(of: candidate.variant)
        var plan = candidate.plan
        var hasGuard = false
        for (parameter, argument) in zip(parameters, candidate.arguments) where parameter.name == "epsilon" {
            guard case .symbol(let key) = argument, let place = plan.inputs.firstIndex(where: { $0.key == key && $0.shape.isEmpty }) else { continue }
            plan.inputs[place].value = Tensor(1e-12)
            hasGuard = true
        }
        guard hasGuard else { return false }
        var index = 0
        let run = SampleRun.run(
            plan, seed: context.seed, budget: context.budget,
            compare: { a, b in
                guard a.tensor.shape.filter({ $0 != 1 }) == b.tensor.shape.filter({ $0 != 1 }) else { return .discarded }
                let isNear = zip(a.tensor.elements, b.tensor.elements).allSatisfy { abs($0 - $1) <= 1e-5 * max(abs($0), abs($1), 1e-3) }
                return isNear ? .agree(error: 0) : .differ(error: 1)
            }
        ) { trial in
            index += 1
            guard let (actual, expected) = candidate.values(trial, index: index, evaluate: context.value) else { return nil }
            return (actual, SideValue(expected, slots: [], magnitude: actual.magnitude))
        }
        return run.tally.differing == 0 && run.tally.agreeing > 0
    }

    /// Words name what a sentence speaks of, which need not be what its formula defines: it may be one of the entry's
    /// parameters, something that is computed from the entry, a state that it keeps, or a later step of it.
    private func isWhatTheWordsMean(_ definition: Definition, _ implementation: Implementation, _ candidate: Candidate) -> Bool {
        let parameters = implementation.parameters(of: candidate.variant)
        let head = definition.name.name
        func isNamed(_ name: String) -> Bool {
            let letter = String(name.prefix { $0 != "_" })
            return parameters.contains { [name, letter].contains($0.name) || $0.symbols.contains(name) || $0.symbols.contains(letter) }
        }
        let usesNames = definition.isFunction || definition.body.symbols.contains { isNamed($0.name) }
        if isNamed(head), !usesNames { return false }
        // A state's own update, before what the method does with it.
        let letter = head.prefix { $0 != "_" }
        if context.surroundings.following.contains("$"), definition.body.symbols.contains(where: { $0.name.prefix { $0 != "_" } == letter }) { return false }
        if candidate.plan.inputs.contains(where: { context.known[$0.key] != nil && !definition.isFunction }) { return false }
        if !usesNames, parameters.count(where: { $0.defaultValue == nil }) > 1 { return false }
        return !AppliedName.names(in: context.span.latex[definition.range.clamped(to: context.span.latex.count).upper...], implementation, context.shared.table)
    }

    private func alternatives(_ statement: Statement, at index: Int) -> [Statement] {
        FormulaReader.alternatives(
            to: index, of: context.reading, in: context.tree, scope: context.scope,
            vocabulary: context.shared.vocabulary)
    }

    private func candidates(_ statement: Statement, _ definition: Definition, _ found: TieFound) -> [Candidate] {
        candidates(statement, definition, found.implementation, resolving: true)
    }

    /// - Parameter resolving: names that earlier statements define are computed, not drawn.
    func candidates(
        _ statement: Statement, _ definition: Definition, _ implementation: Implementation, resolving: Bool
    ) -> [Candidate] {
        candidates(
            statement, definition, implementation,
            plan: context.plan(statement, number: context.statementNumber, resolving: resolving))
    }

    func candidates(
        _ statement: Statement, _ definition: Definition, _ implementation: Implementation, plan: SamplePlan,
        where admits: (Candidate) -> Bool = { _ in true }
    ) -> [Candidate] {
        let order = statement.symbols.filter { $0.role == .variable }.sorted { $0.range < $1.range }.map(\.name)
        var plan = plan
        let inBody = Set(definition.body.symbols)
        var definition = definition
        let element = Self.element(in: plan, of: definition)
        if let element, let key = element.key {
            plan.inputs.removeAll { $0.key == key }
            for place in definition.parameters.indices where definition.parameters[place].name == key {
                definition.parameters[place].name = element.array
            }
        }
        var finder = CandidateFinder(
            implementation: implementation, variants: asked(of: implementation).filter { $0.heads.isEmpty || $0.heads.contains(definition.name.name) }, definition: definition, plan: plan,
            order: order.filter { inBody.contains($0) && $0 != element?.key }, element: element)
        guard let element, element.key == nil else { return finder.candidates(where: admits) }
        // The number of the head may be a label: `L_1`.
        let ofElement = finder.candidates(where: admits)
        finder.element = nil
        return ofElement + finder.candidates(where: admits)
    }

    /// The conventions that the words before it ask for; all where it asks for none.
    private func asked(of implementation: Implementation) -> [Variant] {
        guard implementation.variants.contains(where: { !$0.cues.isEmpty }), let cue = context.surroundings.cues.first, cue.kind != .heading else {
            return implementation.variants
        }
        let words = TextFolding.folded(cue.text)
        let asked = implementation.variants.filter { variant in variant.cues.contains { words.contains($0) } }
        return asked.isEmpty ? implementation.variants : asked
    }

    /// `x_i`, `x_1` where `x` is a vector of the same statement.
    private static func element(in plan: SamplePlan, of definition: Definition) -> Candidate.VectorElement? {
        let head = definition.name.name
        if !definition.isFunction, definition.indices.isEmpty, definition.body.shape.rank == 0, let mark = head.lastIndex(of: "_"),
            let place = Int(head[head.index(after: mark)...]), (1...9).contains(place),
            let array = plan.inputs.first(where: { $0.shape.count == 1 })
        {
            return Candidate.VectorElement(key: nil, array: array.key, place: place - 1)
        }
        for input in plan.inputs where input.shape.isEmpty {
            guard let mark = input.key.name.lastIndex(of: "_") else { continue }
            let index = String(input.key.name[input.key.name.index(after: mark)...])
            let place = Int(index).map { $0 - 1 }
            guard place.map({ (0..<9).contains($0) }) ?? ["i", "j", "k", "n", "c"].contains(index) else { continue }
            let array = SymbolKey(canonical: String(input.key.name[..<mark]))
            if plan.inputs.contains(where: { $0.key == array && $0.shape.count == 1 }) {
                return Candidate.VectorElement(key: input.key, array: array, place: place)
            }
        }
        return nil
    }

    func run(
        _ candidate: Candidate, seed: UInt64, isRound: Bool = false, imposing: [(SymbolKey, Assumption)] = [],
        count: Int = SamplePlan.trialCount, until question: SampleRun.Question = .everything
    ) -> SampleRun {
        var index = 0
        return SampleRun.run(
            candidate.plan, seed: seed, isRound: isRound, imposing: imposing, count: count, until: question, budget: context.budget,
            compare: Self.compare
        ) { trial in
            index += 1
            guard let (actual, expected) = candidate.values(trial, index: index, evaluate: context.value) else { return nil }
            return (actual, SideValue(expected, slots: [], magnitude: actual.magnitude))
        }
    }

    /// Shapes must be the same but for axes of length 1: one number is no vector.
    static func compare(_ a: SideValue, _ b: SideValue) -> Comparison {
        guard a.tensor.shape.filter({ $0 != 1 }) == b.tensor.shape.filter({ $0 != 1 }) else { return .discarded }
        // What has no value where the entry has one (cases that leave a gap) does not agree with it.
        if b.tensor.isFinite, a.tensor.elements.contains(where: \.isNaN) { return .unclear }
        return Comparison.of(a.tensor, b.tensor, magnitude: max(a.magnitude, b.magnitude))
    }

    func verified(_ candidate: Candidate, _ run: SampleRun, assuming: [String] = []) -> EvidenceResult {
        .verified(
            Evidence(
                by: .implementation, name: candidate.implementation.name, samples: run.tally.agreeing,
                maxError: run.tally.maxError, assuming: assuming, hazard: FormulaHazard.find(candidate, context: context)),
            implementation: candidate.implementation, variant: candidate.variant)
    }

    private func underAssumptions(_ candidates: [Candidate], _ found: TieFound, _ statement: Statement) -> EvidenceResult? {
        for candidate in candidates.prefix(8) {
            for (key, kind, source) in context.assumptions(for: candidate.plan) {
                let run = run(candidate, seed: context.seed, imposing: [(key, kind)], until: .isVerified)
                guard run.verdict == .verified, run.isTelling else { continue }
                let words = "\(key.name) \(kind.words)"
                if source.isKnown || source.isLoose { return verified(candidate, run, assuming: [words]) }
                guard found.tie != .words || found.mayRefute else { return EvidenceResult.none }
                return .needsAssumption(
                    Diagnostic(
                        .needsAssumption, at: context.place(statement.range),
                        "this is \(found.implementation.name) only if \(words)", help: "say so, or `assume` it"))
            }
        }
        return nil
    }

    private func diagnostic(
        _ statement: Statement, _ candidate: Candidate, _ first: SampleRun, _ found: TieFound,
        runs: [(candidate: Candidate, run: SampleRun)]
    ) -> Diagnostic {
        let round = run(candidate, seed: context.seed, isRound: true)
        let difference = round.differing.first ?? first.differing.first
        var message = "this is not \(found.implementation.name)"
        if let difference {
            let inputs = difference.inputWords
            message +=
                ": \(inputs.isEmpty ? "it" : "at \(inputs) it") gives \(ValueWords.text(difference.actual)), "
                + "\(found.implementation.name) gives \(ValueWords.text(difference.expected))"
        }
        let hint = runs.lazy.compactMap { Hint.words($0.run.pairs) }.first
        return Diagnostic(
            .wrongValue, at: context.place(statement.range), message,
            help: hint.map { "\($0); the definition is \(found.implementation.equation)" }
                ?? "the definition is \(found.implementation.equation)",
            counterexample: difference?.counterexample, entry: found.implementation.name)
    }
}

extension Implementation {
    /// Whether formulas write one of its parameters so, in any convention.
    func hasParameter(_ name: String) -> Bool {
        variants.contains { variant in parameters(of: variant).contains { $0.name == name || $0.symbols.contains(name) } }
    }

    /// It measures how far two things are apart.
    var isLoss: Bool { name.contains("loss") || name.contains("objective") || name.contains("error") || name.contains("entropy") || name.contains("divergence") }
}

extension [UInt8] {
    /// Takes marks of transposition away; false where there are none.
    fileprivate mutating func removeTransposes() -> Bool {
        let marks = ["^{\\mathrm{T}}", "^{\\mathsf{T}}", "^{\\rm T}", "^{\\top}", "^\\intercal", "^{\\mathsf T}", "^\\top", "^{T}", "^T"].map { Array($0.utf8) }
        var kept: [UInt8] = []
        var index = 0
        while index < count {
            if self[index] == UInt8(ascii: "^"), let mark = marks.first(where: { self[index...].starts(with: $0) }) {
                index += mark.count
                kept.append(0x20)
            } else {
                kept.append(self[index])
                index += 1
            }
        }
        let isChanged = kept.count != count
        self = kept
        return isChanged
    }
}
