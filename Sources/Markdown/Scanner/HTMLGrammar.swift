/// CommonMark's grammar of raw HTML (sections 4.6 and 6.6), over one leaf block's text.
///
/// Searches that failed once are remembered, so that a thousand openings without an end cost one pass.
struct HTMLGrammar {
    private var noDoubleQuote = Int.max
    private var noSingleQuote = Int.max
    private var noCommentEnd = Int.max
    private var noInstructionEnd = Int.max
    private var noDeclarationEnd = Int.max
    private var noDataEnd = Int.max

    /// The end of the tag, comment, instruction, declaration or CDATA section that begins at `start`, a `<`.
    mutating func rawHTML(_ b: [UInt8], at start: Int, end: Int) -> Int? {
        guard start + 1 < end else { return nil }
        switch b[start + 1] {
        case UInt8(ascii: "/"): return closingTag(b, at: start, end: end)
        case UInt8(ascii: "!"):
            if b.has("<!--", at: start) { return comment(b, at: start, end: end) }
            if b.has("<![CDATA[", at: start) { return search("]]>", b, start + 9, end, &noDataEnd) }
            guard start + 2 < end, Byte.isLetter(b[start + 2]) else { return nil }
            return search(">", b, start + 2, end, &noDeclarationEnd)
        case UInt8(ascii: "?"): return search("?>", b, start + 2, end, &noInstructionEnd)
        default: return openTag(b, at: start, end: end)
        }
    }

    /// CommonMark 0.30: a comment does not start with `>` or `->`, does not hold `--`, does not end with `-`.
    private mutating func comment(_ b: [UInt8], at start: Int, end: Int) -> Int? {
        guard !b.has(">", at: start + 4), !b.has("->", at: start + 4) else { return nil }
        guard let stop = search("--", b, start + 4, end, &noCommentEnd) else { return nil }
        return stop < end && b[stop] == UInt8(ascii: ">") ? stop + 1 : nil
    }

    private func search(_ text: StaticString, _ b: [UInt8], _ from: Int, _ end: Int, _ memo: inout Int) -> Int? {
        guard from < memo, from <= end else { return nil }
        guard let found = b.firstIndex(of: text, in: from..<end) else {
            memo = from
            return nil
        }
        return found + text.utf8CodeUnitCount
    }

    func closingTag(_ b: [UInt8], at start: Int, end: Int) -> Int? {
        var p = start + 2
        guard p < end, Byte.isLetter(b[p]) else { return nil }
        while p < end, Byte.isAlphanumeric(b[p]) || b[p] == UInt8(ascii: "-") { p += 1 }
        while p < end, Byte.isSpace(b[p]) { p += 1 }
        return p < end && b[p] == UInt8(ascii: ">") ? p + 1 : nil
    }

    mutating func openTag(_ b: [UInt8], at start: Int, end: Int) -> Int? {
        var p = start + 1
        guard p < end, Byte.isLetter(b[p]) else { return nil }
        while p < end, Byte.isAlphanumeric(b[p]) || b[p] == UInt8(ascii: "-") { p += 1 }
        while true {
            let before = p
            while p < end, Byte.isSpace(b[p]) { p += 1 }
            guard p < end else { return nil }
            if b[p] == UInt8(ascii: ">") { return p + 1 }
            if b[p] == UInt8(ascii: "/") { return p + 1 < end && b[p + 1] == UInt8(ascii: ">") ? p + 2 : nil }
            guard p > before, Byte.isLetter(b[p]) || b[p] == UInt8(ascii: "_") || b[p] == UInt8(ascii: ":") else {
                return nil
            }
            while p < end, Self.isAttributeName(b[p]) { p += 1 }
            var q = p
            while q < end, Byte.isSpace(b[q]) { q += 1 }
            guard q < end, b[q] == UInt8(ascii: "=") else { continue }
            q += 1
            while q < end, Byte.isSpace(b[q]) { q += 1 }
            guard q < end else { return nil }
            if b[q] == UInt8(ascii: "\"") {
                guard let stop = search("\"", b, q + 1, end, &noDoubleQuote) else { return nil }
                p = stop
            } else if b[q] == UInt8(ascii: "'") {
                guard let stop = search("'", b, q + 1, end, &noSingleQuote) else { return nil }
                p = stop
            } else {
                let value = q
                while q < end, Self.isUnquoted(b[q]) { q += 1 }
                guard q > value else { return nil }
                p = q
            }
        }
    }

    private static func isAttributeName(_ c: UInt8) -> Bool {
        Byte.isAlphanumeric(c) || c == UInt8(ascii: "_") || c == UInt8(ascii: ".") || c == UInt8(ascii: ":")
            || c == UInt8(ascii: "-")
    }

    private static func isUnquoted(_ c: UInt8) -> Bool {
        !Byte.isSpace(c) && c != UInt8(ascii: "\"") && c != UInt8(ascii: "'") && c != UInt8(ascii: "=")
            && c != UInt8(ascii: "<") && c != UInt8(ascii: ">") && c != Byte.backtick
    }
}

/// The seven ways in which a line opens an HTML block.
enum HTMLBlockStart {
    /// Kind 1 to 7 for the line that begins at `start` (a `<`), or `nil`.
    static func kind(_ b: [UInt8], at start: Int, end: Int, interruptsParagraph: Bool) -> Int? {
        var p = start + 1
        guard p < end else { return nil }
        if b[p] == UInt8(ascii: "?") { return 3 }
        if b[p] == UInt8(ascii: "!") {
            if b.has("<!--", at: start) { return 2 }
            if b.has("<![CDATA[", at: start) { return 5 }
            return p + 1 < end && Byte.isLetter(b[p + 1]) ? 4 : nil
        }
        let isClosing = b[p] == UInt8(ascii: "/")
        if isClosing { p += 1 }
        let nameStart = p
        while p < end, Byte.isAlphanumeric(b[p]) { p += 1 }
        let name = String(decoding: b[nameStart..<p].map(Byte.lower), as: UTF8.self)
        let atEnd = p >= end || Byte.isSpace(b[p]) || b[p] == UInt8(ascii: ">")
        if atEnd, !isClosing, literalNames.contains(name) { return 1 }
        let selfCloses = p + 1 < end && b[p] == UInt8(ascii: "/") && b[p + 1] == UInt8(ascii: ">")
        if atEnd || selfCloses, blockNames.contains(name) { return 6 }
        guard !interruptsParagraph, !name.isEmpty else { return nil }
        var grammar = HTMLGrammar()
        let tag = isClosing ? grammar.closingTag(b, at: start, end: end) : grammar.openTag(b, at: start, end: end)
        guard var q = tag else { return nil }
        while q < end, Byte.isSpace(b[q]) { q += 1 }
        return q == end ? 7 : nil
    }

    /// Whether a line ends the block (kinds 1 to 5).
    static func ends(_ kind: Int, _ b: [UInt8], _ line: Range<Int>) -> Bool {
        switch kind {
        case 1:
            var p = line.lowerBound
            while let q = b.firstIndex(of: "</", in: p..<line.upperBound) {
                var r = q + 2
                while r < line.upperBound, Byte.isLetter(b[r]) { r += 1 }
                let name = String(decoding: b[(q + 2)..<r].map(Byte.lower), as: UTF8.self)
                if r < line.upperBound, b[r] == UInt8(ascii: ">"), literalNames.contains(name) { return true }
                p = q + 2
            }
            return false
        case 2: return b.firstIndex(of: "-->", in: line) != nil
        case 3: return b.firstIndex(of: "?>", in: line) != nil
        case 4: return b.firstIndex(of: ">", in: line) != nil
        case 5: return b.firstIndex(of: "]]>", in: line) != nil
        default: return false
        }
    }

    static let literalNames: Set<String> = ["script", "pre", "style", "textarea"]

    static let blockNames: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend",
        "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
        "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}
