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
