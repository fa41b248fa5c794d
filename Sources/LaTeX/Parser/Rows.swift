import Source

/// How the bytes of a formula are told apart in math mode.
private enum ByteClass: UInt8 {
    case other, space, letter, digit, sign, open, close, backslash, script, prime, ampersand, comment, tie, point
    case dollar, hash, high, end, bracketClose
}

@inline(__always)
private func byteClass(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 0: .end
    case 0x20, 0x09, 0x0A, 0x0D: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "{"): .open
    case UInt8(ascii: "}"): .close
    case UInt8(ascii: "\\"): .backslash
    case UInt8(ascii: "^"), UInt8(ascii: "_"): .script
    case UInt8(ascii: "'"): .prime
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "%"): .comment
    case UInt8(ascii: "~"): .tie
    case UInt8(ascii: "."): .point
    case UInt8(ascii: "$"): .dollar
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "]"): .bracketClose
    case 0x80...: .high
    case 0x21...0x7E: .sign
    default: .other
    }
}

/// The state of one open row.
struct Row {
    /// Index in `pending` of its first node.
    var first: Int
    /// Index in `pending` from which the switches of font, size and colour act.
    var segment: Int
    var start: Int
    var font: MathTree.Font?
    var style: MathTree.Size?
    var scale: MathTree.Size?
    var colour: UInt32?
    var infix: (fraction: MathTree.Fraction, top: Parser.ID, range: ByteRange)?
    /// A script may take the node before it as its base.
    var hasBase = false
    var hasSwitch = false

    init(first: Int, start: Int) {
        self.first = first
        segment = first
        self.start = start
    }
}

extension Parser {
    /// Reads a row up to the token that ends `context`, which is left to the caller.
    mutating func parseRow(_ context: Context) -> ID {
        contexts.append(context)
        defer { contexts.removeLast() }
        skipSpaces()
        var row = Row(first: pending.count, start: here)
        loop: while true {
            let c = peek()
            switch byteClass(c) {
            case .space:
                if c == 0x09, lostCommand(afterControl: c) != nil {
                    pending.append(reportLostCommand(c))
                    row.hasBase = true
                } else {
                    position += 1
                }
            case .letter:
                let start = here
                position += 1
                pending.append(add(.atom(MathTree.Atom(UInt32(c), .ordinary)), range(from: start)))
                row.hasBase = true
            case .digit:
                pending.append(parseNumber())
                row.hasBase = true
            case .sign:
                let start = here
                position += 1
                pending.append(add(.atom(SymbolTable.ascii(UInt32(c))), range(from: start)))
                row.hasBase = true
            case .point:
                parsePoint()
                row.hasBase = true
            case .open:
                pending.append(parseBraces())
                row.hasBase = true
            case .script, .prime:
                let base: ID
                if row.hasBase, pending.count > row.segment {
                    base = pending.removeLast()
                } else {
                    base = emptyRow(at: here)
                }
                pending.append(parseScripts(base: base))
                row.hasBase = true
            case .backslash:
                if !parseCommand(in: &row) { break loop }
            case .high:
                parseHigh(&row)
            case .close, .ampersand, .end, .bracketClose, .dollar:
                if !parseCloser(c, in: &row) { break loop }
            case .comment:
                skipComment()
            case .tie:
                let start = here
                position += 1
                pending.append(add(.space(em: 0.25), range(from: start)))
                row.hasBase = true
            case .hash:
                let start = here
                position += 1
                pending.append(
                    report(
                        .modeError, at: range(from: start), "# stands outside a definition", help: "write \\#"))
                row.hasBase = true
            case .other:
                if lostCommand(afterControl: c) != nil {
                    pending.append(reportLostCommand(c))
                    row.hasBase = true
                } else {
                    let start = here
                    position += 1
                    warn(.strayCharacter, at: range(from: start), "a control character in a formula")
                }
            }
        }
        return finish(&row)
    }

    /// A closing token: `true` when it was read as part of this row (misplaced), `false` when it ends the row.
    private mutating func parseCloser(_ c: UInt8, in row: inout Row) -> Bool {
        guard let kind = contexts.last?.kind else { return false }
        let start = here
        switch c {
        case 0:
            if isAtEnd { return false }
            position += 1
            warn(.strayCharacter, at: range(from: start), "a NUL byte in a formula")
            return true
        case UInt8(ascii: "}"):
            if kind == .brace || isOpen(.brace) { return false }
            position += 1
            pending.append(
                report(.unbalancedBrace, at: range(from: start), "} without a { before it", help: "write \\} for the sign"))
        case UInt8(ascii: "]"):
            if kind == .bracket { return false }
            position += 1
            pending.append(add(.atom(MathTree.Atom(UInt32(c), .close)), range(from: start)))
        case UInt8(ascii: "$"):
            if kind == .dollar || isOpen(.dollar) { return false }
            position += 1
            pending.append(report(.modeError, at: range(from: start), "$ inside a formula", help: "write \\$ for the sign"))
        default:  // &
            if parseEntity() { break }
            if kind == .cell { return false }
            position += 1
            let opening = contexts.last.flatMap { $0.kind == .formula ? nil : $0.opening }
            let isInCell = kind == .left && isOpen(.cell)
            pending.append(
                report(
                    .misplacedAlignment, at: range(from: start),
                    isInCell ? "& before the \\right of this cell" : "& outside the cells of an environment",
                    help: isInCell ? "close with \\right. before & or \\\\ and begin again with \\left." : "write \\& for the sign",
                    related: opening.map { [Related(at: $0, "this is still open")] } ?? []))
        }
        row.hasBase = true
        return true
    }

    mutating func isOpen(_ kind: Context.Kind) -> Bool {
        for k in 0..<contexts.count where contexts[k].kind == kind { return true }
        return false
    }

    /// `&lt;`, `&gt;`, `&amp;` and their like that an HTML-minded editor left in a formula.
    private mutating func parseEntity() -> Bool {
        guard frames.isEmpty, position + 1 < limit, (text[position + 1] | 0x20) &- 0x61 < 26 else { return false }
        let names: [(StaticString, UInt32)] = [
            ("&lt;", 0x3C), ("&gt;", 0x3E), ("&le;", 0x2264), ("&ge;", 0x2265), ("&quot;", 0x22), ("&nbsp;", 0xA0),
            ("&times;", 0xD7),
        ]
        for (name, scalar) in names where hasPrefix(name) {
            let start = position
            position += name.utf8CodeUnitCount
            pending.append(add(.atom(SymbolTable.shared.atom(typed: scalar)), ByteRange(start, position)))
            return true
        }
        if hasPrefix("&amp;") {
            // An escaped ampersand is an alignment mark where one may stand.
            if contexts.last?.kind == .cell { return false }
            let start = position
            position += 5
            pending.append(add(.atom(MathTree.Atom(0x26, .ordinary)), ByteRange(start, position)))
            return true
        }
        return false
    }

    /// The bytes that come next in the current frame are those of `prefix`.
    mutating func hasPrefix(_ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard limit - position >= count else { return false }
        return prefix.withUTF8Buffer { bytes in
            for i in 0..<count where text[position + i] != bytes[i] { return false }
            return true
        }
    }

    // MARK: Lost backslashes

    /// The name of the command whose backslash and first letter a program took for a control character: `\b` of `\beta`,
    /// `\f` of `\frac`. `nil` where no command's name follows.
    private func lostCommand(afterControl c: UInt8) -> String? {
        let letter: UInt8
        switch c {
        case 0x07: letter = UInt8(ascii: "a")
        case 0x08: letter = UInt8(ascii: "b")
        case 0x09: letter = UInt8(ascii: "t")
        case 0x0B: letter = UInt8(ascii: "v")
        case 0x0C: letter = UInt8(ascii: "f")
        default: return nil
        }
        guard frames.isEmpty, position < limit else { return nil }
        var i = position + 1
        while i < limit, (text[i] | 0x20) &- 0x61 < 26 { i += 1 }
        let name = [letter] + text[(position + 1)..<i]
        // A tab before one or two letters is more likely a tab.
        guard name.count >= (c == 0x09 ? 4 : 2), let command = commands.find(name, 0..<name.count), !command.isPackages else {
            return nil
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func reportLostCommand(_ c: UInt8) -> ID {
        let start = here
        let name = lostCommand(afterControl: c) ?? ""
        position += max(1, name.utf8.count)
        return report(
            .unknownCommand, at: range(from: start), "the control character here was the beginning of \\\(name)",
            help: "write \\\(name); a program took its backslash for an escape")
    }

    // MARK: Segments and infixes

    /// Wraps what the switches of the row act on.
    mutating func closeSegment(_ row: inout Row) {
        defer {
            row.segment = pending.count
            row.hasBase = false
        }
        guard row.hasSwitch, pending.count > row.segment else { return }
        let range = pendingRange(from: row.segment, or: here)
        var body = makeItem(from: row.segment, range)
        if let font = row.font { body = add(.styled(font, body: body), range) }
        if let scale = row.scale { body = add(.sized(scale, body: body), range) }
        if let style = row.style { body = add(.sized(style, body: body), range) }
        if let colour = row.colour { body = add(.coloured(text: colour, body: body), range) }
        pending.append(body)
    }

    private mutating func finish(_ row: inout Row) -> ID {
        closeSegment(&row)
        if let infix = row.infix {
            let bottomRange = pendingRange(from: row.first, or: infix.range.upper)
            let bottom = makeItem(from: row.first, bottomRange)
            let whole = tree[infix.top].range.union(infix.range).union(bottomRange)
            pending.append(add(.fraction(top: infix.top, bottom: bottom, infix.fraction), whole))
        }
        return makeRow(from: row.first, pendingRange(from: row.first, or: row.start))
    }

    // MARK: Pieces

    /// `{…}` as an atom of its own.
    mutating func parseBraces() -> ID {
        let start = here
        position += 1
        return parseGroup(openedAt: start, .brace)
    }

    /// The rest of a group whose opening was read: a row with the range of the whole.
    mutating func parseGroup(openedAt start: Int, _ kind: Context.Kind) -> ID {
        let opening = range(from: start)
        guard enter() else { return tooDeep(at: start) }
        defer { leave() }
        let saved = savedDefinitions.count
        let row = parseRow(Context(kind: kind, opening: opening))
        restoreDefinitions(to: saved)
        return closeGroup(row, opening, kind)
    }

    private mutating func closeGroup(_ row: ID, _ opening: ByteRange, _ kind: Context.Kind) -> ID {
        let closer: UInt8 = kind == .bracket ? UInt8(ascii: "]") : UInt8(ascii: "}")
        if kind != .beginGroup, peek() == closer {
            position += 1
            tree.nodes[Int(row)].range = range(from: opening.lower)
            return row
        }
        if kind == .beginGroup, takeCommand("endgroup") {
            tree.nodes[Int(row)].range = range(from: opening.lower)
            return row
        }
        let wanted = kind == .beginGroup ? "\\endgroup" : kind == .bracket ? "]" : "}"
        let written = kind == .beginGroup ? "\\begingroup" : kind == .bracket ? "[" : "{"
        return closedWithFault(
            row, opening, .unbalancedBrace, "expected \(wanted) \(beforeWhat())", "this \(written) is never closed")
    }

    /// Adds an error node for a missing end to the row, at the place where the end was expected.
    mutating func closedWithFault(
        _ row: ID, _ opening: ByteRange, _ code: FindingCode, _ message: String, _ note: String
    ) -> ID {
        let place = ByteRange.empty(at: isAtEnd ? sourceCount : here)
        let first = pending.count
        pending.append(row)
        if !isAborted {
            pending.append(report(code, at: place, message, related: [Related(at: opening, note)]))
        }
        return makeRow(from: first, ByteRange(opening.lower, max(opening.upper, place.upper)))
    }

    /// "at the end" or "before …", for messages.
    mutating func beforeWhat() -> String {
        let c = peek()
        if isAtEnd { return "at the end of the formula" }
        if c == UInt8(ascii: "\\") { return "before \\\(String(decoding: text[commandName(after: position + 1)], as: UTF8.self))" }
        return "before \(String(decoding: [c], as: UTF8.self))"
    }

    /// Digits, with one point when digits follow it.
    private mutating func parseNumber() -> ID {
        let start = here
        var i = position
        while i < limit, text[i] &- 0x30 < 10 { i += 1 }
        if i + 1 < limit, text[i] == UInt8(ascii: "."), text[i + 1] &- 0x30 < 10 {
            i += 1
            while i < limit, text[i] &- 0x30 < 10 { i += 1 }
        }
        let digits = number(position..<i)
        position = i
        return add(.number(text: add(text: digits)), range(from: start))
    }

    /// The bytes of a number as text. Most have one digit, whose text is at hand.
    private mutating func number(_ range: Range<Int>) -> String {
        let digit = Int(text[range.lowerBound]) - 0x30
        if range.count == 1, Parser.digits.indices.contains(digit) { return Parser.digits[digit] }
        return String(decoding: text[range], as: UTF8.self)
    }

    private static let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

    /// A full stop: `.5`, `...` or the sign.
    private mutating func parsePoint() {
        let start = here
        if position + 2 < limit, text[position + 1] == UInt8(ascii: "."), text[position + 2] == UInt8(ascii: ".") {
            position += 3
            pending.append(add(.atom(MathTree.Atom(0x2026, .inner)), range(from: start)))
            return
        }
        if position + 1 < limit, text[position + 1] &- 0x30 < 10 {
            var i = position + 1
            while i < limit, text[i] &- 0x30 < 10 { i += 1 }
            let digits = number(position..<i)
            position = i
            pending.append(add(.number(text: add(text: digits)), range(from: start)))
            return
        }
        position += 1
        pending.append(add(.atom(MathTree.Atom(0x2E, .ordinary)), range(from: start)))
    }

    /// `%` to the end of the line. At the end of a formula it hides something only by mistake.
    mutating func skipComment() {
        let start = here
        while position < limit, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
        if frames.isEmpty, position >= limit {
            let hidden = text[(start + 1)..<max(start + 1, position)]
            if hidden.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
                warn(
                    .strayCharacter, at: ByteRange(start, position), "% hides the rest of the formula",
                    help: "write \\% for the sign")
            }
        }
    }
}
