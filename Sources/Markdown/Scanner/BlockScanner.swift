import Source

/// Goes through a note line by line and hands the text of each leaf block to the search for mathematics.
///
/// Mathematics comes before Markdown: where a display formula opens and closes further down, the lines between belong
/// to it whatever they look like, and the block goes on behind it.
struct BlockScanner {
    let bytes: [UInt8]
    let lines: LineIndex
    /// Where the note begins behind a byte-order mark and front matter.
    let start: Int
    let limits: Limits
    let dialect: NoteReader.Dialect
    var state = BlockState()
    var scan = Scan()
    var reportedNesting = false
    var reportedBrackets = false
    /// Line from which a search for a closing delimiter ran to its stop without finding one, and that stop.
    var failedSearches: [Closer: Range<Int>] = [:]

    struct Leaf {
        enum Kind: Equatable { case paragraph, heading, html }
        var kind: Kind
        var text = FlatText()
        /// How far it was searched.
        var scanned = 0
        var brackets = 0
        var grammar = HTMLGrammar()
        var backticks = BacktickRuns()
        /// Closers that do not come any more in `text` as it stands.
        var missing: Set<Closer> = []
    }

    init(_ source: SourceText, from start: Int, limits: Limits, dialect: NoteReader.Dialect) {
        bytes = source.bytes
        lines = source.lines
        self.start = start
        self.limits = limits
        self.dialect = dialect
    }

    mutating func run() -> Scan {
        var line = start == 0 ? 0 : lines.lineIndex(of: start)
        var leaf: Leaf?
        while true {
            let atEnd = line >= lines.count
            let before = state
            let edits = scan.edits.count
            let kind = atEnd ? .blank : classify(line)
            if var open = leaf {
                leaf = nil
                if continues(open, kind) {
                    if case .paragraphContinuation(let content) = kind { append(line, content, to: &open) }
                    if case .htmlContent(let content) = kind { append(line, content, to: &open) }
                    leaf = open
                    line += 1
                    continue
                }
                let added = scan.edits.count - edits
                let pendingEdits = Array(scan.edits.suffix(added))
                scan.edits.removeLast(added)
                if let next = finish(&open, before: before, from: line) {
                    // A formula reached beyond the block: the block goes on behind it.
                    state = before
                    line = next
                    leaf = open
                    continue
                }
                scan.edits.append(contentsOf: pendingEdits)
            }
            if atEnd { break }
            leaf = begin(kind, line)
            line += 1
        }
        boundDefinitions()
        return scan
    }

    private func continues(_ leaf: Leaf, _ kind: LineKind) -> Bool {
        switch (leaf.kind, kind) {
        case (.paragraph, .paragraphContinuation), (.html, .htmlContent): true
        default: false
        }
    }

    private mutating func begin(_ kind: LineKind, _ line: Int) -> Leaf? {
        switch kind {
        case .blank, .other: return nil
        case .fenceOpen:
            scan.fenceLines.append(Int(lines.starts[line]))
            return nil
        case .paragraphStart(let content), .paragraphContinuation(let content):
            var leaf = Leaf(kind: .paragraph)
            append(line, content, to: &leaf)
            return leaf
        case .heading(let content):
            var leaf = Leaf(kind: .heading)
            append(line, content, to: &leaf)
            _ = finish(&leaf, before: nil, from: line)
            return nil
        case .htmlStart(let kind, let content):
            guard kind == 2 || kind >= 6 else { return nil }
            var leaf = Leaf(kind: .html)
            append(line, content, to: &leaf)
            return leaf
        case .htmlContent: return nil
        }
    }

    private func append(_ line: Int, _ content: Int, to leaf: inout Leaf) {
        let range = lines.content(ofLine: line, in: bytes)
        var newline: Int?
        if !leaf.text.bytes.isEmpty, line > 0 {
            newline = lines.content(ofLine: line - 1, in: bytes).upper
        }
        leaf.text.appendLine(bytes, content, range.upper, newlineAt: newline)
    }

    /// Searches what was gathered. Returns the line at which to go on when a formula took in lines beyond the block.
    private mutating func finish(_ leaf: inout Leaf, before: BlockState?, from line: Int) -> Int? {
        leaf.missing = []
        leaf.grammar = HTMLGrammar()
        leaf.backticks.index(leaf.text.bytes)
        while let open = search(&leaf) {
            if let before, let next = extend(&leaf, open, before.containers, from: line) { return next }
            leaf.scanned = leaveOpen(open, &leaf)
        }
        if leaf.kind == .paragraph { noteDefinitions(leaf.text) }
        return nil
    }

    private mutating func noteDefinitions(_ text: FlatText) {
        guard text.bytes.first == UInt8(ascii: "["), !text.bytes.has("[^", at: 0) || !dialect.contains(.footnotes),
            text.bytes.firstIndex(of: "]:", in: 0..<text.bytes.count) != nil
        else { return }
        scan.definitions.append(.init(text: text.bytes, start: text.map.original(0)))
    }
}
