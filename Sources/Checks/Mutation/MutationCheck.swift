import Formulas
import LaTeX
import Markdown
import Source

/// What became of one small wrong version of a verified statement.
public struct MutationRecord: Sendable {
    public enum Fate: Sendable {
        /// There is an error finding that the right note lacks, or the formula is refuted or malformed.
        case caught
        /// No mistake: it says the same, or something else that is right.
        case dropped
        /// Nothing was said, or a warning at most.
        case survived
    }

    public var kind: Mutant.Kind
    public var file: String
    public var line: Int
    /// The statement with the slip in it.
    public var latex: String
    public var fate: Fate
    /// A warning was given, no error.
    public var isWarned: Bool
}

/// Makes small wrong versions of every verified statement of a note and says which of them checking finds.
///
/// Each is checked at its place with what the note says before it; those that pass there are checked with the whole note,
/// for code and formulas behind them may contradict. What passes that too is dropped where it is no mistake: it is equal
/// to the right statement, or right as well, on 200 samples over all sets of dimensions; at most 15 % of a kind in a note.
public enum MutationCheck {
    public static func run(
        note: Note, configuration: CheckConfiguration, context: CheckContext, links: LinkTargets? = nil,
        clock: @escaping NoteChecker.Clock
    ) -> [MutationRecord] {
        var walk = NoteWalk(note: note, configuration: configuration, shared: context, clock: clock)
        walk.makesMutants = true
        let errors = walk.run().findings.count { $0.severity == .error }
        var trials = walk.mutants
        for index in trials.indices where trials[index].fate == .survived {
            var changed = note
            changed.formulas[trials[index].formula] = trials[index].span
            var again = NoteWalk(note: changed, configuration: configuration, shared: context, clock: clock)
            if again.run().findings.count(where: { $0.severity == .error }) > errors { trials[index].fate = .caught }
        }
        limitDropped(&trials)
        return trials.map { trial in
            MutationRecord(
                kind: trial.kind, file: note.source.name, line: note.source.position(of: trial.place).line, latex: trial.latex,
                fate: trial.fate, isWarned: trial.isWarned)
        }
    }

    static let mostDroppedPercent = 15

    private static func limitDropped(_ trials: inout [MutantTrial]) {
        for kind in Mutant.Kind.allCases {
            let made = trials.count { $0.kind == kind }
            var left = made * mostDroppedPercent / 100
            for index in trials.indices where trials[index].kind == kind && trials[index].fate == .survived && trials[index].isEquivalent {
                guard left > 0 else { break }
                left -= 1
                trials[index].fate = .dropped
            }
        }
    }
}

/// A mutant of one formula, checked at its place.
struct MutantTrial {
    var kind: Mutant.Kind
    var formula: Int
    /// The formula with the slip.
    var span: FormulaSpan
    /// Of the statement, in the note.
    var place: Int
    var latex: String
    var fate: MutationRecord.Fate
    var isWarned: Bool
    var isEquivalent: Bool
}

extension NoteWalk {
    /// Small wrong versions of the verified statements of a formula, checked in its place; `self` is the walk before it.
    func mutantTrials(of index: Int, _ record: FormulaRecord, previous: FormulaRecord?) -> [MutantTrial] {
        let verified = record.statements.filter { $0.outcome == .verified }
        guard !verified.isEmpty else { return [] }
        let span = note.formulas[index]
        let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
        let reading = FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary)
        let right = checked(index, span, previous: previous)
        var trials: [MutantTrial] = []
        for statement in verified {
            guard let range = span.map.derived(statement.range) else { continue }
            let place = reading.statements.firstIndex { span.map.original($0.range) == statement.range }
            let equivalence = place.flatMap { MutantEquivalence(self, index: index, parsed.tree, reading, place: $0) }
            let symbols = place.map { reading.statements[$0].symbols } ?? []
            let matrices = Set(symbols.filter { $0.shape?.dimensions.count == 2 }.map(\.name.name))
            let variables = Set(symbols.map(\.name.name))
            for mutant in Mutant.all(of: span.latex, tree: parsed.tree, in: range, matrices: matrices, variables: variables) {
                var wrong = span
                wrong.latex = mutant.latex
                wrong.map = span.map.replacing(mutant.place, count: mutant.newCount)
                let found = checked(index, wrong, previous: previous)
                let isCaught = found.errors > right.errors || found.outcome < .unsupported && found.outcome < right.outcome
                let end = max(range.lower, range.upper - mutant.place.count + mutant.newCount)
                let text = String(decoding: mutant.latex[range.lower..<min(end, mutant.latex.count)], as: UTF8.self)
                trials.append(
                    MutantTrial(
                        kind: mutant.kind, formula: index, span: wrong, place: statement.range.lower, latex: text,
                        fate: isCaught ? .caught : .survived, isWarned: found.warnings > right.warnings,
                        isEquivalent: isCaught ? false : equivalence?.holds(for: mutant) ?? false))
            }
        }
        return trials
    }

    private func checked(_ index: Int, _ span: FormulaSpan, previous: FormulaRecord?) -> (outcome: Outcome, errors: Int, warnings: Int) {
        var walk = self
        walk.note.formulas[index] = span
        walk.findings = []
        let record = walk.checkFormula(index, previous: previous)
        return (record.outcome, walk.findings.count { $0.severity == .error }, walk.findings.count { $0.severity == .warning })
    }
}
