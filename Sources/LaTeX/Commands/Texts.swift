import Source

/// Words that are being gathered in text mode.
private struct TextRun {
    var bytes: [UInt8] = []
    var start: Int
    var font: MathTree.Font
}

extension Parser {
    /// `\text{…}`: words, with `$…$` inside them. One text node, or a row of texts and formulas.
    mutating func parseText(_ font: MathTree.Font, from start: Int) -> ID {
        if position > 0, start < sourceCount, sourceName(at: start) == "\\)" {
            return report(.modeError, at: range(from: start), "\\) without \\( before it")
        }
        skipSpaces()
        let first = pending.count
        if peek() == UInt8(ascii: "{") {
            let opening = ByteRange(here, here + 1)
            position += 1
            contexts.append(Context(kind: .brace, opening: opening))
            parseWords(font)
            contexts.removeLast()
            closeText(opening)
        } else if peek() == UInt8(ascii: "^") || peek() == UInt8(ascii: "_") {
            pending.append(missingArgument("the words", from: start))
        } else if let raw = rawArgument("the words", from: start) {
            parseOneWord(raw.excerpt, raw.range, font, from: start)
        }
        if pending.count == first {
            return add(.text(text: add(text: ""), font: font), range(from: start))
        }
        if pending.count == first + 1, case .text = tree[pending[first]].kind {
            let node = pending.removeLast()
            tree.nodes[Int(node)].range = range(from: start)
            return node
        }
        return makeRow(from: first, range(from: start))
    }

    private mutating func closeText(_ opening: ByteRange) {
        if peek() == UInt8(ascii: "}") {
            position += 1
        } else if !isAborted {
            pending.append(
                report(
                    .unbalancedBrace, at: .empty(at: isAtEnd ? sourceCount : here), "expected } \(beforeWhat())",
                    related: [Related(at: opening, "this { is never closed")]))
        }
    }

    /// `\text a`: one token.
    private mutating func parseOneWord(_ bytes: Excerpt, _ place: ByteRange, _ font: MathTree.Font, from start: Int) {
        if bytes.first == UInt8(ascii: "\\") {
            // A command is read as if it stood in braces.
            guard enter() else {
                pending.append(tooDeep(at: start))
                return
            }
            defer { leave() }
            push(latex(bytes, "}"), use: place)
            contexts.append(Context(kind: .brace, opening: place))
            parseWords(font)
            contexts.removeLast()
            closeText(place)
            return
        }
        pending.append(add(.text(text: add(text: String(decoding: bytes, as: UTF8.self)), font: font), place))
    }

    private mutating func flush(_ run: inout TextRun) {
        defer {
            run.bytes.removeAll(keepingCapacity: true)
            run.start = here
        }
        guard !run.bytes.isEmpty else { return }
        let text = add(text: String(decoding: run.bytes, as: UTF8.self))
        pending.append(add(.text(text: text, font: run.font), ByteRange(run.start, max(run.start, end))))
    }

    /// Words up to the brace that closes them, which is left.
    private mutating func parseWords(_ font: MathTree.Font) {
        var run = TextRun(start: here, font: font)
        while true {
            let c = peek()
            switch c {
            case 0:
                if isAtEnd {
                    flush(&run)
                    return
                }
                position += 1
            case UInt8(ascii: "}"):
                flush(&run)
                return
            case UInt8(ascii: "{"):
                flush(&run)
                let opening = ByteRange(here, here + 1)
                position += 1
                guard enter() else {
                    pending.append(tooDeep(at: opening.lower))
                    return
                }
                parseWords(run.font)
                leave()
                closeText(opening)
                run.start = here
            case UInt8(ascii: "$"):
                flush(&run)
                parseMathInText(closing: .dollar, from: here)
                run.start = here
            case 0x20, 0x09...0x0D:
                position += 1
                if run.bytes.last != 0x20 { run.bytes.append(0x20) }
            case UInt8(ascii: "~"):
                position += 1
                run.bytes.append(contentsOf: [0xC2, 0xA0])
            case UInt8(ascii: "%"):
                skipComment()
            case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "#"):
                if c == UInt8(ascii: "&"), frames.isEmpty, hasPrefix("&amp;") || hasPrefix("&lt;") || hasPrefix("&gt;") {
                    run.bytes.append(
                        hasPrefix("&amp;") ? UInt8(ascii: "&") : hasPrefix("&lt;") ? UInt8(ascii: "<") : UInt8(ascii: ">"))
                    position += hasPrefix("&amp;") ? 5 : 4
                    continue
                }
                flush(&run)
                let start = here
                position += 1
                let sign = String(decoding: [c], as: UTF8.self)
                pending.append(
                    report(
                        .modeError, at: range(from: start), "\(sign) does not work in text", help: "write \\\(sign)"))
                run.start = here
            case UInt8(ascii: "\\"):
                parseTextCommand(&run)
            case UInt8(ascii: "-") where hasPrefix("---"):
                position += 3
                run.bytes.append(contentsOf: "—".utf8)
            case UInt8(ascii: "-") where hasPrefix("--"):
                position += 2
                run.bytes.append(contentsOf: "–".utf8)
            case UInt8(ascii: "`"):
                let isDouble = hasPrefix("``")
                position += isDouble ? 2 : 1
                run.bytes.append(contentsOf: (isDouble ? "“" : "‘").utf8)
            case UInt8(ascii: "'"):
                let isDouble = hasPrefix("''")
                position += isDouble ? 2 : 1
                run.bytes.append(contentsOf: (isDouble ? "”" : "’").utf8)
            default:
                run.bytes.append(c)
                position += 1
            }
            if isAborted { return }
        }
    }

    private mutating func parseMathInText(closing kind: Context.Kind, from start: Int) {
        if kind == .dollar { position += 1 }
        let opening = range(from: start)
        guard enter() else {
            pending.append(tooDeep(at: start))
            return
        }
        defer { leave() }
        let row = parseRow(Context(kind: kind, opening: opening))
        let isClosed: Bool
        if kind == .dollar {
            isClosed = peek() == UInt8(ascii: "$")
            if isClosed { position += 1 }
        } else {
            isClosed = takeCommand(")")
        }
        if isClosed {
            tree.nodes[Int(row)].range = range(from: start)
            pending.append(row)
        } else {
            let wanted = kind == .dollar ? "$" : "\\)"
            pending.append(
                closedWithFault(
                    row, opening, .unbalancedDelimiter, "expected \(wanted) \(beforeWhat())", "the formula in the text"))
        }
    }

    private mutating func parseTextCommand(_ run: inout TextRun) {
        let start = here
        let name = commandName(after: position + 1)
        guard !name.isEmpty else {
            flush(&run)
            position += 1
            pending.append(report(.unknownCommand, at: range(from: start), "a backslash at the end of the formula"))
            run.start = here
            return
        }
        if !macros.definitions.isEmpty || commands.find(text, name)?.isPackages == true {
            let isFormula = commands.find(text, name)?.worksInTextAsFormula == true
            if isFormula { flush(&run) }
            if expandMacro(name) {
                // `\ce{H2O}` among words: what it stands for is a group of mathematics.
                if isFormula, peek() == UInt8(ascii: "{"), !frames.isEmpty {
                    pending.append(parseBraces())
                    run.start = here
                }
                return
            }
        }
        guard let command = commands.find(text, name) else {
            flush(&run)
            position = name.upperBound
            pending.append(unknownCommand(name, from: start))
            run.start = here
            return
        }
        // Spaces after a word are part of the command.
        let isWord = (text[name.lowerBound] | 0x20) &- 0x61 < 26
        func append(_ scalar: UInt32) {
            var buffer = ByteBuffer()
            buffer.append(scalar: scalar)
            run.bytes.append(contentsOf: buffer.bytes)
        }
        switch command {
        case .symbol(let atom) where Parser.worksInText(atom.scalar) && !mathOnly(text[name]):
            position = name.upperBound
            append(atom.scalar)
        case .letter(.rightQuote):
            position = name.upperBound
            append(0x2019)
        case .letter(.word(let word)), .letter(.textWord(let word)):
            position = name.upperBound
            word.withUTF8Buffer { run.bytes.append(contentsOf: $0) }
        case .letter(.textAccent(let mark)):
            position = name.upperBound
            parseAccentedLetter(mark, &run)
            return
        case .letter(.mathInText):
            flush(&run)
            position = name.upperBound
            parseMathInText(closing: .parenthesis, from: start)
            run.start = here
            return
        case .space(let em):
            position = name.upperBound
            if em > 0 { run.bytes.append(contentsOf: (em == 0.25 ? "\u{A0}" : em < 0.25 ? "\u{2009}" : "\u{2003}").utf8) }
        case .fontSwitch(let font):
            flush(&run)
            position = name.upperBound
            run.font = font
            skipTextSpaces()
            run.start = here
            return
        case .sizeSwitch, .spaceCommand(.none), .note(.noNumber):
            position = name.upperBound
        case .macro(.endGroup):
            if isOpen(.beginGroup) { fallthrough }
            flush(&run)
            position = name.upperBound
            pending.append(report(.unbalancedBrace, at: range(from: start), "\\endgroup without a \\begingroup before it"))
            run.start = here
            return
        case .box(.center), .enclosure(.cancel), .enclosure(.backCancel), .enclosure(.crossCancel), .enclosure(.phase), .enclosure(.angle):
            flush(&run)
            position = name.upperBound
            pending.append(modeError(from: start))
            run.start = here
            return
        case .text, .colour, .box, .spaceCommand, .html, .letter(.verbatim), .letter(.character), .enclosure, .note,
            .accent(.underline), .accent(.underBar):
            flush(&run)
            position = name.upperBound
            if case .colour(.colourSwitch) = command {
                _ = parseColour(for: "\\color")
            } else if let node = parseFunctionInText(command, font: run.font, from: start) {
                pending.append(node)
            }
            run.start = here
            return
        case .environment(.newline) where text[name.lowerBound] == UInt8(ascii: "\\"), .environment(.lineBreak):
            flush(&run)
            position = name.upperBound
            pending.append(add(.newline, range(from: start)))
            run.start = here
            return
        case .macro(let macro):
            flush(&run)
            position = name.upperBound
            parseMacroCommand(macro, from: start)
            run.start = here
            return
        default:
            flush(&run)
            position = name.upperBound
            pending.append(modeError(from: start))
            run.start = here
            return
        }
        if isWord { skipTextSpaces() }
    }

    /// Names of mathematics for signs that words have under another name, if at all.
    private func mathOnly(_ name: ArraySlice<UInt8>) -> Bool {
        Parser.namesOfMathematics.contains(String(decoding: name, as: UTF8.self))
    }

    private static let namesOfMathematics: Set<String> = [
        "backslash", "dagger", "ddagger", "lbrace", "rbrace", "lparen", "rparen", "lvert", "rvert", "vert", "lt", "gt",
        "ldotp", "colon", "mathellipsis", "mathsterling", "ratio", "And", "angln", "ast", "star", "mid", "cdotp",
    ]

    private mutating func modeError(from start: Int) -> ID {
        report(
            .modeError, at: range(from: start), "\(sourceName(at: start)) does not work in text",
            help: "put it between dollar signs: $…$")
    }

    private mutating func parseFunctionInText(_ command: Command, font: MathTree.Font, from start: Int) -> ID? {
        guard enter() else { return tooDeep(at: start) }
        defer { leave() }
        if case .text(let inner) = command {
            return parseText(inner == .normal ? font : inner, from: start)
        }
        return parseFunction(command, from: start)
    }

    private mutating func skipTextSpaces() {
        while peek() == 0x20 || peek() &- 9 < 5 { position += 1 }
    }

    /// `\'e`: the letter and a combining mark, composed where Unicode has it.
    private mutating func parseAccentedLetter(_ mark: UInt32, _ run: inout TextRun) {
        let hasSpace = peek() == 0x20
        skipTextSpaces()
        let start = here
        var letter: [UInt8] = []
        let c = peek()
        if hasSpace, c == UInt8(ascii: "}") { letter = [0xC2, 0xA0] }
        if c == UInt8(ascii: "{") {
            guard let raw = rawArgument("the letter", from: start) else { return }
            letter = raw.bytes
            if letter.first == UInt8(ascii: "\\") { letter = Array(letter.dropFirst()) }
        } else if c == UInt8(ascii: "\\") {
            let name = commandName(after: position + 1)
            letter = Array(text[name])
            position = name.upperBound
        } else if c != 0, c != UInt8(ascii: "}") {
            let length = UTF8Decoder.scalar(in: text, at: position).length
            letter = Array(text[position..<(position + length)])
            position += length
        }
        guard !letter.isEmpty else {
            flush(&run)
            pending.append(report(.missingArgument, at: .empty(at: start), "expected a letter for the accent"))
            run.start = here
            return
        }
        run.bytes.append(contentsOf: letter)
        var buffer = ByteBuffer()
        buffer.append(scalar: mark)
        run.bytes.append(contentsOf: buffer.bytes)
    }

    /// Signs that TeX has in words as well as in formulas.
    private static func worksInText(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x7E, 0xA3, 0xA5, 0xA7, 0xA9, 0xAE, 0xB0, 0xB6, 0x2018, 0x2019, 0x2020, 0x2021, 0x2026, 0x2713, 0x2720,
            0x22EE, 0xC5, 0xE5:
            true
        default: false
        }
    }
}
