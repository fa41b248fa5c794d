/// What a stage has to say about a place: identity, range, one line of words, and how to mend it.
///
/// `range` counts bytes of the buffer that the stage was given; whoever cut that buffer from a note maps it back
/// (`mapped`). Libraries return diagnostics, only the program prints them.
public struct Diagnostic: Sendable {
    public var code: FindingCode
    /// The code's severity unless the stage had reason to lower it.
    public var severity: Severity
    public var range: ByteRange
    /// One line, without a full stop, no capital unless a name has one.
    public var message: String
    public var help: String?
    public var related: [Related]
    public var counterexample: Counterexample?
    /// The catalogue's entry that the place is measured by.
    public var entry: String?

    public init(
        _ code: FindingCode, at range: ByteRange, _ message: String, severity: Severity? = nil, help: String? = nil,
        related: [Related] = [], counterexample: Counterexample? = nil, entry: String? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.range = range
        self.message = message
        self.help = help
        self.related = related
        self.counterexample = counterexample
        self.entry = entry
    }

    /// The same diagnostic with every range of its own buffer carried over to the buffer behind `map`.
    public func mapped(_ map: SegmentMap) -> Diagnostic {
        var copy = self
        copy.range = map.original(range)
        copy.related = related.map { related in
            guard related.file == nil else { return related }
            return Related(at: map.original(related.range), related.message)
        }
        return copy
    }
}

/// A second place that explains a finding ("declared here").
public struct Related: Sendable {
    /// `nil`: the file of the finding itself.
    public var file: String?
    public var range: ByteRange
    public var message: String

    public init(at range: ByteRange, _ message: String, file: String? = nil) {
        self.file = file
        self.range = range
        self.message = message
    }
}

/// Inputs on which the two sides differ, and both values: enough for anyone to reproduce the disagreement.
public struct Counterexample: Sendable {
    /// In the order in which they are to be shown.
    public var inputs: [(name: String, value: JSONValue)]
    public var expected: JSONValue
    public var actual: JSONValue

    public init(inputs: [(name: String, value: JSONValue)], expected: JSONValue, actual: JSONValue) {
        self.inputs = inputs
        self.expected = expected
        self.actual = actual
    }
}

public enum Severity: String, Sendable, CaseIterable, Comparable {
    case error, warning, info

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
