import Source

/// Reads notes: front matter, mathematics, then CommonMark and its dialects.
public enum NoteReader {
    /// What is read beyond CommonMark.
    public struct Dialect: OptionSet, Sendable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }

        public static let mathematics = Dialect(rawValue: 1 << 0)
        public static let frontMatter = Dialect(rawValue: 1 << 1)
        public static let tables = Dialect(rawValue: 1 << 2)
        public static let strikethrough = Dialect(rawValue: 1 << 3)
        public static let taskLists = Dialect(rawValue: 1 << 4)
        public static let autolinks = Dialect(rawValue: 1 << 5)
        public static let footnotes = Dialect(rawValue: 1 << 6)
        public static let callouts = Dialect(rawValue: 1 << 7)
        public static let wikilinks = Dialect(rawValue: 1 << 8)
        public static let highlights = Dialect(rawValue: 1 << 9)
        public static let tags = Dialect(rawValue: 1 << 10)
        public static let imageSizes = Dialect(rawValue: 1 << 11)
        /// Prose that only happens to be indented is a paragraph.
        public static let indentedProse = Dialect(rawValue: 1 << 12)

        /// Obsidian's `%%…%%` and names of blocks (` ^id`), attributes of headings and paragraphs (`{#id}`, `{: .class}`).
        public static let comments = Dialect(rawValue: 1 << 13)

        /// CommonMark 0.30 and nothing else.
        public static let commonMark: Dialect = []
        public static let all = Dialect(rawValue: (1 << 14) - 1)
    }

    /// The note in `source`. Never fails: what cannot be read is a diagnostic and stays in the tree as text.
    ///
    /// Complexity: linear in the number of bytes.
    public static func read(_ source: SourceText, limits: Limits = Limits(), dialect: Dialect = .all) -> Note {
        var note = Note(source: source)
        if source.bytes.count > limits.noteBytes {
            let words = "\(source.bytes.count) bytes; the limit is \(limits.noteBytes)"
            note.diagnostics.append(Diagnostic(.noteTooLarge, at: .empty(at: 0), words))
            return note
        }
        var start = source.lines.markLength
        if dialect.contains(.frontMatter) {
            var reader = FrontMatterReader(source, limits)
            if let (matter, end) = reader.read() {
                note.frontMatter = matter
                start = end
            }
            note.diagnostics += reader.diagnostics
        }
        build(source, from: start, limits: limits, dialect: dialect, into: &note)
        return note
    }
}
