import Source

/// Paragraphs and headings, and the blocks that dialects make of them.
extension TreeBuilder {
    mutating func leaf(_ event: CMarkEvent, _ index: Int, _ collected: [InlineItem]) {
        var place = range(event)
        var underlined: Int?
        if case .heading = event.kind {
            underlined = underline(event)
            let last = lineContent(underlined ?? event.startLine)
            place = place.lowerBound..<max(place.lowerBound, last.upperBound)
        }
        var cursor = SourceCursor(masked.bytes, from: place.lowerBound, to: place.upperBound)
        if let prepared = tables[index] { return table(prepared, place) }
        var items = InlineDialects(dialect: dialect).apply(collected)
        if case .heading(let level) = event.kind {
            if endsWithDisplay(items), level == 2, let line = underlined {
                // Readers who know display mathematics end the paragraph with it: the line of dashes is a break.
                let underline = lineContent(line)
                paragraph(items[...], &cursor, place.lowerBound..<max(place.lowerBound, lineContent(line - 1).upperBound))
                let dashes = underline.first { masked.bytes[$0] == UInt8(ascii: "-") } ?? underline.lowerBound
                return add(node(.thematicBreak, masked.original(dashes, trimmedEnd(dashes..<underline.upperBound))))
            }
            let children = inlines(items[...], &cursor)
            let end = trimmedEnd(place)
            return add(node(.heading(level: level), masked.original(place.lowerBound, end), children))
        }
        if dialect.contains(.callouts) { takeCallout(&items, &cursor, place) }
        if dialect.contains(.taskLists) { takeTask(&items) }
        guard !items.isEmpty else { return }
        paragraph(items[...], &cursor, place)
    }

    private mutating func paragraph(_ items: ArraySlice<InlineItem>, _ cursor: inout SourceCursor, _ place: Range<Int>) {
        let children = inlines(items, &cursor)
        // libcmark counts the definitions before a paragraph as part of it; its text says where it begins.
        let first = children.first.map { tree.nodes[Int($0)].range }
        let end = trimmedEnd(place.lowerBound..<max(place.upperBound, cursor.position))
        var range = masked.original(place.lowerBound, end)
        if let first, !first.isEmpty, first.lower > range.lower, first.lower <= range.upper {
            range = ByteRange(first.lower, range.upper)
        }
        add(node(.paragraph, range, children))
    }

    private func endsWithDisplay(_ items: [InlineItem]) -> Bool {
        guard case .mark(let index)? = items.last, index < scan.marks.count,
            case .formula(let formula) = scan.marks[index].kind
        else { return false }
        return scan.formulas[formula].display
    }

    // MARK: Callouts

    /// `[!note] Title` at the start of a quote's first paragraph.
    private mutating func takeCallout(_ items: inout [InlineItem], _ cursor: inout SourceCursor, _ place: Range<Int>) {
        guard let frame = frames.last, case .blockQuote = frame.kind, frame.children.isEmpty,
            case .text(let text)? = items.first, text.starts(with: [UInt8(ascii: "["), UInt8(ascii: "!")]),
            let close = text.firstIndex(of: UInt8(ascii: "]")), close > 2,
            text[2..<close].allSatisfy({ Byte.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "|") })
        else { return }
        let kind = string(text[2..<close].map(Byte.lower))
        var rest = close + 1
        var folding = NoteTree.Folding.none
        if rest < text.count, text[rest] == UInt8(ascii: "+") || text[rest] == UInt8(ascii: "-") {
            folding = text[rest] == UInt8(ascii: "+") ? .open : .closed
            rest += 1
        }
        while rest < text.count, Byte.isBlank(text[rest]) { rest += 1 }
        _ = cursor.text(Array(text[..<rest]))
        if rest < text.count {
            items[0] = .text(Array(text[rest...]))
        } else {
            items.removeFirst()
        }
        let lineEnd = items.firstIndex {
            switch $0 {
            case .softBreak, .lineBreak: true
            default: false
            }
        }
        let title = items[..<(lineEnd ?? items.count)]
        let hasTitle = !title.isEmpty
        frames[frames.count - 1].kind = .callout(kind: kind, hasTitle: hasTitle, folding: folding)
        if hasTitle {
            let start = cursor.position
            let children = inlines(title, &cursor)
            add(node(.paragraph, masked.original(start, max(start, trimmedEnd(start..<max(start, cursor.position)))), children))
        }
        if let lineEnd {
            _ = cursor.lineEnd()
            items = Array(items[(lineEnd + 1)...])
        } else {
            items = []
        }
    }

    // MARK: Tasks

    /// `[ ]` and `[x]` at the start of an item.
    private mutating func takeTask(_ items: inout [InlineItem]) {
        guard let frame = frames.last, case .item = frame.kind, frame.children.isEmpty,
            case .text(let text)? = items.first, text.count >= 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
            text.count > 3 ? Byte.isBlank(text[3]) : items.count > 1
        else { return }
        let task: NoteTree.Task
        switch text[1] {
        case Byte.space: task = .open
        case UInt8(ascii: "x"), UInt8(ascii: "X"): task = .done
        default: return
        }
        frames[frames.count - 1].kind = .item(task: task)
        var rest = 3
        while rest < text.count, Byte.isBlank(text[rest]) { rest += 1 }
        if rest < text.count {
            items[0] = .text(Array(text[rest...]))
        } else {
            items.removeFirst()
        }
    }
}
