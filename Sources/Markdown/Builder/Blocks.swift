import Source

extension TreeBuilder {
    mutating func block(_ event: CMarkEvent) {
        if event.phase == .exit { return pop() }
        let place = range(event)
        // A container reaches as far as its children; libcmark counts blank lines behind them.
        let opening = masked.original(place.lowerBound, min(place.lowerBound + 1, masked.bytes.count))
        switch event.kind {
        case .document: push(.document, ByteRange(0, source.bytes.count))
        case .blockQuote: push(.blockQuote, opening)
        case .list(let ordered, let start, let tight): push(.list(ordered: ordered, start: start, tight: tight), opening)
        case .item:
            if let (label, range) = masked.footnotes[place.lowerBound] {
                push(.footnoteDefinition(label: label), range)
            } else {
                push(.item(task: .none), itemMarker(place.lowerBound))
            }
        case .thematicBreak:
            add(node(.thematicBreak, masked.original(place.lowerBound, trimmedEnd(place))))
        case .codeBlock(let info, let literal): codeBlock(event, info, literal)
        case .htmlBlock(let literal):
            // libcmark's end is wrong for a block of one line.
            let newlines = literal.reduce(0) { $0 + ($1 == Byte.newline ? 1 : 0) }
            let last = lineContent(event.startLine + max(0, newlines - 1)).upperBound
            htmlBlock(place.lowerBound..<max(place.lowerBound, last), literal)
        default: break
        }
    }

    private func itemMarker(_ start: Int) -> ByteRange {
        var end = start
        while end < masked.bytes.count, Byte.isDigit(masked.bytes[end]) { end += 1 }
        return masked.original(start, min(end + 1, masked.bytes.count))
    }

    func trimmedEnd(_ range: Range<Int>) -> Int {
        var end = min(range.upperBound, masked.bytes.count)
        while end > range.lowerBound, Byte.isSpace(masked.bytes[end - 1]) { end -= 1 }
        return end
    }

    // MARK: HTML

    private mutating func htmlBlock(_ place: Range<Int>, _ literal: [UInt8]) {
        var children: [NoteTree.ID] = []
        var whole: [UInt8] = []
        var from = 0
        var i = 0
        let end = trimmedEnd(place)
        var cursor = place.lowerBound
        func piece(_ upTo: Int, _ stop: Int) {
            guard upTo > from else { return }
            whole.append(contentsOf: literal[from..<upTo])
            children.append(node(.htmlInline(string(literal[from..<upTo])), masked.original(cursor, max(cursor, stop))))
        }
        while i < literal.count {
            guard literal[i] == UInt8(ascii: "z"), let index = masked.placeholder.index(in: literal, at: i),
                index < scan.marks.count, case .formula = scan.marks[index].kind
            else {
                i += 1
                continue
            }
            let stop = masked.markEnds[index]
            piece(i, stop - masked.placeholder.count)
            whole.append(contentsOf: source.bytes[scan.marks[index].range.clamped(to: source.bytes.count).range])
            if let id = mark(index) { children.append(id) }
            cursor = stop
            i += masked.placeholder.count
            from = i
        }
        if children.isEmpty {
            whole = literal
        } else {
            piece(literal.count, max(end, cursor))
        }
        add(node(.htmlBlock(string(whole)), masked.original(place.lowerBound, max(end, cursor)), children))
    }

    // MARK: Code

    private mutating func codeBlock(_ event: CMarkEvent, _ info: [UInt8], _ literal: [UInt8]) {
        let (restored, marks) = Self.restore(literal, masked.placeholder, scan, source)
        rejected.formUnion(marks)
        let start = offset(line: event.startLine, column: event.startColumn)
        let lineStart = Int(masked.lines.starts[min(max(event.startLine - 1, 0), masked.lines.count - 1)])
        let isFenced = hasFence(masked.original(lineStart, lineStart).lower)
        // The content: every line of the literal is the end of its line in the source.
        var map = SegmentMap()
        var line = event.startLine + (isFenced ? 1 : 0)
        var from = 0
        var end = trimmedEnd(start..<lineContent(event.startLine).upperBound)
        while from < literal.count {
            var to = from
            while to < literal.count, literal[to] != Byte.newline { to += 1 }
            let content = lineContent(line)
            var count = 0
            while count < to - from, count < content.count,
                literal[to - 1 - count] == masked.bytes[content.upperBound - 1 - count]
            { count += 1 }
            if marks.isEmpty { append(&map, derived: to - count, masked: content.upperBound - count, count: count) }
            if to < literal.count, marks.isEmpty {
                append(&map, derived: to, masked: content.upperBound, count: 1)
            }
            if line <= masked.lines.count { end = max(end, content.upperBound) }
            line += 1
            from = to + 1
        }
        if isFenced, line <= masked.lines.count, line <= event.endLine, isFenceEnd(lineContent(line), opening: start) {
            end = lineContent(line).upperBound
        }
        let place = masked.original(start, trimmedEnd(start..<max(start, end)))
        let infoString = string(Self.restore(info, masked.placeholder, scan, source).bytes)
        let language = isFenced ? CodeBlock.language(of: infoString) : ""
        if language == "math", isFenced, dialect.contains(.mathematics) {
            let text = FlatText(bytes: restored, map: map)
            let (latex, part) = text.slice(0, restored.count - (restored.last == Byte.newline ? 1 : 0))
            scan.formulas.append(
                FormulaSpan(range: place, delimiter: .fence, display: true, latex: latex, map: part))
            placed.append(true)
            let formula = node(.formula(scan.formulas.count - 1), place)
            return add(node(.paragraph, place, [formula]))
        }
        code.append(
            CodeBlock(
                range: place, isFenced: isFenced, info: infoString, language: language, content: restored, map: map))
        add(node(.codeBlock(code.count - 1), place))
    }

    /// Appends a run of the masked text to a map into the note.
    private func append(_ map: inout SegmentMap, derived: Int, masked start: Int, count: Int) {
        guard count > 0 else { return }
        map.append(derived: derived, original: masked.original(start, start).lower, count: count)
    }

    private func hasFence(_ lineStart: Int) -> Bool {
        var low = 0
        var high = scan.fenceLines.count
        while low < high {
            let middle = (low + high) / 2
            if scan.fenceLines[middle] < lineStart { low = middle + 1 } else { high = middle }
        }
        return low < scan.fenceLines.count && scan.fenceLines[low] == lineStart
    }

    private func isFenceEnd(_ line: Range<Int>, opening: Int) -> Bool {
        guard opening < masked.bytes.count else { return false }
        let byte = masked.bytes[opening]
        var i = line.upperBound
        while i > line.lowerBound, Byte.isBlank(masked.bytes[i - 1]) { i -= 1 }
        return i - line.lowerBound >= 3 && masked.bytes[(i - 3)..<i].allSatisfy { $0 == byte }
    }
}

extension CodeBlock {
    /// The first word of an info string in lower case, without the braces and dots of Pandoc's `{.python}`.
    static func language(of info: String) -> String {
        var word: [UInt8] = []
        for byte in info.utf8 {
            if word.isEmpty, byte == UInt8(ascii: "{") || byte == UInt8(ascii: ".") || Byte.isSpace(byte) { continue }
            guard !Byte.isSpace(byte), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"), byte != UInt8(ascii: ","),
                byte != UInt8(ascii: ":"), byte != UInt8(ascii: "=")
            else { break }
            word.append(byte)
        }
        return String(decoding: word, as: UTF8.self).lowercased()
    }
}
