import Source

/// Display formulas that go on beyond the block in which they open, and those that never close.
extension BlockScanner {
    /// Takes in the lines from `line` on until the formula closes. Returns the line behind, or `nil` when nothing that
    /// could be mathematics leads to a closing delimiter.
    mutating func extend(_ leaf: inout Leaf, _ open: OpenFormula, _ containers: [Container], from line: Int) -> Int? {
        if let failed = failedSearches[open.closer], failed.contains(line) { return nil }
        var text = FlatText()
        var search = CloserSearch(open.closer)
        // The part already gathered decides how many environments are open.
        _ = search.find(leaf.text.bytes, from: open.content, to: leaf.text.bytes.count)
        var chunk = ProseCheck()
        chunk.add(leaf.text.bytes[open.content...])
        var next = line
        var afterBlank = false
        var crossesBlank = false
        var checksProse = true
        if case .environment = open.closer { checksProse = false }
        while next < lines.count {
            let (cursor, matched) = matchContainers(next, containers)
            let content = cursor.position
            let (indent, first) = cursor.indentation(bytes)
            let isBlank = first >= cursor.end
            if matched < containers.count, containers[matched...].contains(where: \.isQuote), isBlank || afterBlank { break }
            if !isBlank, indent < 4, stops(at: first, cursor.end) { break }
            let from = text.bytes.count
            let newline = next > 0 ? lines.content(ofLine: next - 1, in: bytes).upper : nil
            text.appendLine(bytes, content, cursor.end, newlineAt: newline)
            if let close = search.find(text.bytes, from: from, to: text.bytes.count) {
                chunk.add(text.bytes[from..<close.content])
                if crossesBlank { chunk.endChunk() }
                guard !chunk.isProse || !checksProse, accept(open, leaf, text.bytes[..<close.content]) else { break }
                let shift = leaf.text.bytes.count
                for segment in text.map.segments {
                    leaf.text.map.append(
                        derived: Int(segment.derived) + shift, original: Int(segment.original), count: Int(segment.count))
                }
                leaf.text.bytes.append(contentsOf: text.bytes)
                let end = shift + close.end
                let contentRange =
                    delimiter(open.closer) == .environment ? open.start..<end : open.content..<shift + close.content
                add(delimiter(open.closer), leaf.text, start: open.start, content: contentRange, end: end)
                leaf.scanned = end
                return next + 1
            }
            chunk.add(text.bytes[from...])
            if isBlank {
                chunk.endChunk()
                crossesBlank = true
            }
            afterBlank = isBlank
            if chunk.isProse, checksProse { break }
            next += 1
        }
        failedSearches[open.closer] = line..<next
        return nil
    }

    private func accept(_ open: OpenFormula, _ leaf: Leaf, _ rest: ArraySlice<UInt8>) -> Bool {
        guard open.closer == .dollars else { return true }
        return leaf.text.bytes[open.content...].contains { !Byte.isSpace($0) } || rest.contains { !Byte.isSpace($0) }
    }

    /// Lines that no formula holds: headings, fences, directives.
    private func stops(at first: Int, _ end: Int) -> Bool {
        switch bytes[first] {
        case UInt8(ascii: "#"):
            guard let content = headingContent(first, end) else { return false }
            return content < end
        case Byte.backtick, UInt8(ascii: "~"): return fence(at: first, end) != nil
        case UInt8(ascii: "<"): return bytes.has("<!--", at: first)
        default: return false
        }
    }

    /// A formula that never closes: reported, and kept as a formula up to the end of its block where that looks like
    /// mathematics; otherwise text. Returns where to go on.
    mutating func leaveOpen(_ open: OpenFormula, _ leaf: inout Leaf) -> Int {
        let b = leaf.text.bytes
        var end = b.count
        while end > open.content, Byte.isSpace(b[end - 1]) { end -= 1 }
        let opener = leaf.text.original(open.start, open.content)
        let standsAlone = isLineStart(b, open.start) && isLineEnd(b, open.content)
        let content = MathematicalText(b, open.content..<end)
        let isMathematics = content.isDisplay || standsAlone && content.hasOperator
        guard standsAlone || isMathematics, leaf.kind != .heading || isMathematics else { return open.content }
        let text = source(opener)
        scan.diagnostics.append(
            Diagnostic(
                .unclosedMath, at: opener, "\(text) is never closed", help: "add \(closing(open.closer)) where the formula ends"))
        guard isMathematics else { return open.content }
        let latex = delimiter(open.closer) == .environment ? open.start..<end : open.content..<end
        add(delimiter(open.closer), leaf.text, start: open.start, content: latex, end: end, isUnclosed: true)
        return end
    }

    private func source(_ range: ByteRange) -> String {
        String(decoding: bytes[range.clamped(to: bytes.count).range], as: UTF8.self)
    }

    private func closing(_ closer: Closer) -> String {
        switch closer {
        case .dollars: "$$"
        case .bracket: "\\]"
        case .environment(let name): "\\end{\(name)}"
        }
    }
}
