import Formulas
import Markdown
import Snippets
import Source
import Tensors
import Catalogue
import DeepLearning
import LaTeX

/// All outcomes of one run, in the order of the notes' paths and of places in them.
///
/// Everything that `--format json` prints and the site shows is here; the counts of `summary` always add up to what
/// the scanner found.
public struct Ledger: Sendable {
    public var notes: [NoteRecord]
    /// Findings on files that are no notes (`gloss.yaml`) come with the notes' own in `findings`.
    public var projectFindings: [Finding]

    public init(notes: [NoteRecord] = [], projectFindings: [Finding] = []) {
        self.notes = notes
        self.projectFindings = projectFindings
    }

    public var findings: [Finding] {
        (projectFindings + notes.flatMap(\.findings)).sorted(by: Finding.precedes)
    }
}

public struct NoteRecord: Sendable {
    public var note: Note
    /// One for each of `note.formulas`, in the same order.
    public var formulas: [FormulaRecord]
    /// One for each of `note.code`, in the same order.
    public var code: [CodeRecord]
    /// Sorted, those that `allow` suppressed left out.
    public var findings: [Finding]

    public init(note: Note, formulas: [FormulaRecord] = [], code: [CodeRecord] = [], findings: [Finding] = []) {
        self.note = note
        self.formulas = formulas
        self.code = code
        self.findings = findings
    }
}

public struct FormulaRecord: Sendable {
    public var kind: FormulaKind
    public var outcome: Outcome
    public var reason: Reason?
    /// Of the last statement that has one.
    public var value: Tensor?
    public var statements: [StatementRecord]

    public init(kind: FormulaKind, outcome: Outcome, reason: Reason? = nil, value: Tensor? = nil, statements: [StatementRecord] = []) {
        self.kind = kind
        self.outcome = outcome
        self.reason = reason
        self.value = value
        self.statements = statements
    }
}

public struct StatementRecord: Sendable {
    /// Bytes of the note.
    public var range: ByteRange
    public var kind: FormulaKind
    public var outcome: Outcome
    public var reason: Reason?
    /// Name in the catalogue.
    public var implementation: String?
    public var variant: String?
    public var tie: Tie?
    /// The sample whose value is shown; names as in bindings, in order.
    public var sample: [(name: String, value: Tensor)]
    /// Undefined functions of the value shown that a smooth function of ours stands in for, sorted.
    public var standIns: [String]
    public var value: Tensor?
    public var evidence: [Evidence]
    public var steps: [StepRecord]
    /// Set for a statement that is a function of one real variable: what the page plots.
    public var plot: Plot?

    public init(range: ByteRange, kind: FormulaKind, outcome: Outcome, reason: Reason? = nil) {
        self.range = range
        self.kind = kind
        self.outcome = outcome
        self.reason = reason
        implementation = nil
        variant = nil
        tie = nil
        sample = []
        standIns = []
        value = nil
        evidence = []
        steps = []
        plot = nil
    }
}

/// How a statement was tied to its implementation.
public enum Tie: String, Sendable { case directive, name, words, behaviour }

public struct Evidence: Sendable {
    public enum Source: String, Sendable {
        case implementation, equation, step, gradient, simulation, code, note, expectation
    }

    public var by: Source
    /// The implementation, snippet or place that it was compared with.
    public var name: String
    public var samples: Int
    /// Largest |a − b| relative to the largest magnitude of any intermediate value.
    public var maxError: Double
    /// Assumptions that the agreement rests on, in words.
    public var assuming: [String]
    /// Where computing it as it is written would lose the value; for pages.
    public var hazard: FormulaHazard?

    public init(by: Source, name: String, samples: Int, maxError: Double, assuming: [String] = [], hazard: FormulaHazard? = nil) {
        self.by = by
        self.name = name
        self.samples = samples
        self.maxError = maxError
        self.assuming = assuming
        self.hazard = hazard
    }
}

public struct StepRecord: Sendable {
    /// `=`, `≤`, `≈`, `→` … as one sign.
    public var relation: String
    public var outcome: Outcome
    /// Bytes of the note.
    public var range: ByteRange
    public var evidence: [Evidence]

    public init(relation: String, outcome: Outcome, range: ByteRange, evidence: [Evidence] = []) {
        self.relation = relation
        self.outcome = outcome
        self.range = range
        self.evidence = evidence
    }
}

/// Points of a function of one real variable; a NaN breaks the line.
public struct Plot: Sendable {
    public var variable: String
    public var x: [Double]
    public var y: [Double]

    public init(variable: String, x: [Double], y: [Double]) {
        self.variable = variable
        self.x = x
        self.y = y
    }
}

public struct CodeRecord: Sendable {
    public var language: String
    public var outcome: CodeOutcome
    public var reason: Reason?
    /// Names that the block defines, in order.
    public var defines: [String]
    public var evidence: [Evidence]
    /// What it printed; `nil` where it did not run.
    public var output: String?

    public init(
        language: String, outcome: CodeOutcome, reason: Reason? = nil, defines: [String] = [],
        evidence: [Evidence] = [], output: String? = nil
    ) {
        self.language = language
        self.outcome = outcome
        self.reason = reason
        self.defines = defines
        self.evidence = evidence
        self.output = output
    }
}
