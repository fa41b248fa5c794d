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
        if dialect.contains(.footnotes), takesFootnotes(items, &cursor, place) { return }
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
        if rest < text.count, text[rest] == UInt8(ascii: "+") || text[rest] == UInt8(ascii: "-") { rest += 1 }
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
        frames[frames.count - 1].kind = .callout(kind: kind, hasTitle: hasTitle)
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

    // MARK: Footnotes

    /// Lines `[^label]: text` of a paragraph; each is a definition of its own.
    private mutating func takesFootnotes(_ items: [InlineItem], _ cursor: inout SourceCursor, _ place: Range<Int>) -> Bool {
        func definition(_ i: Int) -> String? {
            guard i + 1 < items.count, case .mark(let index) = items[i], index < scan.marks.count,
                case .footnote(let label) = scan.marks[index].kind, case .text(let text) = items[i + 1],
                text.first == UInt8(ascii: ":")
            else { return nil }
            return label
        }
        guard definition(0) != nil else { return false }
        var i = 0
        while i < items.count {
            guard let label = definition(i), case .mark(let mark) = items[i], case .text(let text) = items[i + 1] else {
                break
            }
            var end = i + 2
            while end < items.count {
                if case .softBreak = items[end], end + 1 < items.count, definition(end + 1) != nil { break }
                end += 1
            }
            let start = masked.markEnds[mark] - masked.placeholder.count
            cursor.move(to: masked.markEnds[mark] + 1)
            var body = Array(items[(i + 2)..<end])
            var rest = 1
            while rest < text.count, Byte.isBlank(text[rest]) { rest += 1 }
            if rest < text.count { body.insert(.text(Array(text[rest...])), at: 0) }
            let children = inlines(body[...], &cursor)
            let bodyRange = children.reduce(scan.marks[mark].range) { $0.union(tree.nodes[Int($1)].range) }
            let first = children.first.map { tree.nodes[Int($0)].range.lower } ?? bodyRange.upper
            let paragraph = node(.paragraph, ByteRange(first, bodyRange.upper), children)
            _ = start
            add(node(.footnoteDefinition(label: label), bodyRange, [paragraph]))
            if end < items.count { _ = cursor.lineEnd() }
            i = end + 1
        }
        return true
    }
}
