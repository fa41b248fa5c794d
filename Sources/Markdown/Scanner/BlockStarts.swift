import Source

/// How lines open blocks (CommonMark 0.30, sections 4 and 5).
extension BlockScanner {
    func headingContent(_ start: Int, _ end: Int) -> Int? {
        var p = start
        while p < end, bytes[p] == UInt8(ascii: "#") { p += 1 }
        guard p - start <= 6, p == end || Byte.isBlank(bytes[p]) else { return nil }
        while p < end, Byte.isBlank(bytes[p]) { p += 1 }
        return p
    }

    func fence(at start: Int, _ end: Int) -> (byte: UInt8, count: Int)? {
        let byte = bytes[start]
        guard byte == Byte.backtick || byte == UInt8(ascii: "~") else { return nil }
        var p = start
        while p < end, bytes[p] == byte { p += 1 }
        guard p - start >= 3 else { return nil }
        if byte == Byte.backtick, bytes[p..<end].contains(Byte.backtick) { return nil }
        return (byte, p - start)
    }

    func isSetextUnderline(_ start: Int, _ end: Int) -> Bool {
        let byte = bytes[start]
        guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return false }
        var p = start
        while p < end, bytes[p] == byte { p += 1 }
        while p < end, Byte.isBlank(bytes[p]) { p += 1 }
        return p == end
    }

    func isThematicBreak(_ start: Int, _ end: Int) -> Bool {
        let byte = bytes[start]
        guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else { return false }
        var count = 0
        for p in start..<end {
            if bytes[p] == byte {
                count += 1
            } else if !Byte.isBlank(bytes[p]) {
                return false
            }
        }
        return count >= 3
    }

    /// `[^label]:` and the blanks behind it, which open a footnote (GFM); like a list item with nothing behind its
    /// marker, an empty one does not interrupt a paragraph.
    func footnoteMarker(_ line: LineCursor, at start: Int, interruptsParagraph: Bool) -> (label: String, content: Int)? {
        guard dialect.contains(.footnotes), let close = footnoteLabelEnd(bytes, start, end: line.end),
            close + 1 < line.end, bytes[close + 1] == UInt8(ascii: ":")
        else { return nil }
        var content = close + 2
        while content < line.end, Byte.isBlank(bytes[content]) { content += 1 }
        if interruptsParagraph, content == line.end { return nil }
        return (String(decoding: bytes[(start + 2)..<close], as: UTF8.self), content)
    }

    /// Where the `]` of `[^label]` at `start` stands.
    func footnoteLabelEnd(_ b: [UInt8], _ start: Int, end: Int) -> Int? {
        guard start + 1 < end, b[start] == UInt8(ascii: "["), b[start + 1] == UInt8(ascii: "^") else { return nil }
        var i = start + 2
        while i < end, i - start < 256, b[i] != UInt8(ascii: "]") {
            if b[i] == UInt8(ascii: "[") || Byte.isSpace(b[i]) { return nil }
            i += 1
        }
        return i < end && b[i] == UInt8(ascii: "]") && i > start + 2 ? i : nil
    }

    func listItem(_ line: LineCursor, indent: Int, at start: Int, interruptsParagraph: Bool)
        -> (cursor: LineCursor, indent: Int, markerEnd: Int)?
    {
        var p = start
        let c = bytes[p]
        if c == UInt8(ascii: "*") || c == UInt8(ascii: "-") || c == UInt8(ascii: "+") {
            p += 1
        } else if Byte.isDigit(c) {
            var value = 0
            while p < line.end, Byte.isDigit(bytes[p]), p - start < 10 {
                value = value * 10 + Int(bytes[p] - 0x30)
                p += 1
            }
            guard p - start <= 9, p < line.end, bytes[p] == UInt8(ascii: ".") || bytes[p] == UInt8(ascii: ")"),
                !interruptsParagraph || value == 1
            else { return nil }
            p += 1
        } else {
            return nil
        }
        guard p == line.end || Byte.isBlank(bytes[p]) else { return nil }
        if interruptsParagraph {
            var q = p
            while q < line.end, Byte.isBlank(bytes[q]) { q += 1 }
            if q == line.end { return nil }
        }
        var cursor = line
        cursor.skipBlanks(bytes)
        cursor.advance(to: p)
        let width = p - start
        let saved = cursor
        let (blanks, next) = cursor.indentation(bytes)
        if blanks >= 5 || blanks < 1 || next >= line.end {
            cursor = saved
            if blanks > 0 { cursor.advance(columns: 1, bytes) }
            return (cursor, indent + width + 1, p)
        }
        cursor.advance(columns: blanks, bytes)
        return (cursor, indent + width + blanks, p)
    }
}
