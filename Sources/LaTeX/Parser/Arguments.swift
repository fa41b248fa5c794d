import Source

/// An argument of a command: a group in braces or one token.
///
/// Two kinds, as in TeX: most commands take a bare token only when it needs no argument itself (`\frac\alpha 2`);
/// scripts and `\sqrt` also take a few functions with theirs (`x^\frac12`).
extension Parser {
    /// The argument of the command that was written at `start`; an error node when there is none.
    mutating func parseArgument(_ what: StaticString, from start: Int) -> ID {
        skipSpaces()
        let tokenStart = here
        let c = peek()
        if c == UInt8(ascii: "{") { return unwrapped(parseBraces()) }
        if c == UInt8(ascii: "\\") {
            let name = commandName(after: position + 1)
            if !macros.definitions.isEmpty, expandMacro(name) { return macroArgument(what, from: start) }
            switch commands.find(text, name) {
            case .expansion?, .rewriting?:
                _ = expandMacro(name)
                return macroArgument(what, from: start)
            case .some(let command) where command.takesNothing:
                return parseToken(name, from: tokenStart)
            case nil where !name.isEmpty:
                position = name.upperBound
                return unknownCommand(name, from: tokenStart)
            case .some(let command) where !command.closesRow:
                position = name.upperBound
                if let node = parseSwitchArgument(command, from: tokenStart) { return node }
                let written = "\\" + String(decoding: text[name], as: UTF8.self)
                let error = report(
                    .missingArgument, at: range(from: tokenStart),
                    "\(written) cannot be \(what) of \(sourceName(at: start)) without braces",
                    help: "write {\(written)…}", related: [Related(at: ByteRange(start, tokenStart), "for this command")])
                return withFunction(error, command, from: tokenStart)
            default:
                return missingArgument(what, from: start)
            }
        }
        if let atom = parseCharacter() { return atom }
        return missingArgument(what, from: start)
    }

    /// A group for a script or a primitive; `nil` when nothing that can be one comes next.
    mutating func parsePrimitive(as what: StaticString) -> ID? {
        skipSpaces()
        let start = here
        let c = peek()
        if c == UInt8(ascii: "{") { return parseBraces() }
        if c == UInt8(ascii: "'") { return nil }
        guard c == UInt8(ascii: "\\") else { return parseCharacter() }
        let name = commandName(after: position + 1)
        let known = commands.find(text, name)
        if !macros.definitions.isEmpty || known?.isPackages == true, expandMacro(name) {
            guard enter() else { return tooDeep(at: start) }
            defer { leave() }
            return parsePrimitive(as: what)
        }
        guard let command = known else {
            guard !name.isEmpty else { return nil }
            position = name.upperBound
            return unknownCommand(name, from: start)
        }
        if command.closesRow { return nil }
        if case .macro(.beginGroup) = command {
            position = name.upperBound
            return parseGroup(openedAt: start, .beginGroup)
        }
        position = name.upperBound
        guard command.standsInArgument else {
            let written = "\\" + String(decoding: text[name], as: UTF8.self)
            let error = report(
                .missingArgument, at: range(from: start), "\(written) cannot be a \(what) without braces",
                help: "write {\(written)…}")
            return withFunction(error, command, from: start)
        }
        guard enter() else { return tooDeep(at: start) }
        defer { leave() }
        return parseFunction(command, from: start) ?? emptyRow(at: start)
    }

    /// `\hat\bf x`: a switch of font or size takes all that follows in the group with it, as in KaTeX.
    private mutating func parseSwitchArgument(_ command: Command, from start: Int) -> ID? {
        guard let context = contexts.last else { return nil }
        switch command {
        case .fontSwitch, .sizeSwitch: break
        default: return nil
        }
        guard enter() else { return tooDeep(at: start) }
        defer { leave() }
        let body = parseRow(context)
        let whole = range(from: start)
        if case .fontSwitch(let font) = command { return add(.styled(font, body: unwrapped(body)), whole) }
        if case .sizeSwitch(let size) = command { return add(.sized(size, body: unwrapped(body)), whole) }
        return body
    }

    /// A primitive's argument, a single node where it is one.
    mutating func primitiveItem() -> ID? {
        guard let id = parsePrimitive(as: "argument") else { return nil }
        return unwrapped(id)
    }

    /// A row of the error and of what the misplaced function makes.
    private mutating func withFunction(_ error: ID, _ command: Command, from start: Int) -> ID {
        guard enter() else { return error }
        defer { leave() }
        let first = pending.count
        pending.append(error)
        if let node = parseFunction(command, from: start) { pending.append(node) }
        return makeItem(from: first, pendingRange(from: first, or: start))
    }

    private mutating func parseToken(_ name: Range<Int>, from start: Int) -> ID {
        guard let command = commands.find(text, name) else { return add(.error, range(from: start)) }
        position = name.upperBound
        return parseFunction(command, from: start) ?? emptyRow(at: start)
    }

    /// The argument when a macro was expanded in its place.
    private mutating func macroArgument(_ what: StaticString, from start: Int) -> ID {
        guard enter() else { return tooDeep(at: start) }
        defer { leave() }
        return parsePrimitive(as: what) ?? missingArgument(what, from: start)
    }

    mutating func missingArgument(_ what: StaticString, from start: Int) -> ID {
        let place = ByteRange.empty(at: isAtEnd ? sourceCount : here)
        let name = sourceName(at: start)
        return report(
            .missingArgument, at: place, "expected \(what) of \(name) \(beforeWhat())",
            related: [Related(at: ByteRange(start, min(sourceCount, start + name.utf8.count)), "for this command")])
    }

    /// The command as the source has it at `start`.
    func sourceName(at start: Int) -> String {
        guard start < sourceCount, text[start] == UInt8(ascii: "\\") else { return "the command" }
        var i = start + 1
        while i < sourceCount, (text[i] | 0x20) &- 0x61 < 26 { i += 1 }
        if i == start + 1, i < sourceCount { i += UTF8Decoder.scalar(in: text, at: i).length }
        return String(decoding: text[start..<min(i, sourceCount)], as: UTF8.self)
    }

    /// One character that is an atom by itself; `nil` for TeX's own.
    mutating func parseCharacter() -> ID? {
        let start = here
        let c = peek()
        switch c {
        case 0..<0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "&"),
            UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"):
            return nil
        case UInt8(ascii: "]") where contexts.last?.kind == .bracket:
            return nil
        case UInt8(ascii: "'"):
            return parseScripts(base: emptyRow(at: start))
        case UInt8(ascii: "~"):
            position += 1
            return add(.space(em: 0.25), range(from: start))
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            position += 1
            let digit = add(text: String(decoding: [c], as: UTF8.self))
            return add(.number(text: digit), range(from: start))
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            position += 1
            return add(.atom(MathTree.Atom(UInt32(c), .ordinary)), range(from: start))
        case 0x80...:
            let (scalar, length) = UTF8Decoder.scalar(in: text, at: position)
            position += length
            return unicodeAtom(scalar, range(from: start))
        default:
            position += 1
            return add(.atom(SymbolTable.ascii(UInt32(c))), range(from: start))
        }
    }

    /// `[…]`, or `nil` when no bracket comes next.
    mutating func parseOptional() -> ID? {
        skipSpaces()
        guard peek() == UInt8(ascii: "[") else { return nil }
        let start = here
        position += 1
        return unwrapped(parseGroup(openedAt: start, .bracket))
    }

    // MARK: Raw arguments

    /// Bytes of the text with their places.
    mutating func excerpt(_ range: Range<Int>) -> Excerpt {
        var bytes = Excerpt()
        for k in range { bytes.append(text[k], at: placed(k)) }
        return bytes
    }

    /// The bytes up to `\name` outside braces, which is taken; `nil` with an error pending when it does not come.
    mutating func bytesBefore(command name: StaticString, from start: Int) -> Excerpt? {
        var bytes = Excerpt()
        while !isAtEnd {
            if takeCommand(name) { return bytes }
            let c = peek()
            if c == UInt8(ascii: "}") || c == 0 { break }
            guard let raw = rawArgument("a token", from: start) else { return nil }
            bytes += c == UInt8(ascii: "{") ? latex("{", raw.excerpt, "}") : raw.excerpt
            if c == UInt8(ascii: "\\") { bytes.append(0x20) }
        }
        pending.append(
            report(.missingArgument, at: range(from: start), "expected \\\(name) after \(sourceName(at: start))"))
        return nil
    }

    /// The bytes of `{…}` (or of one token) unread, with their range in the formula; `nil` with an error reported
    /// into `pending` when there is none.
    mutating func rawArgument(
        _ what: StaticString, from start: Int, isAddress: Bool = false
    ) -> RawArgument? {
        if isAddress {
            // In an address % is a sign.
            while peek() == 0x20 || peek() &- 0x09 < 5 { position += 1 }
        } else {
            skipSpaces()
        }
        let c = peek()
        let argumentStart = here
        if c == UInt8(ascii: "{") {
            position += 1
            let inner = here
            if let bytes = rawGroup(closing: UInt8(ascii: "}"), isAddress: isAddress) {
                return RawArgument(excerpt: bytes, range: bytes.range ?? (frames.isEmpty ? .empty(at: inner) : use))
            }
            pending.append(
                report(
                    .unbalancedBrace, at: .empty(at: sourceCount), "expected } at the end of the formula",
                    related: [Related(at: ByteRange(argumentStart, argumentStart + 1), "this { is never closed")]))
            return nil
        }
        if c == 0 || c == UInt8(ascii: "}") || c == UInt8(ascii: "&") {
            pending.append(missingArgument(what, from: start))
            return nil
        }
        let tokenStart = position
        position = c == UInt8(ascii: "\\")
            ? commandName(after: position + 1).upperBound
            : position + UTF8Decoder.scalar(in: text, at: position).length
        return RawArgument(excerpt: excerpt(tokenStart..<position), range: range(from: argumentStart))
    }

    /// `[…]` unread; `nil` when no bracket comes next or it is not closed.
    mutating func rawOptional() -> RawArgument? {
        skipSpaces()
        guard peek() == UInt8(ascii: "["), rare.unclosedBytes < 1 << 18 else { return nil }
        let start = here
        let saved = (position, limit, frames, use)
        position += 1
        guard let bytes = rawGroup(closing: UInt8(ascii: "]")) else {
            rare.unclosedBytes += max(0, sourceCount - start)
            (position, limit, frames, use) = saved
            return nil
        }
        return RawArgument(excerpt: bytes, range: range(from: start))
    }

    /// Bytes up to the closing one at depth 0, which is taken. `nil`, everything taken, when it is missing.
    private mutating func rawGroup(closing: UInt8, isAddress: Bool = false) -> Excerpt? {
        var bytes = Excerpt()
        var braces = 0
        while true {
            let c = peek()
            if isAtEnd { return nil }
            position += 1
            if c == closing, braces == 0 { return bytes }
            if c == UInt8(ascii: "%"), !isAddress {
                // A comment ends with its line, and takes the line's end with it.
                position -= 1
                skipComment()
                if position < limit { position += 1 }
                continue
            }
            bytes.append(c, at: placed(position - 1))
            switch c {
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"):
                if braces == 0 { return nil }
                braces -= 1
            case UInt8(ascii: "\\"):
                if position < limit {
                    bytes.append(text[position], at: placed(position))
                    position += 1
                }
            default: break
            }
        }
    }
}

extension Command {
    /// Needs no argument of its own.
    var takesNothing: Bool {
        switch self {
        case .letter(.textAccent): false
        case .symbol, .operatorName, .space, .letter, .stack(.pair), .stack(.dottedIntegral), .operatorCommand(.bmod),
            .operatorCommand(.decorated), .box(.strut), .box(.actuarialN):
            true
        default: false
        }
    }

    /// Ends the row that it stands in: never an argument.
    var closesRow: Bool {
        switch self {
        case .environment(.end), .environment(.newline), .delimiter(.right), .delimiter(.middle), .macro(.endGroup),
            .infix, .limits:
            true
        default: false
        }
    }
}
