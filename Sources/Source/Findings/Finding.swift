/// A diagnostic with its file and the positions that people and other programs read.
public struct Finding: Sendable {
    public var diagnostic: Diagnostic
    public var file: String
    public var start: Position
    public var end: Position
    public var related: [RelatedPlace]

    public struct RelatedPlace: Sendable {
        public var file: String
        public var start: Position
        public var end: Position
        public var message: String
    }

    /// `diagnostic.range` counts bytes of `source`. `sources` finds the text of a related file.
    public init(_ diagnostic: Diagnostic, in source: SourceText, sources: (String) -> SourceText? = { _ in nil }) {
        self.diagnostic = diagnostic
        file = source.name
        start = source.position(of: diagnostic.range.lower)
        end = source.position(of: diagnostic.range.upper)
        related = diagnostic.related.compactMap { related in
            let text = related.file.map(sources) ?? source
            guard let text else { return nil }
            return RelatedPlace(
                file: text.name, start: text.position(of: related.range.lower),
                end: text.position(of: related.range.upper), message: related.message)
        }
    }

    /// A finding on a file as a whole, or on one whose bytes could not be read: at 1:1.
    public init(_ diagnostic: Diagnostic, wholeFile file: String) {
        self.diagnostic = diagnostic
        self.file = file
        start = Position(line: 1, column: 1)
        end = Position(line: 1, column: 1)
        related = []
    }

    public var code: FindingCode { diagnostic.code }
    public var severity: Severity { diagnostic.severity }
}

extension Finding {
    /// File, place, code, message: the order in which every report lists findings.
    public static func precedes(_ a: Finding, _ b: Finding) -> Bool {
        if a.file != b.file { return a.file < b.file }
        if a.start != b.start { return a.start < b.start }
        if a.end != b.end { return a.end < b.end }
        if a.code.code != b.code.code { return a.code.code < b.code.code }
        return a.diagnostic.message < b.diagnostic.message
    }
}
