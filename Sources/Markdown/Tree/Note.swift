import Source

/// A note as it was read: its blocks, formulas, code, settings and directives, all with byte ranges of `source`.
public struct Note: Sendable {
    public var source: SourceText
    public var frontMatter: FrontMatter?
    public var tree: NoteTree
    /// In order of their place in the note.
    public var formulas: [FormulaSpan]
    public var code: [CodeBlock]
    public var directives: [RawDirective]
    public var diagnostics: [Diagnostic]

    public init(source: SourceText) {
        self.source = source
        frontMatter = nil
        tree = NoteTree()
        formulas = []
        code = []
        directives = []
        diagnostics = []
    }
}

/// One math span.
public struct FormulaSpan: Sendable {
    public enum Delimiter: Sendable, Hashable {
        case dollar, doubleDollar, parenthesis, bracket, fence, environment
    }

    /// Delimiters included.
    public var range: ByteRange
    public var delimiter: Delimiter
    public var display: Bool
    /// The LaTeX without delimiters and without the container prefixes of its lines.
    public var latex: [UInt8]
    /// From offsets in `latex` to offsets in the note.
    public var map: SegmentMap
    /// Set when the closing delimiter is missing.
    public var isUnclosed: Bool

    public init(
        range: ByteRange, delimiter: Delimiter, display: Bool, latex: [UInt8], map: SegmentMap, isUnclosed: Bool = false
    ) {
        self.range = range
        self.delimiter = delimiter
        self.display = display
        self.latex = latex
        self.map = map
        self.isUnclosed = isUnclosed
    }
}

/// One fenced or indented block of code.
public struct CodeBlock: Sendable {
    /// Fences included; for an indented block its lines.
    public var range: ByteRange
    public var isFenced: Bool
    /// The whole info string, entities and escapes resolved.
    public var info: String
    /// The first word of `info` in lower case without `{` `.` `}`; empty for an indented block.
    public var language: String
    public var content: [UInt8]
    /// From offsets in `content` to offsets in the note.
    public var map: SegmentMap

    public init(
        range: ByteRange, isFenced: Bool, info: String, language: String, content: [UInt8], map: SegmentMap
    ) {
        self.range = range
        self.isFenced = isFenced
        self.info = info
        self.language = language
        self.content = content
        self.map = map
    }
}

/// `<!-- gloss: … -->` as it stands: what it says is read by Checks.
public struct RawDirective: Sendable {
    /// The comment, `<!--` and `-->` included.
    public var range: ByteRange
    /// What follows `gloss:`, blanks trimmed.
    public var body: String
    public var bodyRange: ByteRange

    public init(range: ByteRange, body: String, bodyRange: ByteRange) {
        self.range = range
        self.body = body
        self.bodyRange = bodyRange
    }
}

public struct FrontMatter: Sendable {
    public enum Format: String, Sendable { case yaml, toml }

    public var format: Format
    /// Fences included.
    public var range: ByteRange
    /// `nil` where it did not parse; the diagnostics say why.
    public var value: ConfigValue?

    public init(format: Format, range: ByteRange, value: ConfigValue?) {
        self.format = format
        self.range = range
        self.value = value
    }
}

/// What YAML and TOML have in common, with the place of every value.
public struct ConfigValue: Sendable {
    public indirect enum Kind: Sendable {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        /// Also dates and times, as they are written.
        case string(String)
        case array([ConfigValue])
        /// In the order of the file.
        case table([Entry])
    }

    public struct Entry: Sendable {
        public var key: String
        public var keyRange: ByteRange
        public var value: ConfigValue

        public init(key: String, keyRange: ByteRange, value: ConfigValue) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }

    public var kind: Kind
    public var range: ByteRange

    public init(_ kind: Kind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }

    public subscript(key: String) -> ConfigValue? {
        guard case .table(let entries) = kind else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
