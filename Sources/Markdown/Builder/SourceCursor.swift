import Source

/// Finds where inlines stand in the source of their block. libcmark's columns are wrong behind tabs, lazy lines,
/// definitions and multi-line code, so the text of each inline is looked for instead, in order.
struct SourceCursor {
    let bytes: [UInt8]
    private(set) var position: Int
    let end: Int
    /// Searches that found nothing; a few, and the rest of the block is no longer searched.
    private var failures = 0

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
        self.bytes = bytes
        self.end = min(max(end, 0), bytes.count)
        position = min(max(start, 0), self.end)
    }

    mutating func move(to target: Int) { position = min(max(position, target), end) }

    /// The range of `literal`, escapes and character references allowed for.
    mutating func text(_ literal: [UInt8]) -> Range<Int> {
        guard let first = literal.first, failures < 8 else { return position..<position }
        var p = position
        while p < end {
            let c = bytes[p]
            if c == first || c == Byte.backslash || c == UInt8(ascii: "&"), let stop = match(literal, at: p) {
                position = stop
                return p..<stop
            }
            p += 1
        }
        failures += 1
        return position..<position
    }

    private func match(_ literal: [UInt8], at start: Int) -> Int? {
        var p = start
        var i = 0
        while i < literal.count {
            guard p < end else { return nil }
            let c = bytes[p]
            if c == Byte.backslash, p + 1 < end, Byte.isPunctuation(bytes[p + 1]), bytes[p + 1] == literal[i] {
                p += 2
                i += 1
            } else if c == UInt8(ascii: "&"), let stop = reference(p), !isLiteral(literal, i, p, stop) {
                let (_, length) = UTF8Decoder.scalar(in: literal, at: i)
                i += length
                p = stop
                // A few names stand for two scalars.
                if i < literal.count, p < end, bytes[p] != literal[i], bytes[p] != Byte.backslash, literal[i] >= 0x80 {
                    i += UTF8Decoder.scalar(in: literal, at: i).length
                }
            } else if c == literal[i] {
                p += 1
                i += 1
            } else {
                return nil
            }
        }
        return p
    }

    private func isLiteral(_ literal: [UInt8], _ i: Int, _ p: Int, _ stop: Int) -> Bool {
        guard i + stop - p <= literal.count else { return false }
        return literal[i..<(i + stop - p)].elementsEqual(bytes[p..<stop])
    }

    private func reference(_ start: Int) -> Int? {
        var p = start + 1
        while p < end, p - start < 34, Byte.isAlphanumeric(bytes[p]) || bytes[p] == UInt8(ascii: "#") { p += 1 }
        return p < end && p > start + 1 && bytes[p] == UInt8(ascii: ";") ? p + 1 : nil
    }

    /// The range of the next run of backticks to the run that matches it.
    mutating func code() -> Range<Int> {
        guard let start = next(Byte.backtick) else { return position..<position }
        var p = start
        while p < end, bytes[p] == Byte.backtick { p += 1 }
        let count = p - start
        while p < end {
            guard bytes[p] == Byte.backtick else {
                p += 1
                continue
            }
            let run = p
            while p < end, bytes[p] == Byte.backtick { p += 1 }
            if p - run == count {
                position = p
                return start..<p
            }
        }
        position = min(start + count, end)
        return start..<position
    }

    /// The range of raw HTML; container prefixes may stand between its lines.
    mutating func html(_ literal: [UInt8]) -> Range<Int> {
        guard let start = next(UInt8(ascii: "<")) else { return position..<position }
        var p = start
        var i = 0
        while i < literal.count, p < end {
            if bytes[p] == literal[i] {
                i += 1
            } else if literal[i] == Byte.newline, bytes[p] == Byte.carriageReturn {
                i += 1
                if p + 1 < end, bytes[p + 1] == Byte.newline { p += 1 }
            }
            p += 1
        }
        position = p
        return start..<p
    }

    /// The place of the next `byte` on from here, or `nil`.
    mutating func next(_ byte: UInt8, or other: UInt8? = nil) -> Int? {
        guard failures < 8 else { return nil }
        var p = position
        while p < end {
            if bytes[p] == byte || bytes[p] == other { return p }
            p += 1
        }
        failures += 1
        return nil
    }

    /// Consumes `count` bytes of a delimiter and returns where it begins.
    mutating func delimiter(_ byte: UInt8, or other: UInt8? = nil, count: Int) -> Int {
        guard let start = next(byte, or: other) else { return position }
        position = min(start + count, end)
        return start
    }

    /// Consumes the opening of a link, an image or an autolink. Returns its start and first byte.
    mutating func openLink(isImage: Bool) -> (start: Int, isAutolink: Bool) {
        var p = position
        while p < end, bytes[p] != UInt8(ascii: "["), bytes[p] != UInt8(ascii: "<"), bytes[p] != UInt8(ascii: "!") { p += 1 }
        guard p < end else { return (position, false) }
        let isAutolink = bytes[p] == UInt8(ascii: "<")
        position = min(p + (isImage && bytes[p] == UInt8(ascii: "!") ? 2 : 1), end)
        return (p, isAutolink)
    }

    /// Consumes the end of a link: `]`, `](…)`, `][…]`, or `>`.
    mutating func closeLink(isAutolink: Bool) -> Int {
        if isAutolink {
            if let stop = next(UInt8(ascii: ">")) { position = stop + 1 }
            return position
        }
        guard let bracket = next(UInt8(ascii: "]")) else { return position }
        var p = bracket + 1
        if p < end, bytes[p] == UInt8(ascii: "(") {
            p = destinationEnd(p + 1) ?? bracket + 1
        } else if p < end, bytes[p] == UInt8(ascii: "[") {
            var q = p + 1
            while q < end, bytes[q] != UInt8(ascii: "]"), q - p < 1002 { q += bytes[q] == Byte.backslash ? 2 : 1 }
            if q < end, bytes[q] == UInt8(ascii: "]") { p = q + 1 }
        }
        position = p
        return p
    }

    /// Behind the `)` of `(destination "title")`.
    private func destinationEnd(_ start: Int) -> Int? {
        var p = start
        while p < end, Byte.isSpace(bytes[p]) { p += 1 }
        if p < end, bytes[p] == UInt8(ascii: "<") {
            while p < end, bytes[p] != UInt8(ascii: ">"), bytes[p] != Byte.newline { p += bytes[p] == Byte.backslash ? 2 : 1 }
            p += 1
        } else {
            var depth = 0
            while p < end, !Byte.isSpace(bytes[p]) {
                if bytes[p] == Byte.backslash {
                    p += 2
                    continue
                }
                if bytes[p] == UInt8(ascii: "(") { depth += 1 }
                if bytes[p] == UInt8(ascii: ")") {
                    if depth == 0 { return p + 1 }
                    depth -= 1
                }
                p += 1
            }
        }
        while p < end, Byte.isSpace(bytes[p]) { p += 1 }
        guard p < end else { return nil }
        if bytes[p] == UInt8(ascii: ")") { return p + 1 }
        let quote = bytes[p] == UInt8(ascii: "(") ? UInt8(ascii: ")") : bytes[p]
        p += 1
        while p < end, bytes[p] != quote { p += bytes[p] == Byte.backslash ? 2 : 1 }
        p += 1
        while p < end, Byte.isSpace(bytes[p]) { p += 1 }
        return p < end && bytes[p] == UInt8(ascii: ")") ? p + 1 : nil
    }

    /// Moves behind the end of the line.
    mutating func lineEnd() -> Range<Int> {
        var p = position
        while p < end, bytes[p] != Byte.newline, bytes[p] != Byte.carriageReturn { p += 1 }
        let start = position
        if p < end {
            p += bytes[p] == Byte.carriageReturn && p + 1 < end && bytes[p + 1] == Byte.newline ? 2 : 1
        }
        position = p
        return start..<p
    }
}
