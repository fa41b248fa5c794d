import Source

/// The search for mathematics, code spans, tags, wikilinks and footnotes in the text of one leaf block.
extension BlockScanner {
    /// Goes on from `leaf.scanned`. Stops at a display formula that does not close in the text gathered so far.
    mutating func search(_ leaf: inout Leaf) -> OpenFormula? {
        let b = leaf.text.bytes
        let isHTML = leaf.kind == .html
        let mathematics = dialect.contains(.mathematics)
        var p = leaf.scanned
        defer { leaf.scanned = p }
        while p < b.count {
            switch b[p] {
            case Byte.backslash:
                if mathematics, p + 1 < b.count {
                    if b[p + 1] == UInt8(ascii: "("), let end = parenthesis(&leaf, b, p) {
                        p = end
                        continue
                    }
                    if b[p + 1] == UInt8(ascii: "[") || b[p + 1] == UInt8(ascii: "b") {
                        switch display(&leaf, b, p) {
                        case .closed(let end):
                            p = end
                            continue
                        case .open(let open): return open
                        case .none: break
                        }
                    }
                }
                if dialect.contains(.tags), !isHTML, let end = escapedHash(leaf, b, p) {
                    p = end
                    continue
                }
                p += p + 1 < b.count && (isHTML || Byte.isPunctuation(b[p + 1])) ? 2 : 1
            case Byte.dollar where mathematics:
                if p + 1 < b.count, b[p + 1] == Byte.dollar {
                    switch display(&leaf, b, p) {
                    case .closed(let end): p = end
                    case .open(let open): return open
                    case .none:
                        while p < b.count, b[p] == Byte.dollar { p += 1 }
                    }
                } else if let end = dollar(&leaf, b, p) {
                    p = end
                } else {
                    p += 1
                }
            case Byte.backtick where !isHTML:
                let start = p
                while p < b.count, b[p] == Byte.backtick { p += 1 }
                if let end = leaf.backticks.close(b, from: p, count: p - start) { p = end }
            case UInt8(ascii: "<"): p = tag(&leaf, b, p)
            case UInt8(ascii: "[") where !isHTML: p = bracket(&leaf, b, p)
            case UInt8(ascii: "%") where !isHTML && p + 1 < b.count && b[p + 1] == UInt8(ascii: "%") && dialect.contains(.comments):
                if let end = comment(&leaf, b, p) {
                    p = end
                } else {
                    while p < b.count, b[p] == UInt8(ascii: "%") { p += 1 }
                }
            case UInt8(ascii: "^") where !isHTML && dialect.contains(.comments), UInt8(ascii: "{") where !isHTML && dialect.contains(.comments):
                if let end = b[p] == UInt8(ascii: "^") ? blockName(leaf, b, p) : attributes(leaf, b, p) {
                    p = end
                } else {
                    p += 1
                }
            default: p += 1
            }
        }
        return nil
    }

    private enum Display {
        case closed(Int), open(OpenFormula), none
    }

    /// `$$`, `\[` or `\begin{aligned}` at `p`.
    private mutating func display(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Display {
        let closer: Closer
        var content = p + 2
        if b[p] == Byte.dollar {
            closer = .dollars
        } else if b[p + 1] == UInt8(ascii: "[") {
            closer = .bracket
        } else {
            guard isLineStart(b, p), let begin = Environments.name(b, at: p, command: "\\begin{"),
                Environments.display.contains(begin.name)
            else { return .none }
            closer = .environment(begin.name)
            content = begin.end
        }
        if !leaf.missing.contains(closer) {
            var search = CloserSearch(closer)
            if let close = search.find(b, from: content, to: b.count) {
                guard accepts(closer, b, content..<close.content) else { return .none }
                let range = delimiter(closer) == .environment ? p..<close.end : content..<close.content
                add(delimiter(closer), leaf.text, start: p, content: range, end: close.end)
                return .closed(close.end)
            }
            if search.isBroken { return .none }
            leaf.missing.insert(closer)
        }
        if closer == .bracket, !isLineStart(b, p) || !isLineEnd(b, content) { return .none }
        return .open(OpenFormula(start: p, content: content, closer: closer))
    }

    private func accepts(_ closer: Closer, _ b: [UInt8], _ content: Range<Int>) -> Bool {
        switch closer {
        case .dollars: MathematicalText(b, content).isBetweenDoubleDollars
        case .bracket: MathematicalText(b, content).isDisplay
        case .environment: true
        }
    }

    /// `\(…\)` at `p`: its end when the inside looks like mathematics.
    private mutating func parenthesis(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        var i = p + 2
        while i + 1 < b.count {
            if b[i] == Byte.backslash {
                if b[i + 1] == UInt8(ascii: ")") {
                    guard MathematicalText(b, (p + 2)..<i).isParenthesised else { return nil }
                    add(.parenthesis, leaf.text, start: p, content: (p + 2)..<i, end: i + 2)
                    return i + 2
                }
                // A second opening inside means that the first was an escaped bracket.
                if b[i + 1] == UInt8(ascii: "(") { return nil }
                i += 2
            } else {
                i += 1
            }
        }
        return nil
    }

    /// `$…$` at `p`: its end when it is a formula.
    private mutating func dollar(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        if p + 1 < b.count, b[p + 1] == Byte.backtick { return quotedDollar(&leaf, b, p) }
        var i = p + 1
        while i < b.count, b[i] != Byte.dollar {
            if b[i] == Byte.backtick { return nil }
            if b[i] == Byte.backslash {
                i = endOfText(b, i) ?? i + 2
            } else {
                i += 1
            }
        }
        guard i < b.count, i > p + 1 else { return nil }
        // `US$5, HK$40`: a currency, not a tuple.
        if p > 0, Byte.isLetter(b[p - 1]), Byte.isDigit(b[p + 1]), b[(p + 1)..<i].contains(where: Byte.isBlank) { return nil }
        if i + 1 < b.count, Byte.isDigit(b[i + 1]) { return nil }
        guard MathematicalText(b, (p + 1)..<i).isInline(before: i + 1 < b.count ? b[i + 1] : nil) else { return nil }
        add(.dollar, leaf.text, start: p, content: (p + 1)..<i, end: i + 1)
        return i + 1
    }

    /// Words in a formula that hold formulas themselves, `\text{if $x$}`: behind their brace. Not searched far, since a
    /// brace may never close.
    private func endOfText(_ b: [UInt8], _ p: Int) -> Int? {
        guard b.has("\\text", at: p) || b.has("\\mbox", at: p) || b.has("\\hbox", at: p) else { return nil }
        var i = p + 5
        while i < b.count, Byte.isLetter(b[i]) { i += 1 }
        guard i < b.count, b[i] == UInt8(ascii: "{") else { return nil }
        var depth = 0
        var dollars = 0
        let limit = min(b.count, i + 512)
        while i < limit {
            switch b[i] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return dollars > 0 && dollars % 2 == 0 ? i + 1 : nil }
            case Byte.dollar: dollars += 1
            case Byte.backtick: return nil
            case Byte.backslash: i += 1
            default: break
            }
            i += 1
        }
        return nil
    }

    /// `\#name` where `#name` would be a tag: libcmark drops the backslash, so the sign is kept as a mark.
    private mutating func escapedHash(_ leaf: Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        guard p + 2 < b.count, b[p + 1] == UInt8(ascii: "#"), p == 0 || Byte.isSpace(b[p - 1]),
            Byte.isAlphanumeric(b[p + 2]) || b[p + 2] == UInt8(ascii: "_") || b[p + 2] >= 0x80
        else { return nil }
        mark(leaf.text.original(p, p + 2), .hash)
        return p + 2
    }

    /// GitHub's `` $`…`$ ``.
    private mutating func quotedDollar(_ leaf: inout Leaf, _ b: [UInt8], _ p: Int) -> Int? {
        var i = p + 2
        while i + 1 < b.count, b[i] != Byte.backtick { i += 1 }
        guard i + 1 < b.count, i > p + 2, b[i + 1] == Byte.dollar else { return nil }
        add(.dollar, leaf.text, start: p, content: (p + 2)..<i, end: i + 2)
        return i + 2
    }

    func isLineStart(_ b: [UInt8], _ p: Int) -> Bool {
        var i = p
        while i > 0, Byte.isBlank(b[i - 1]) { i -= 1 }
        return i == 0 || b[i - 1] == Byte.newline
    }

    func isLineEnd(_ b: [UInt8], _ p: Int) -> Bool {
        var i = p
        while i < b.count, Byte.isBlank(b[i]) { i += 1 }
        return i >= b.count || b[i] == Byte.newline
    }

    func delimiter(_ closer: Closer) -> FormulaSpan.Delimiter {
        switch closer {
        case .dollars: .doubleDollar
        case .bracket: .bracket
        case .environment: .environment
        }
    }

    mutating func add(
        _ delimiter: FormulaSpan.Delimiter, _ text: FlatText, start: Int, content: Range<Int>, end: Int,
        isUnclosed: Bool = false
    ) {
        let (latex, map) = text.slice(content.lowerBound, content.upperBound)
        let written = MarkdownEscapes.resolve(latex, map)
        let range = text.original(start, end)
        let span = FormulaSpan(
            range: range, delimiter: delimiter, display: delimiter != .dollar && delimiter != .parenthesis,
            latex: written.latex, map: written.map, isUnclosed: isUnclosed)
        mark(range, .formula(scan.formulas.count))
        scan.formulas.append(span)
    }

    mutating func mark(_ range: ByteRange, _ kind: Scan.Kind) {
        scan.edits.append(.init(start: range.lower, end: range.upper, replacement: .mark(scan.marks.count)))
        scan.marks.append(.init(range: range, kind: kind))
    }
}
