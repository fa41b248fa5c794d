import Checks
import Source

/// What outcomes, ties and evidence are called on a page.
enum EvidenceWords {
    /// What evidence calls the code that printed a stated output.
    static let blockBefore = "the block before"

    /// The line that evidence from the same note names: `line 48`.
    static func line(_ name: String) -> Int? {
        guard name.hasPrefix("line ") else { return nil }
        return Int(name.dropFirst("line ".count))
    }

    static func cause(_ cause: FormulaHazard.Cause) -> String {
        switch cause {
        case .range: "as written it overflows"
        case .zero: "as written it has no value"
        case .cancellation: "as written its digits cancel"
        }
    }

    static func phrase(_ source: Evidence.Source) -> String {
        switch source {
        case .implementation: "agrees with"
        case .equation: "both sides agree"
        case .step: "every step follows"
        case .gradient: "agrees with automatic differentiation"
        case .simulation: "agrees with simulation"
        case .code: "agrees with the code"
        case .note: "agrees with"
        case .expectation: "is the value its author expects"
        }
    }

    /// `agrees with`, in words that its name may follow.
    static func agreement(_ evidence: Evidence) -> String {
        evidence.name == blockBefore ? "agrees with" : phrase(evidence.by)
    }

    /// Whether the evidence is told with its name.
    static func isNamed(_ evidence: Evidence) -> Bool {
        [.implementation, .code, .note].contains(evidence.by) && !evidence.name.isEmpty
    }

    static func kind(_ source: Evidence.Source) -> String {
        switch source {
        case .implementation: "catalogue"
        case .equation: "other side"
        case .step: "line before"
        case .gradient: "automatic gradient"
        case .simulation: "simulation"
        case .code: "code"
        case .note: "another note"
        case .expectation: "author"
        }
    }

    static func samples(_ count: Int) -> String { count == 1 ? "1 sample" : "\(count) samples" }

    static func tie(_ tie: Tie) -> String {
        switch tie {
        case .directive: "by a directive"
        case .name: "by its name"
        case .words: "by the words near it"
        case .behaviour: "by what it computes"
        }
    }

    static func meaning(_ outcome: Outcome) -> String {
        switch outcome {
        case .malformed: "does not parse"
        case .refuted: "disagrees with its evidence"
        case .unsupported: "not understood, or needs what Gloss does not have"
        case .evaluated: "has a value; nothing independent to compare it with"
        case .verified: "agrees with independent evidence"
        case .notation: "declares or names something"
        }
    }

    static func meaning(_ reason: Reason.Code) -> String {
        switch reason {
        case .unreadNotation: "notation that Gloss does not read"
        case .undefinedFunction: "a function that the note does not define"
        case .undefinedSymbol: "a symbol that nothing tells apart or gives a value"
        case .noShape: "shapes that do not follow from what the note says"
        case .ellipsis: "dots that Gloss cannot continue"
        case .noSample: "no data on which it could run"
        case .prose: "words that carry the meaning"
        case .limit: "more than a limit allows"
        case .needsData: "needs data that are not in the note"
        case .needsLibrary: "needs a library that Gloss does not have"
        case .needsDevice: "needs a device that Gloss does not have"
        case .otherLanguage: "a language that Gloss does not run"
        case .incompleteCode: "code that is a part or a sketch of more"
        case .skippedByAuthor: "left out by its author"
        case .ambiguous: "can be read in more than one way"
        case .notFinite: "no finite value on the samples"
        case .standIn: "has a value only with a function of ours in the place of one that nothing defines"
        }
    }

    static func meaning(_ outcome: CodeOutcome) -> String {
        switch outcome {
        case .malformed: "does not parse"
        case .refuted: "fails, or disagrees with its evidence"
        case .skipped: "was not run"
        case .ran: "ran; nothing independent to compare it with"
        case .verified: "ran and agrees with independent evidence"
        }
    }
}

extension HTMLWriter {
    /// A word with the shape and colour of its outcome.
    mutating func outcome(_ outcome: Outcome) {
        element("span", "outcome \(outcome.rawValue)", outcome.rawValue)
    }

    mutating func outcome(_ outcome: CodeOutcome) {
        element("span", "outcome \(outcome.rawValue)", outcome.rawValue)
    }

    mutating func severity(_ severity: Severity) {
        element("span", "severity \(severity.rawValue)", severity.rawValue)
    }
}
