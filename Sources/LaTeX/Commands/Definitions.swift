import Source

/// What an author defines: commands, operators, environments, and TeX's `\def` and `\let`.
extension Parser {
    /// The control sequence that a definition names, without its backslash; `nil` with an error pending.
    mutating func definedName(from start: Int) -> String? {
        skipSpaces()
        let place = here
        guard let raw = rawArgument("a command", from: start) else { return nil }
        let bytes = raw.bytes.filter { $0 != 0x20 && $0 != 0x0A }
        let isWord = bytes.count > 1 && bytes.dropFirst().allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
        let isSign = bytes.count > 1 && UTF8Decoder.scalar(in: bytes, at: 1).length == bytes.count - 1
        guard bytes.first == UInt8(ascii: "\\"), isWord || isSign else {
            pending.append(
                report(
                    .badArgument, at: raw.range.isEmpty ? ByteRange(place, end) : raw.range,
                    "expected a command such as \\name after \(sourceName(at: start))"))
            return nil
        }
        return String(decoding: bytes.dropFirst(), as: UTF8.self)
    }

    mutating func parseNewCommand(_ form: MacroCommand, from start: Int) {
        if peek() == UInt8(ascii: "*") { position += 1 }
        let nameStart = here
        guard let name = definedName(from: start) else { return }
        let place = ByteRange(nameStart, max(nameStart, end))
        var definition = Macros.Definition(body: [])
        if let count = rawOptional() {
            guard let n = Int(String(decoding: count.bytes.filter { $0 != 0x20 }, as: UTF8.self)), (0...99).contains(n)
            else {
                pending.append(report(.badArgument, at: count.range, "a command has 0 to 9 arguments"))
                return
            }
            if n > 9 { warn(.badArgument, at: count.range, "a command has at most 9 arguments in LaTeX") }
            definition.parameters = n
            if n > 0, let fallback = rawOptional() { definition.optional = fallback.bytes }
        }
        guard let body = rawArgument("the definition", from: start) else { return }
        definition.body = body.bytes
        let builtIn = commands.find(Array(name.utf8), 0..<name.utf8.count)
        let exists = macros.definitions[name] != nil
            || builtIn.map { !$0.isPackages } == true && !CommandTable.replaceable.contains(name)
        switch form {
        case .newCommand where exists:
            pending.append(
                report(
                    .badArgument, at: place, "\\\(name) is defined already", help: "use \\renewcommand to replace it"))
        case .renewCommand where !exists && builtIn == nil && name != "arraystretch" && name != "jot":
            pending.append(
                report(.badArgument, at: place, "\\\(name) is not defined yet", help: "use \\newcommand"))
        case .provideCommand where exists:
            return
        default:
            break
        }
        define(name, definition, isGlobal: false)
    }

    mutating func parseDef(isGlobal: Bool, isExpanded: Bool = false, from start: Int) {
        guard isBare(from: start), let name = definedName(from: start) else { return }
        var definition = Macros.Definition(body: [])
        var pattern: [UInt8] = []
        let patternStart = here
        while true {
            let c = peek()
            if isAtEnd || c == UInt8(ascii: "{") || c == UInt8(ascii: "}") { break }
            pattern.append(c)
            position += 1
        }
        // `#1#2`: parameters in order; what stands between them must stand in a use.
        var pieces: [[UInt8]] = [[]]
        var i = 0
        while i < pattern.count {
            if pattern[i] == UInt8(ascii: "#"), i + 1 == pattern.count, peek() == UInt8(ascii: "{") {
                // `#{`: the argument ends before a brace, which the use keeps.
                pieces[pieces.count - 1].append(UInt8(ascii: "{"))
                i += 1
            } else if pattern[i] == UInt8(ascii: "#") {
                guard i + 1 < pattern.count, pattern[i + 1] == 0x30 + UInt8(truncatingIfNeeded: pieces.count), pieces.count < 10 else {
                    pending.append(
                        report(
                            .badArgument, at: ByteRange(patternStart, max(patternStart, end)),
                            "the arguments of a definition are #1#2…"))
                    _ = rawArgument("the definition", from: start)
                    return
                }
                pieces.append([])
                i += 2
            } else {
                pieces[pieces.count - 1].append(pattern[i])
                i += 1
            }
        }
        definition.parameters = pieces.count - 1
        if pieces.contains(where: { $0.contains { $0 != 0x20 && $0 != 0x0A } }) { definition.delimiters = pieces }
        guard peek() == UInt8(ascii: "{"), let body = rawArgument("the definition", from: start) else {
            if peek() != UInt8(ascii: "{") {
                pending.append(
                    report(.missingArgument, at: .empty(at: isAtEnd ? sourceCount : here), "expected the definition in braces"))
            }
            return
        }
        definition.body = body.bytes
        if pieces.last?.last == UInt8(ascii: "{") { definition.body.append(UInt8(ascii: "{")) }
        if isExpanded, let range = unknownCommand(in: body.bytes) {
            pending.append(
                report(
                    .unknownCommand, at: body.range,
                    "\\\(String(decoding: body.bytes[range], as: UTF8.self)) is not a command"))
        }
        define(name, definition, isGlobal: isGlobal)
    }

    /// TeX's own definitions take the name without braces; `false` with an error pending.
    private mutating func isBare(from start: Int) -> Bool {
        skipSpaces()
        guard peek() == UInt8(ascii: "{") else { return true }
        let place = here
        _ = rawArgument("a command", from: start)
        pending.append(
            report(
                .badArgument, at: ByteRange(place, max(place, end)),
                "\(sourceName(at: start)) takes the name without braces", help: "write \(sourceName(at: start))\\name"))
        return false
    }

    /// The name of a command in `bytes` that has no meaning now (what `\edef` would expand).
    private func unknownCommand(in bytes: [UInt8]) -> Range<Int>? {
        var i = 0
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count else {
                i += 1
                continue
            }
            var last = i + 1
            while last < bytes.count, (bytes[last] | 0x20) &- 0x61 < 26 { last += 1 }
            if last > i + 1, commands.find(bytes, (i + 1)..<last) == nil,
                macros.definitions[String(decoding: bytes[(i + 1)..<last], as: UTF8.self)] == nil
            {
                return (i + 1)..<last
            }
            i = max(last, i + 2)
        }
        return nil
    }

    mutating func parseLet(isGlobal: Bool, from start: Int) {
        guard isBare(from: start), let name = definedName(from: start) else { return }
        skipSpaces()
        if peek() == UInt8(ascii: "=") {
            position += 1
            if peek() == 0x20 { position += 1 }
        }
        guard let meaning = rawToken() else {
            pending.append(report(.missingArgument, at: .empty(at: sourceCount), "expected what \\\(name) is to mean"))
            return
        }
        define(name, self.meaning(of: meaning.bytes), isGlobal: isGlobal)
    }

    mutating func parseFutureLet(from start: Int) {
        guard let name = definedName(from: start) else { return }
        guard let first = rawToken(), let second = rawToken() else {
            pending.append(report(.missingArgument, at: .empty(at: sourceCount), "expected two tokens after \\futurelet"))
            return
        }
        define(name, meaning(of: second.bytes), isGlobal: false)
        push(latex(first, second), use: range(from: start))
    }

    /// What a token means now, as a definition.
    private func meaning(of token: [UInt8]) -> Macros.Definition {
        if token.first == UInt8(ascii: "\\") {
            let name = String(decoding: token.dropFirst(), as: UTF8.self)
            if let definition = macros.definitions[name] { return definition }
            // The mark keeps a later definition of that name out.
            return Macros.Definition(body: [UInt8(ascii: "\\"), Parser.primitiveMark] + token.dropFirst())
        }
        return Macros.Definition(body: token)
    }

    mutating func parseDeclareOperator(from start: Int) {
        var star = ""
        if peek() == UInt8(ascii: "*") {
            position += 1
            star = "*"
        }
        guard let name = definedName(from: start), let body = rawArgument("the operator's name", from: start) else { return }
        define(
            name, Macros.Definition(body: Array("\\operatorname\(star){".utf8) + body.bytes + [UInt8(ascii: "}")]),
            isGlobal: false)
    }

    /// `\newenvironment{name}[n][default]{begin}{end}`, kept under the names `begin{name}` and `end{name}`, which no
    /// command has.
    mutating func parseNewEnvironment(from start: Int) {
        _ = takeStar()
        guard let name = rawArgument("the environment's name", from: start) else { return }
        var begin = Macros.Definition(body: [])
        if let count = rawOptional() {
            guard let n = Int(String(decoding: count.bytes.filter { $0 != 0x20 }, as: UTF8.self)), (0...9).contains(n) else {
                pending.append(report(.badArgument, at: count.range, "an environment has 0 to 9 arguments"))
                return
            }
            begin.parameters = n
            if n > 0, let fallback = rawOptional() { begin.optional = fallback.bytes }
        }
        guard let opening = rawArgument("the beginning", from: start), let closing = rawArgument("the end", from: start)
        else { return }
        begin.body = opening.bytes
        let word = String(decoding: name.bytes, as: UTF8.self)
        define("begin{\(word)}", begin, isGlobal: false)
        define("end{\(word)}", Macros.Definition(body: closing.bytes), isGlobal: false)
    }

    mutating func parsePrefixed(isGlobal: Bool, from start: Int) {
        skipSpaces()
        if takeCommand("def") || takeCommand("edef") {
            parseDef(isGlobal: isGlobal, from: start)
        } else if takeCommand("gdef") || takeCommand("xdef") {
            parseDef(isGlobal: true, from: start)
        } else if takeCommand("let") {
            parseLet(isGlobal: isGlobal, from: start)
        } else if takeCommand("global") {
            parsePrefixed(isGlobal: true, from: start)
        } else if takeCommand("long") {
            parsePrefixed(isGlobal: isGlobal, from: start)
        } else if peek() == UInt8(ascii: "\\"), !macros.definitions.isEmpty, expandMacro(commandName(after: position + 1)), enter() {
            defer { leave() }
            parsePrefixed(isGlobal: isGlobal, from: start)
        } else {
            pending.append(
                report(
                    .badArgument, at: range(from: start), "expected a definition after \(sourceName(at: start))",
                    help: "\\def, \\gdef or \\let"))
        }
    }

    mutating func define(_ name: String, _ definition: Macros.Definition, isGlobal: Bool) {
        let isLocal = contexts.count > 1 && !isGlobal
        if isLocal {
            savedDefinitions.append((name, macros.definitions[name]))
        } else {
            definitions.definitions[name] = definition
        }
        macros.definitions[name] = definition
    }

    /// Undoes the definitions of a group that ends.
    mutating func restoreDefinitions(to count: Int) {
        while savedDefinitions.count > count, let saved = savedDefinitions.popLast() {
            macros.definitions[saved.name] = saved.meaning
        }
    }
}
