import Source

/// Turns libcmark's document into a `NoteTree`: formulas put back, dialects found, ranges in bytes of the note.
struct TreeBuilder {
    let source: SourceText
    let masked: MaskedText
    let limits: Limits
    let dialect: NoteReader.Dialect
    var scan: Scan
    var tree = NoteTree()
    var code: [CodeBlock] = []
    var diagnostics: [Diagnostic] = []
    /// Formulas that have their node.
    var placed: [Bool]
    /// Labels that are defined.
    var footnotes: Set<String> = []
    /// Marks to take back: they stand in code, destinations or tags.
    var rejected: Set<Int> = []
    var frames: [Frame] = []
    /// Tables by the index of their paragraph's event.
    var tables: [Int: PreparedTable] = [:]

    struct Frame {
        var kind: NoteTree.Kind
        var range: ByteRange
        var children: [NoteTree.ID] = []
    }

    struct PreparedTable {
        var table: FoundTable
        var lead: [InlineItem]
        /// Row by row.
        var cells: [[InlineItem]]
    }

    init(_ source: SourceText, _ scan: Scan, from start: Int, limits: Limits, dialect: NoteReader.Dialect) {
        self.source = source
        self.scan = scan
        self.limits = limits
        self.dialect = dialect
        masked = MaskedText(source, from: start, scan)
        placed = [Bool](repeating: false, count: scan.formulas.count)
        tree.nodes.removeAll()
    }

    mutating func build() {
        footnotes = Set(masked.footnotes.values.map(\.label))
        var events: [CMarkEvent] = []
        CMarkDocument(masked.bytes).forEachEvent { events.append($0) }
        if dialect.contains(.tables) { prepareTables(events) }
        var index = 0
        while index < events.count {
            let event = events[index]
            switch event.kind {
            case .paragraph, .heading:
                var collector = newCollector()
                let first = index
                index += 1
                while index < events.count {
                    if events[index].phase == .exit {
                        switch events[index].kind {
                        case .paragraph, .heading: break
                        default:
                            collector.add(events[index])
                            index += 1
                            continue
                        }
                        break
                    }
                    collector.add(events[index])
                    index += 1
                }
                rejected.formUnion(collector.rejected)
                leaf(event, first, collector.items)
            default: block(event)
            }
            index += 1
        }
        // libcmark closes its document; should it not, the tree still has a root.
        while !frames.isEmpty { pop() }
        if tree.nodes.isEmpty { tree.root = node(.document, ByteRange(0, source.bytes.count)) }
    }

    func newCollector() -> InlineCollector {
        InlineCollector(masked.placeholder, dialect) { [masked, scan, source] bytes in
            Self.restore(bytes, masked.placeholder, scan, source)
        }
    }

    /// `bytes` with placeholders replaced by what stood there, and which they were.
    static func restore(_ bytes: [UInt8], _ placeholder: Placeholder, _ scan: Scan, _ source: SourceText)
        -> (bytes: [UInt8], marks: [Int])
    {
        guard bytes.count >= placeholder.count else { return (bytes, []) }
        var marks: [Int] = []
        var result: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "z"), let mark = placeholder.index(in: bytes, at: i), mark < scan.marks.count {
                marks.append(mark)
                result.append(contentsOf: source.bytes[scan.marks[mark].range.clamped(to: source.bytes.count).range])
                i += placeholder.count
            } else {
                result.append(bytes[i])
                i += 1
            }
        }
        return marks.isEmpty ? (bytes, []) : (result, marks)
    }

    // MARK: Places

    /// The offset in the masked text of libcmark's 1-based line and column.
    func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return 0 }
        guard line <= masked.lines.count else { return masked.bytes.count }
        let start = Int(masked.lines.starts[line - 1])
        let end = line < masked.lines.count ? Int(masked.lines.starts[line]) : masked.bytes.count
        return min(start + max(column - 1, 0), end)
    }

    func range(_ event: CMarkEvent) -> Range<Int> {
        let start = offset(line: event.startLine, column: event.startColumn)
        let end = offset(line: event.endLine, column: event.endColumn + 1)
        return start..<max(start, end)
    }

    func lineContent(_ line: Int) -> Range<Int> {
        guard line >= 1, line <= masked.lines.count else { return masked.bytes.count..<masked.bytes.count }
        return masked.lines.content(ofLine: line - 1, in: masked.bytes).range
    }

    /// The line of `=` or `-` under a setext heading, `nil` for an ATX heading. libcmark's own end is often a line late.
    func underline(_ event: CMarkEvent) -> Int? {
        guard event.endLine > event.startLine else { return nil }
        for line in (event.startLine + 1)...event.endLine {
            let content = lineContent(line)
            var i = content.lowerBound
            while i < content.upperBound, Byte.isBlank(masked.bytes[i]) || masked.bytes[i] == UInt8(ascii: ">") { i += 1 }
            guard i < content.upperBound else { continue }
            let byte = masked.bytes[i]
            guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { continue }
            while i < content.upperBound, masked.bytes[i] == byte { i += 1 }
            while i < content.upperBound, Byte.isBlank(masked.bytes[i]) { i += 1 }
            if i == content.upperBound { return line }
        }
        return nil
    }

    // MARK: Frames

    mutating func push(_ kind: NoteTree.Kind, _ range: ByteRange) { frames.append(Frame(kind: kind, range: range)) }

    mutating func pop() {
        guard let frame = frames.popLast() else { return }
        if case .list = frame.kind, !masked.footnotes.isEmpty, frame.children.contains(where: isFootnote) {
            return separate(frame)
        }
        let id = node(frame.kind, frame.range, frame.children)
        if frames.isEmpty { tree.root = id } else { add(id) }
    }

    private func isFootnote(_ id: NoteTree.ID) -> Bool {
        if case .footnoteDefinition = tree.nodes[Int(id)].kind { return true }
        return false
    }

    /// To libcmark footnotes are items, perhaps of the author's list before or behind them.
    private mutating func separate(_ frame: Frame) {
        for run in frame.children.chunked(by: isFootnote) {
            guard let first = run.first, !isFootnote(first) else {
                for id in run { add(id) }
                continue
            }
            add(node(frame.kind, tree.nodes[Int(first)].range, Array(run)))
        }
    }

    mutating func add(_ id: NoteTree.ID) {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].children.append(id)
    }
}

extension Array {
    /// The longest runs in which `property` is the same.
    fileprivate func chunked(by property: (Element) -> Bool) -> [ArraySlice<Element>] {
        var runs: [ArraySlice<Element>] = []
        var start = 0
        for index in indices.dropFirst() where property(self[index]) != property(self[start]) {
            runs.append(self[start..<index])
            start = index
        }
        if start < count { runs.append(self[start...]) }
        return runs
    }
}
