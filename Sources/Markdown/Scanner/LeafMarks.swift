import Source

/// Tags, comments, directives, wikilinks and references to footnotes in the text of a leaf block.
extension BlockScanner {
    /// What begins at `p`, a `<`: skipped where it is raw HTML or an autolink. Returns where to go on.
    mutating func tag(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int {
        if leaf.kind == .html, b.has("<!--", at: p) {
            // Browsers end a comment at its first `-->`, whatever CommonMark says of `--`.
            guard !leaf.missing.contains(.environment("-->")), let stop = b.firstIndex(of: "-->", in: (p + 4)..<b.count)
            else {
                leaf.missing.insert(.environment("-->"))
                return b.count
            }
            directive(leaf.text, p, stop + 3)
            return stop + 3
        }
        if let end = leaf.grammar.rawHTML(b, at: p, end: b.count) {
            if b.has("<!--", at: p) { directive(leaf.text, p, end) }
            return literalElement(&leaf, b, p) ?? end
        }
        if leaf.kind != .html {
            if let end = autolink(b, p) { return end }
            if p + 1 < b.count, b[p + 1] == UInt8(ascii: "!") || b[p + 1] == UInt8(ascii: "?") {
                // libcmark 0.30.2 searches for the end of each such opening: quadratic. Escaped they read the same.
                let at = leaf.text.map.original(p)
                scan.edits.append(.init(start: at, end: at, replacement: .bytes([Byte.backslash])))
            }
        }
        return p + 1
    }

    /// The end of the element whose text is code, when the tag at `p` opens one.
    private func literalElement(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        let closing: StaticString
        if isTag(b, p, "<code") {
            closing = "</code>"
        } else if isTag(b, p, "<pre") {
            closing = "</pre>"
        } else if isTag(b, p, "<kbd") {
            closing = "</kbd>"
        } else if isTag(b, p, "<script") {
            closing = "</script>"
        } else if isTag(b, p, "<style") {
            closing = "</style>"
        } else {
            return nil
        }
        let key = Closer.environment("\(closing)")
        guard !leaf.missing.contains(key) else { return nil }
        guard let stop = b.firstIndex(of: closing, in: p..<b.count) else {
            leaf.missing.insert(key)
            return nil
        }
        return stop + closing.utf8CodeUnitCount
    }

    private func isTag(_ b: [UInt8], _ p: Int, _ name: StaticString) -> Bool {
        let end = p + name.utf8CodeUnitCount
        return b.has(name, at: p) && end < b.count && (b[end] == UInt8(ascii: ">") || Byte.isSpace(b[end]))
    }

    private func autolink(_ b: [UInt8], _ p: Int) -> Int? {
        var i = p + 1
        guard i < b.count, Byte.isLetter(b[i]) else { return nil }
        while i < b.count, i - p <= 33,
            Byte.isAlphanumeric(b[i]) || b[i] == UInt8(ascii: "+") || b[i] == UInt8(ascii: ".") || b[i] == UInt8(ascii: "-")
        { i += 1 }
        guard i < b.count, b[i] == UInt8(ascii: ":"), i - p >= 3 else { return nil }
        while i < b.count, b[i] > 0x20, b[i] != UInt8(ascii: "<") {
            if b[i] == UInt8(ascii: ">") { return i + 1 }
            i += 1
        }
        return nil
    }

    private mutating func directive(_ text: FlatText, _ start: Int, _ end: Int) {
        let b = text.bytes
        var from = start + 4
        var to = end - 3
        while from < to, Byte.isSpace(b[from]) { from += 1 }
        guard b.has("gloss:", at: from), from + 6 <= to else { return }
        from += 6
        while from < to, Byte.isSpace(b[from]) { from += 1 }
        while to > from, Byte.isSpace(b[to - 1]) { to -= 1 }
        scan.directives.append(
            RawDirective(
                range: text.original(start, end), body: String(decoding: b[from..<to], as: UTF8.self),
                bodyRange: text.original(from, to)))
    }

    /// What begins at `p`, a `[`: a wikilink, a footnote, or a bracket to count.
    mutating func bracket(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int {
        if dialect.contains(.wikilinks), p + 1 < b.count, b[p + 1] == UInt8(ascii: "["), let end = wikilink(leaf, b, p) {
            return end
        }
        if dialect.contains(.footnotes), p + 1 < b.count, b[p + 1] == UInt8(ascii: "^"), let end = footnote(leaf, b, p) {
            return end
        }
        leaf.brackets += 1
        scan.brackets += 1
        if leaf.brackets > limits.bracketsInBlock {
            let at = leaf.text.map.original(p)
            scan.edits.append(.init(start: at, end: at, replacement: .bytes([Byte.backslash])))
            if leaf.brackets == limits.bracketsInBlock + 1, !reportedBrackets {
                reportedBrackets = true
                scan.diagnostics.append(
                    Diagnostic(
                        .tooManyBrackets, at: ByteRange(at, at + 1),
                        "more than \(limits.bracketsInBlock) opening brackets in one block; the rest are shown as text"))
            }
        }
        return p + 1
    }

    private mutating func wikilink(_ leaf: Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        var i = p + 2
        var pipe: Int?
        var isNumber = true
        while i < b.count, i - p < 1024, b[i] != UInt8(ascii: "]") {
            if b[i] == UInt8(ascii: "[") || b[i] == Byte.newline || b[i] == Byte.backtick { return nil }
            if b[i] == UInt8(ascii: "|"), pipe == nil { pipe = i }
            if !Byte.isDigit(b[i]) { isNumber = false }
            i += 1
        }
        guard b.has("]]", at: i), i > p + 2, !isNumber, p == 0 || b[p - 1] != UInt8(ascii: "[") else { return nil }
        let end = i + 2
        if end < b.count, b[end] == UInt8(ascii: "(") || b[end] == UInt8(ascii: "[") || b[end] == UInt8(ascii: ":") {
            return nil
        }
        var target = p + 2..<(pipe ?? i)
        // In a table the bar is written `\|`.
        if pipe != nil, b[target.upperBound - 1] == Byte.backslash { target = target.lowerBound..<target.upperBound - 1 }
        guard !target.isEmpty else { return nil }
        let isEmbed = p > 0 && b[p - 1] == UInt8(ascii: "!") && !(p > 1 && b[p - 2] == Byte.backslash)
        let alias = pipe.map { String(decoding: b[($0 + 1)..<i], as: UTF8.self) }
        mark(
            leaf.text.original(isEmbed ? p - 1 : p, end),
            .wikilink(target: String(decoding: b[target], as: UTF8.self), alias: alias, isEmbed: isEmbed))
        return end
    }

    private mutating func footnote(_ leaf: Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        guard let close = footnoteLabelEnd(b, p, end: b.count) else { return nil }
        mark(leaf.text.original(p, close + 1), .footnote(label: String(decoding: b[(p + 2)..<close], as: UTF8.self)))
        return close + 1
    }

    /// ` ^37066d` at the end of a block: its name for Obsidian's links. `x ^2` is none.
    mutating func blockName(_ leaf: Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        guard leaf.kind == .paragraph, p > 0, Byte.isSpace(b[p - 1]) else { return nil }
        var i = p + 1
        while i < b.count, Byte.isAlphanumeric(b[i]) || b[i] == UInt8(ascii: "-") { i += 1 }
        guard i - p > 4, isTextEnd(b, i) else { return nil }
        mark(leaf.text.original(p, i), .comment)
        return i
    }

    /// `{#id .class}` at the end of a heading, `{: .class}` on the last line of a paragraph.
    mutating func attributes(_ leaf: Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        guard p + 2 < b.count else { return nil }
        let first = b[p + 1]
        let isKramdown = first == UInt8(ascii: ":")
        guard isKramdown ? leaf.kind == .heading || isLineStart(b, p) : leaf.kind == .heading && (first == UInt8(ascii: "#") || first == UInt8(ascii: ".")),
            p == 0 || Byte.isSpace(b[p - 1])
        else { return nil }
        var i = p + 1
        while i < b.count, i - p < 256, b[i] != UInt8(ascii: "}"), b[i] != UInt8(ascii: "{"), b[i] != Byte.newline, b[i] != Byte.dollar { i += 1 }
        guard i < b.count, b[i] == UInt8(ascii: "}"), i > p + 2, isTextEnd(b, i + 1) else { return nil }
        mark(leaf.text.original(p, i + 1), .comment)
        return i + 1
    }

    /// Only blanks follow, or the closing sequence of a heading.
    private func isTextEnd(_ b: [UInt8], _ p: Int) -> Bool {
        b[p...].allSatisfy { Byte.isSpace($0) || $0 == UInt8(ascii: "#") }
    }

    /// Obsidian's comment `%%…%%` at `p`. `5%% to 10%%` is none.
    mutating func comment(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        let key = Closer.environment("%%")
        guard p == 0 || Byte.isSpace(b[p - 1]) || b[p - 1] >= 0x80, !leaf.missing.contains(key) else { return nil }
        guard let stop = b.firstIndex(of: "%%", in: (p + 2)..<b.count) else {
            leaf.missing.insert(key)
            return nil
        }
        guard stop > p + 2 else { return nil }
        mark(leaf.text.original(p, stop + 2), .comment)
        return stop + 2
    }
}
