import Source

enum MacroCommand: Sendable, Equatable {
    case newCommand, renewCommand, provideCommand
    /// `\def`, `\edef`; the others are global.
    case def, globalDef, expandedDef, globalExpandedDef
    case letAlias, futureLet
    case declareOperator
    case newEnvironment
    /// `\DeclarePairedDelimiter{\norm}{\lVert}{\rVert}`
    case pairedDelimiter
    case pairedDelimiterWithBody(isWrapped: Bool)
    /// `\Newextarrow{\name}{5,5}{8672}`
    case newArrow
    case beginGroup, endGroup
    /// `\global`, `\long`: before a definition.
    case global, long
    case expandAfter, noExpand
    case textOrMath
}

extension CommandTable {
    static let macros: [(String, Command)] = [
        ("newcommand", .macro(.newCommand)), ("renewcommand", .macro(.renewCommand)),
        ("providecommand", .macro(.provideCommand)), ("def", .macro(.def)), ("edef", .macro(.expandedDef)),
        ("gdef", .macro(.globalDef)), ("xdef", .macro(.globalExpandedDef)), ("let", .macro(.letAlias)),
        ("futurelet", .macro(.futureLet)), ("DeclareMathOperator", .macro(.declareOperator)),
        ("newenvironment", .macro(.newEnvironment)),
        ("DeclarePairedDelimiter", .macro(.pairedDelimiter)), ("DeclarePairedDelimiters", .macro(.pairedDelimiter)),
        ("DeclarePairedDelimitersX", .macro(.pairedDelimiterWithBody(isWrapped: false))),
        ("DeclarePairedDelimitersXPP", .macro(.pairedDelimiterWithBody(isWrapped: true))),
        ("DeclarePairedDelimiterX", .macro(.pairedDelimiterWithBody(isWrapped: false))),
        ("DeclarePairedDelimiterXPP", .macro(.pairedDelimiterWithBody(isWrapped: true))), ("Newextarrow", .macro(.newArrow)), ("renewenvironment", .macro(.newEnvironment)),
        ("begingroup", .macro(.beginGroup)), ("endgroup", .macro(.endGroup)), ("global", .macro(.global)),
        ("long", .macro(.long)), ("expandafter", .macro(.expandAfter)), ("noexpand", .macro(.noExpand)),
        ("TextOrMath", .macro(.textOrMath)),
    ]
}

extension Parser {
    mutating func parseMacroCommand(_ form: MacroCommand, from start: Int) {
        switch form {
        case .newCommand, .renewCommand, .provideCommand:
            parseNewCommand(form, from: start)
        case .def, .expandedDef:
            parseDef(isGlobal: false, isExpanded: form == .expandedDef, from: start)
        case .globalDef, .globalExpandedDef:
            parseDef(isGlobal: true, isExpanded: form == .globalExpandedDef, from: start)
        case .letAlias:
            parseLet(isGlobal: false, from: start)
        case .futureLet:
            parseFutureLet(from: start)
        case .declareOperator:
            parseDeclareOperator(from: start)
        case .pairedDelimiter:
            guard let name = definedName(from: start), let open = rawArgument("the opening delimiter", from: start),
                let close = rawArgument("the closing delimiter", from: start)
            else { return }
            define(name, Macros.Definition(body: latex("\\pairedDelimiter{", open.excerpt, "}{", close.excerpt, "}").bytes), isGlobal: false)
        case .pairedDelimiterWithBody(let isWrapped):
            pairedDelimiterWithBody(isWrapped: isWrapped, from: start)
        case .newArrow:
            newArrow(from: start)
        case .newEnvironment:
            parseNewEnvironment(from: start)
        case .global, .long:
            parsePrefixed(isGlobal: form == .global, from: start)
        case .expandAfter:
            parseExpandAfter(from: start)
        case .noExpand, .endGroup:
            break
        case .beginGroup:
            pending.append(parseGroup(openedAt: start, .beginGroup))
        case .textOrMath:
            guard rawArgument("the form in text", from: start) != nil else { return }
            pending.append(parseArgument("the form in mathematics", from: start))
        }
    }

    // MARK: Uses

    /// Stands before the name of a built-in that `\let` copied.
    static let primitiveMark: UInt8 = 1

    /// The next token as bytes.
    mutating func rawToken() -> Excerpt? {
        skipSpaces()
        let c = peek()
        guard !isAtEnd else { return nil }
        let tokenStart = position
        position = c == UInt8(ascii: "\\")
            ? commandName(after: position + 1).upperBound
            : position + UTF8Decoder.scalar(in: text, at: position).length
        return excerpt(tokenStart..<position)
    }

    private mutating func parseExpandAfter(from start: Int) {
        guard let first = rawToken() else { return }
        skipSpaces()
        if peek() == UInt8(ascii: "\\") { _ = expandMacro(commandName(after: position + 1)) }
        push(first, use: range(from: start))
    }

    /// Reads `bytes` next, then goes on where reading stands.
    mutating func push(_ excerpt: Excerpt, use newUse: ByteRange) {
        frames.append(Frame(start: text.count, position: position, limit: limit, use: use))
        use = newUse
        position = text.count
        text.append(contentsOf: excerpt.bytes)
        places.append(contentsOf: excerpt.places)
        limit = text.count
    }

    /// Replaces the macro whose name stands after the backslash at `position`; `false` when there is none of that name.
    mutating func expandMacro(_ name: Range<Int>) -> Bool {
        guard !name.isEmpty else { return false }
        let start = here
        let definition: Macros.Definition
        if !macros.definitions.isEmpty, let own = macros.definitions[String(decoding: text[name], as: UTF8.self)] {
            definition = own
        } else {
            switch commands.find(text, name) {
            case .expansion(let index)?: definition = Expansion.definitions[Int(index)]
            case .rewriting(let form)?:
                position = name.upperBound
                parseRewriting(form, from: start)
                return true
            default: return false
            }
        }
        position = name.upperBound
        guard countExpansion(from: start) else { return true }
        guard let arguments = macroArguments(definition, from: start) else { return true }
        push(Parser.substitute(arguments, into: definition.body), use: range(from: start))
        return true
    }

    mutating func macroArguments(_ definition: Macros.Definition, from start: Int) -> [Excerpt]? {
        var arguments: [Excerpt] = []
        if let delimiters = definition.delimiters {
            for (k, delimiter) in delimiters.enumerated() {
                if k == 0 {
                    guard takeBytes(delimiter) else {
                        pending.append(mismatch(start))
                        return nil
                    }
                } else if delimiter.allSatisfy({ $0 == 0x20 }) {
                    guard let raw = rawArgument("an argument", from: start) else { return nil }
                    arguments.append(raw.excerpt)
                } else {
                    guard let bytes = bytes(upTo: delimiter) else {
                        pending.append(mismatch(start))
                        return nil
                    }
                    arguments.append(bytes)
                }
            }
            return arguments
        }
        for k in 0..<definition.parameters {
            if k == 0, let fallback = definition.optional {
                arguments.append(rawOptional()?.excerpt ?? Excerpt(fallback))
            } else {
                guard let raw = rawArgument("an argument", from: start) else { return nil }
                arguments.append(raw.excerpt)
            }
        }
        return arguments
    }

    private mutating func mismatch(_ start: Int) -> ID {
        report(.missingArgument, at: range(from: start), "the use of \(sourceName(at: start)) does not match its definition")
    }

    private mutating func takeBytes(_ bytes: [UInt8]) -> Bool {
        for byte in bytes {
            guard peek() == byte, !isAtEnd else { return false }
            position += 1
        }
        return true
    }

    /// What stands before `delimiter` outside braces; the delimiter is taken.
    private mutating func bytes(upTo delimiter: [UInt8]) -> Excerpt? {
        var found = Excerpt()
        var depth = 0
        while true {
            let c = peek()
            if isAtEnd { return nil }
            if depth == 0, limit - position >= delimiter.count,
                text[position..<(position + delimiter.count)].elementsEqual(delimiter)
            {
                position += delimiter.count
                if found.first == UInt8(ascii: "{"), found.last == UInt8(ascii: "}"), Parser.isOneGroup(found) {
                    return Excerpt(found.dropFirst().dropLast())
                }
                return found
            }
            if c == UInt8(ascii: "{") { depth += 1 }
            if c == UInt8(ascii: "}") {
                depth -= 1
                if depth < 0 { return nil }
            }
            found.append(c, at: placed(position))
            position += 1
        }
    }

    private static func isOneGroup(_ bytes: Excerpt) -> Bool {
        var depth = 0
        for (k, c) in bytes.enumerated() {
            if c == UInt8(ascii: "{") { depth += 1 }
            if c == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0, k < bytes.count - 1 { return false }
        }
        return true
    }

    /// The body with `#1` … replaced. A space keeps a command's name apart from the letters of an argument.
    static func substitute(_ arguments: [Excerpt], into body: [UInt8]) -> Excerpt {
        var result = Excerpt()
        result.reserveCapacity(body.count)
        var i = 0
        while i < body.count {
            let c = body[i]
            guard c == UInt8(ascii: "#"), i + 1 < body.count else {
                result.append(c)
                i += 1
                continue
            }
            let next = body[i + 1]
            i += 2
            if next == UInt8(ascii: "#") {
                result.append(next)
                continue
            }
            let k = Int(next) - 0x31
            guard k >= 0, k < arguments.count else {
                result.append(contentsOf: [c, next])
                continue
            }
            if let first = arguments[k].first, (first | 0x20) &- 0x61 < 26, endsInCommand(result) { result.append(0x20) }
            result.append(contentsOf: arguments[k])
        }
        return result
    }

    private static func endsInCommand(_ bytes: Excerpt) -> Bool {
        var i = bytes.count
        while i > 0, (bytes[i - 1] | 0x20) &- 0x61 < 26 { i -= 1 }
        return i < bytes.count && i > 0 && bytes[i - 1] == UInt8(ascii: "\\")
    }
}
