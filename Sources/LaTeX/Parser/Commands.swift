import Source

extension Parser {
    /// The name that begins at `start` (after the backslash): letters, or one character.
    @inline(__always)
    func commandName(after start: Int) -> Range<Int> {
        var i = start
        while i < limit, (text[i] | 0x20) &- 0x61 < 26 { i += 1 }
        if i > start { return start..<i }
        if i < limit, text[i] == UInt8(ascii: "@") {
            // Names within packages (`\@firstoftwo`): an at sign begins them, so that `x\@ y` stays two tokens' worth.
            i += 1
            while i < limit, (text[i] | 0x20) &- 0x61 < 26 || text[i] == UInt8(ascii: "@") { i += 1 }
            return start..<i
        }
        guard start < limit else { return start..<start }
        return start..<(start + UTF8Decoder.scalar(in: text, at: start).length)
    }

    /// Takes `\name` when it comes next (spaces before it skipped).
    mutating func takeCommand(_ name: StaticString) -> Bool {
        skipSpaces()
        // Most often another command comes: its first letter tells.
        guard peek() == UInt8(ascii: "\\"), position + 1 < limit,
            name.withUTF8Buffer({ $0.first }) == text[position + 1]
        else { return false }
        let range = commandName(after: position + 1)
        guard range.count == name.utf8CodeUnitCount else { return false }
        let isSame = name.withUTF8Buffer { bytes in
            for i in 0..<bytes.count where text[range.lowerBound + i] != bytes[i] { return false }
            return true
        }
        if isSame { position = range.upperBound }
        return isSame
    }

    /// Whether `\name` comes next.
    mutating func isNext(_ name: StaticString) -> Bool {
        let saved = position
        guard takeCommand(name) else { return false }
        position = saved
        return true
    }

    /// Reads a command of a row. `false` when it closes the row and was left unread.
    mutating func parseCommand(in row: inout Row) -> Bool {
        let start = here
        let name = commandName(after: position + 1)
        if name.isEmpty {
            position += 1
            pending.append(report(.unknownCommand, at: range(from: start), "a backslash at the end of the formula"))
            return true
        }
        if !macros.definitions.isEmpty, expandMacro(name) { return true }
        guard let command = commands.find(text, name) else {
            position = name.upperBound
            if let name = markedPrimitive(name) {
                position = name.upperBound
                if let command = commands.find(text, name) { parse(command, from: start, in: &row) }
                return true
            }
            pending.append(unknownCommand(name, from: start))
            row.hasBase = true
            return true
        }
        switch command {
        case .symbol(let atom):
            position = name.upperBound
            pending.append(add(.atom(atom), range(from: start)))
            row.hasBase = true
        case .environment(let part):
            return parseEnvironmentToken(part, name: name, in: &row)
        case .delimiter(.right):
            return parseRight(name: name, in: &row)
        case .macro(.endGroup):
            if contexts.last?.kind == .beginGroup || isOpen(.beginGroup) { return false }
            position = name.upperBound
            pending.append(
                report(.unbalancedBrace, at: range(from: start), "\\endgroup without a \\begingroup before it"))
            row.hasBase = true
        case .text where text[name.lowerBound] == UInt8(ascii: ")") && isOpen(.parenthesis):
            return false
        case .expansion, .rewriting:
            _ = expandMacro(name)
        default:
            position = name.upperBound
            parse(command, from: start, in: &row)
        }
        return true
    }

    /// A command whose name was just read.
    private mutating func parse(_ command: Command, from start: Int, in row: inout Row) {
        switch command {
        case .fontSwitch(let font):
            closeSegment(&row)
            row.font = font
            row.hasSwitch = true
            return
        case .sizeSwitch(let size):
            closeSegment(&row)
            if case .scale = size { row.scale = size } else { row.style = size }
            row.hasSwitch = true
            return
        case .colour(.colourSwitch):
            let colour = parseColour(for: "\\color")
            closeSegment(&row)
            if let colour { row.colour = colour }
            row.hasSwitch = true
            return
        case .infix(let form):
            parseInfix(form, from: start, in: &row)
            return
        case .limits(let isLimits):
            parseLimits(isLimits, from: start, in: &row)
            return
        case .macro(let macro):
            parseMacroCommand(macro, from: start)
            return
        default:
            break
        }
        guard enter() else {
            pending.append(tooDeep(at: start))
            return
        }
        defer { leave() }
        row.hasBase = true
        if let node = parseFunction(command, from: start) { pending.append(node) }
    }

    /// A command that makes one node, wherever it stands. `nil` for those that make none.
    mutating func parseFunction(_ command: Command, from start: Int) -> ID? {
        switch command {
        case .symbol(let atom): add(.atom(atom), range(from: start))
        case .operatorName(let name, let limits): parseNamedOperator(name, limits: limits, from: start)
        case .operatorCommand(let form): parseOperator(form, from: start)
        case .accent(let accent): parseAccent(accent, from: start)
        case .fraction(let form): parseFraction(form, from: start)
        case .radical: parseRadical(from: start)
        case .font(let font): parseFont(font, from: start)
        case .text(let font): parseText(font, from: start)
        case .space(let em): add(.space(em: em), range(from: start))
        case .spaceCommand(let form): parseSpace(form, from: start)
        case .delimiter(let form): parseDelimiter(form, from: start)
        case .environment(let part): parseEnvironment(part, from: start)
        case .stack(let form): parseStack(form, from: start)
        case .arrow(let scalar): parseArrow(scalar, from: start)
        case .enclosure(let enclosure): parseEnclosure(enclosure, from: start)
        case .box(let form): parseBox(form, from: start)
        case .colour(let form): parseColour(form, from: start)
        case .atomClass(let atomClass): parseAtomClass(atomClass, from: start)
        case .note(let form): parseNote(form, from: start)
        case .letter(let form): parseLetter(form, from: start)
        case .braket(let form): parseBraket(form, from: start)
        case .html(let form): parseHTML(form, from: start)
        case .cell(let form): parseCell(form, from: start)
        case .fontSwitch, .sizeSwitch, .infix, .limits, .macro, .expansion, .rewriting: nil
        }
    }

    /// The name of the built-in behind `\let`'s mark: never a macro.
    private func markedPrimitive(_ mark: Range<Int>) -> Range<Int>? {
        guard !frames.isEmpty, text[mark.lowerBound] == Parser.primitiveMark else { return nil }
        let name = commandName(after: mark.upperBound)
        return commands.find(text, name) == nil ? nil : name
    }

    /// An unknown command: an error with the nearest known name.
    mutating func unknownCommand(_ name: Range<Int>, from start: Int) -> ID {
        let written = String(decoding: text[name], as: UTF8.self)
        var help: String?
        if suggestions < 20 {
            suggestions += 1
            help = nearestCommand(to: text[name]).map { "did you mean \\\($0)?" }
        }
        return report(.unknownCommand, at: range(from: start), "\\\(written) is not a command", help: help)
    }
}
