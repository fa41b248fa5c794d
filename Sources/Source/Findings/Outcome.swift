/// What became of a formula, a statement or a step; declared in the order in which the first one found counts.
public enum Outcome: String, Sendable, CaseIterable, Comparable {
    case malformed, refuted, unsupported, evaluated, verified, notation

    private var rank: Int {
        switch self {
        case .malformed: 0
        case .refuted: 1
        case .unsupported: 2
        case .evaluated: 3
        case .verified: 4
        case .notation: 5
        }
    }

    public static func < (a: Outcome, b: Outcome) -> Bool {
        a.rank < b.rank
    }

    /// The outcome of a whole from those of its parts; a whole without parts is notation.
    public static func combined(_ parts: some Sequence<Outcome>) -> Outcome { parts.min() ?? .notation }
}

/// What became of a code block.
public enum CodeOutcome: String, Sendable, CaseIterable {
    case malformed, refuted, skipped, ran, verified
}

/// Why something is `unsupported` or `skipped`: a code from one list, then words.
public struct Reason: Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        case unreadNotation = "unread-notation"
        case undefinedFunction = "undefined-function"
        case undefinedSymbol = "undefined-symbol"
        case noShape = "no-shape"
        case ellipsis
        case noSample = "no-sample"
        case prose
        case limit
        case needsData = "needs-data"
        case needsLibrary = "needs-library"
        case needsDevice = "needs-device"
        case otherLanguage = "other-language"
        case incompleteCode = "incomplete-code"
        case skippedByAuthor = "skipped-by-author"
        case ambiguous
        case notFinite = "not-finite"
        /// It has a value, but with a smooth function of ours in the place of one that nothing defines.
        case standIn = "stand-in"
    }

    public var code: Code
    public var words: String

    public init(_ code: Code, _ words: String) {
        self.code = code
        self.words = words
    }

    public var description: String { "\(code.rawValue): \(words)" }
}
