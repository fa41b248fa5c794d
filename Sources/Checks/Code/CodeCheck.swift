import Catalogue
import Formulas
import Markdown
import Snippets
import Source
import Tensors

/// Runs the Python of a note, block after block in one session, and compares what it defines and prints.
struct CodeCheck {
    private let session = SnippetSession()
    /// What the last Python block printed, where it could be held against a stated output.
    private var printed: (block: Int, output: String)?

    init(walk: NoteWalk) {}

    private static let python: Set<String> = ["python", "py", "python3", "py3", "ipython", "ipython3", "pycon", "doctest", "python-repl", "pytb"]
    private static let outputs: Set<String> = ["text", "txt", "output", "out", "console", "plaintext", "plain"]

    mutating func check(_ index: Int, _ walk: inout NoteWalk) -> CodeRecord {
        let block = walk.note.code[index]
        let allowances = walk.directives.takeAllowances(before: block.range.lower)
        let before = walk.findings.count
        let skip = walk.directives.take(before: block.range.lower) { if case .skip = $0 { true } else { false } }
        var record: CodeRecord
        if let skip, case .skip(let reason) = skip.kind {
            walk.directives.use(skip.index)
            record = CodeRecord(
                language: block.language, outcome: .skipped,
                reason: Reason(.skippedByAuthor, reason.isEmpty ? "the author says so" : reason))
        } else if Self.python.contains(block.language) {
            record = run(index, block, &walk)
        } else if Self.outputs.contains(block.language), let stated = statedOutput(index, block, &walk) {
            record = stated
        } else {
            let name = block.language.isEmpty ? "no language is named" : "`\(block.language)` is not run"
            record = CodeRecord(language: block.language, outcome: .skipped, reason: Reason(.otherLanguage, name))
        }
        let given = walk.findings[before...]
        func allowing(_ code: FindingCode) -> [Int] {
            allowances.filter { entry in
                if case .allow(code, _, _) = walk.directives.entries[entry].directive.kind { return true }
                return false
            }
        }
        let kept = given.filter { allowing($0.code).isEmpty }
        for diagnostic in given { for entry in allowing(diagnostic.code) { walk.directives.use(entry) } }
        walk.findings = Array(walk.findings[..<before]) + kept
        return record
    }

    private mutating func run(_ index: Int, _ block: CodeBlock, _ walk: inout NoteWalk) -> CodeRecord {
        let result = session.run(block.content, budget: walk.budget())
        for diagnostic in result.diagnostics { walk.findings.append(diagnostic.mapped(block.map)) }
        var record = CodeRecord(
            language: block.language, outcome: result.outcome, reason: result.reason, defines: result.defines,
            output: result.outcome == .malformed || result.outcome == .skipped ? nil : result.output)
        printed = nil
        guard result.outcome == .ran || result.outcome == .refuted || result.outcome == .skipped else { return record }
        compareExamples(result, block, &walk, &record)
        if result.outcome == .ran, !result.dependsOnRandom { printed = (index, result.output) }
        compareFunctions(result, block, index, &walk, &record)
        compareDefinitions(result, block, &walk, &record)
        return record
    }

    // MARK: - Functions against the note's formulas

    /// A function that computes what a formula before it defines under the same name; keeps it for formulas after it.
    private func compareDefinitions(_ result: SnippetResult, _ block: CodeBlock, _ walk: inout NoteWalk, _ record: inout CodeRecord) {
        for function in result.functions {
            let sameName = walk.stated.filter { FormulaSnippetComparison.isSameName($0.known.definition.name, function) }
            var agrees = false
            for stated in sameName.reversed() {
                let comparison = FormulaSnippetComparison(
                    definition: stated.known.definition, plan: stated.plan(), function: function,
                    seed: ContentHash.ofLaTeX(block.content) ^ stated.bodyHash, budget: walk.budget())
                guard let (samples, error) = comparison.agreement() else { continue }
                record.evidence.append(Evidence(by: .note, name: "line \(stated.line)", samples: samples, maxError: error))
                if record.outcome == .ran { record.outcome = .verified }
                walk.confirmed.append(
                    (stated, Evidence(by: .code, name: function.name, samples: samples, maxError: error)))
                agrees = true
                break
            }
            if !agrees, sameName.count == 1, record.outcome != .refuted { contradict(function, sameName[0], block, &walk, &record) }
            walk.functions.append(function)
        }
    }

    /// How far behind a formula a function of one letter may stand to be meant by it, in bytes.
    private static let reach = 600

    /// The one formula that defines the function's name says something else.
    private func contradict(
        _ function: SnippetFunction, _ stated: StatedDefinition, _ block: CodeBlock, _ walk: inout NoteWalk, _ record: inout CodeRecord
    ) {
        guard function.name.utf8.count > 1 || block.range.lower - stated.known.range.upper <= Self.reach else { return }
        let comparison = FormulaSnippetComparison(
            definition: stated.known.definition, plan: stated.plan(), function: function,
            seed: ContentHash.ofLaTeX(block.content) ^ stated.bodyHash, budget: walk.budget())
        guard let difference = comparison.contradiction() else { return }
        record.outcome = .refuted
        walk.findings.append(
            Diagnostic(
                .wrongSnippet, at: block.map.original(SnippetComparison.definitionRange(of: function, in: block.content)),
                "`\(function.name)` is not what line \(stated.line) defines: at \(difference.inputWords) it gives "
                    + "\(ValueWords.text(difference.actual)), the formula gives \(ValueWords.text(difference.expected))",
                related: [.init(at: stated.known.range, "defined here")], counterexample: difference.counterexample))
    }

    // MARK: - Functions against the catalogue

    /// Entries whose names are words that programs use for other things as well: a step of training, the inverse of a map.
    private static let everyday: Set<String> = ["step", "identity", "inverse", "transpose", "trace", "momentum", "dense", "expectation", "clip", "weighted-mean"]

    /// `def clip(g, theta)` lacks an argument of the function that has its name.
    private static func mayImplement(_ function: SnippetFunction, _ entry: Implementation) -> Bool {
        if function.parameters.contains(where: { $0.kind == .variadic }) { return true }
        return entry.variants.contains { variant in entry.parameters(of: variant).count { $0.defaultValue == nil } <= function.parameters.count }
    }

    private static let distributionParameters: Set<String> = [
        "mu", "mean", "logvar", "log_var", "log_sigma", "logsigma", "sigma", "std", "var", "loc", "scale",
    ]

    /// `kl(mu, logvar)` is the divergence of normal distributions, not that of two lists of probabilities: its arguments
    /// are parameters of a distribution, of which the entry has none.
    private static func isOfAnotherFamily(_ function: SnippetFunction, than entry: Implementation) -> Bool {
        let known = Set(entry.parameters.flatMap { [$0.name] + $0.symbols })
        return known.isDisjoint(with: distributionParameters)
            && function.parameters.contains { distributionParameters.contains($0.name.lowercased()) }
    }

    private func compareFunctions(
        _ result: SnippetResult, _ block: CodeBlock, _ index: Int, _ walk: inout NoteWalk, _ record: inout CodeRecord
    ) {
        var directed: Implementation?
        if !result.functions.isEmpty,
            let taken = walk.directives.take(
                before: block.range.lower, where: { if case .implements = $0 { true } else { false } }),
            case .implements(let name) = taken.kind
        {
            directed = walk.shared.table.lookup(name)
            if directed != nil { walk.directives.use(taken.index) }
        }
        let cues = walk.cueFinder.cues(for: walk.outline.codeNodes[index], at: block.range.lower)
        for function in result.functions {
            var implementation = directed
            var mayRefute = true
            if implementation == nil {
                implementation = walk.shared.table.lookup(function.name).flatMap { Self.mayImplement(function, $0) ? $0 : nil }
                if let named = implementation, Self.everyday.contains(named.name) {
                    mayRefute = cues.contains { walk.shared.matcher.match($0.text)?.name == named.name }
                }
            }
            if implementation == nil, result.functions.count == 1 {
                mayRefute = false
                for cue in cues {
                    guard let match = walk.shared.matcher.match(cue.text) else { continue }
                    implementation = walk.shared.table.named(match.name)
                    break
                }
            }
            guard let implementation else { continue }
            if directed == nil, Self.isOfAnotherFamily(function, than: implementation) { mayRefute = false }
            let comparison = SnippetComparison(
                function: function, implementation: implementation,
                seed: ContentHash.of(implementation.name) ^ ContentHash.ofLaTeX(block.content), budget: { [walk] in walk.budget() })
            switch comparison.judge() {
            case .verified(let convention, let samples, let error):
                let isStandard = convention.variant.name == implementation.standard?.name
                record.evidence.append(
                    Evidence(
                        by: .implementation, name: implementation.name + (isStandard ? "" : " (\(convention.variant.name))"),
                        samples: samples, maxError: error))
                if record.outcome == .ran { record.outcome = .verified }
                if let hazard = comparison.hazard(convention, in: block.content) {
                    walk.findings.append(
                        hazard.diagnostic(
                            comparison,
                            at: block.map.original(SnippetComparison.definitionRange(of: function, in: block.content))))
                }
            case .refuted(let difference) where mayRefute && !implementation.isOpen:
                record.outcome = .refuted
                walk.findings.append(
                    Diagnostic(
                        .wrongSnippet, at: block.map.original(SnippetComparison.definitionRange(of: function, in: block.content)),
                        "`\(function.name)` is not \(implementation.name): at \(difference.words) it gives "
                            + "\(ValueWords.text(difference.actual)), \(implementation.name) gives \(ValueWords.text(difference.expected))",
                        help: Hint.words(difference.pairs),
                        counterexample: Counterexample(
                            inputs: difference.inputs.map { ($0.name, JSONValue($0.value)) },
                            expected: JSONValue(difference.expected), actual: JSONValue(difference.actual))))
            default: break
            }
        }
    }

    // MARK: - Stated output

    /// Sessions with prompts, and comments that say what a line prints.
    private func compareExamples(
        _ result: SnippetResult, _ block: CodeBlock, _ walk: inout NoteWalk, _ record: inout CodeRecord
    ) {
        var agreed = 0
        for example in result.examples {
            guard let shown = example.shown else { continue }
            switch OutputComparison.compare(stated: example.stated, printed: shown, elides: true) {
            case .same: agreed += 1
            case .different(let stated, let printed, _):
                record.outcome = .refuted
                record.reason = nil
                walk.findings.append(
                    Diagnostic(
                        .wrongOutput, at: block.map.original(example.statedRange),
                        "this shows \(printed) where \(stated) is stated",
                        help: "it shows: \(shown.split(separator: "\n").prefix(4).joined(separator: " ⏎ "))",
                        counterexample: Counterexample(inputs: [], expected: .string(shown), actual: .string(example.stated))))
            case .unclear: break
            }
        }
        guard agreed > 0, record.outcome == .ran else { return }
        record.outcome = .verified
        record.evidence.append(Evidence(by: .code, name: "what the block says it shows", samples: agreed, maxError: 0))
    }

    /// A block of text right after a Python block says what that prints.
    private mutating func statedOutput(_ index: Int, _ block: CodeBlock, _ walk: inout NoteWalk) -> CodeRecord? {
        guard let printed, printed.block == index - 1 else { return nil }
        let between = ByteRange(walk.note.code[index - 1].range.upper, block.range.lower)
        guard between.count < 60 else { return nil }
        self.printed = nil
        let stated = String(decoding: block.content, as: UTF8.self)
        var record = CodeRecord(language: block.language, outcome: .skipped, reason: Reason(.otherLanguage, "a stated output"))
        switch OutputComparison.compare(stated: stated, printed: printed.output) {
        case .same:
            record.outcome = .verified
            record.reason = nil
            record.evidence = [Evidence(by: .code, name: "the block before", samples: 1, maxError: 0)]
        case .different(let statedNumber, let printedNumber, let line):
            record.outcome = .refuted
            record.reason = nil
            walk.findings.append(
                Diagnostic(
                    .wrongOutput, at: block.map.original(OutputComparison.rangeOfLine(0, in: block.content)),
                    "the block above prints \(printedNumber) where \(statedNumber) is stated, in line \(line + 1) of the output",
                    help: "it prints: \(printed.output.split(separator: "\n").prefix(4).joined(separator: " ⏎ "))",
                    related: [Related(at: walk.note.code[index - 1].range, "printed by this block")],
                    counterexample: Counterexample(
                        inputs: [], expected: .string(printed.output), actual: .string(stated))))
        case .unclear: break
        }
        return record
    }
}
