import Source

enum DelimiterCommand: Sendable, Equatable {
    case left, right, middle
    /// `\big` 1 to `\Bigg` 4, and the class that `\bigl`, `\bigm`, `\bigr` give.
    case sized(Int, MathTree.AtomClass)
}

extension CommandTable {
    static let delimiters: [(String, Command)] = [
        ("left", .delimiter(.left)), ("right", .delimiter(.right)), ("middle", .delimiter(.middle)),
        ("big", .delimiter(.sized(1, .ordinary))), ("Big", .delimiter(.sized(2, .ordinary))),
        ("bigg", .delimiter(.sized(3, .ordinary))), ("Bigg", .delimiter(.sized(4, .ordinary))),
        ("bigl", .delimiter(.sized(1, .open))), ("Bigl", .delimiter(.sized(2, .open))),
        ("biggl", .delimiter(.sized(3, .open))), ("Biggl", .delimiter(.sized(4, .open))),
        ("bigm", .delimiter(.sized(1, .relation))), ("Bigm", .delimiter(.sized(2, .relation))),
        ("biggm", .delimiter(.sized(3, .relation))), ("Biggm", .delimiter(.sized(4, .relation))),
        ("bigr", .delimiter(.sized(1, .close))), ("Bigr", .delimiter(.sized(2, .close))),
        ("biggr", .delimiter(.sized(3, .close))), ("Biggr", .delimiter(.sized(4, .close))),
    ]
}

extension Parser {
    mutating func parseDelimiter(_ form: DelimiterCommand, from start: Int) -> ID? {
        switch form {
        case .left:
            return parseLeft(from: start)
        case .middle:
            let command = range(from: start)
            let scalar = parseDelimiterToken(from: start)
            guard isOpen(.left) else {
                return report(
                    .unbalancedDelimiter, at: command, "\\middle outside \\left … \\right", help: "use \\mid or \\big|")
            }
            guard let scalar else { return nil }
            return scalar == 0 ? nil : add(.atom(MathTree.Atom(scalar, .middle)), range(from: start))
        case .sized(let size, let atomClass):
            guard let scalar = parseDelimiterToken(from: start) else { return nil }
            guard scalar != 0 else { return nil }
            var kind = atomClass
            if kind == .ordinary {
                // `\big(` keeps the bracket's own class: pairs are found by it.
                let own = SymbolTable.shared.atom(typed: scalar).atomClass
                if own == .open || own == .close { kind = own }
            }
            let atom = add(.atom(MathTree.Atom(scalar, kind)), range(from: start))
            return add(.sized(.delimiter(size), body: atom), range(from: start))
        case .right:
            return nil
        }
    }

    private mutating func parseLeft(from start: Int) -> ID {
        let open = parseDelimiterToken(from: start) ?? 0
        let opening = range(from: start)
        let body = parseRow(Context(kind: .left, opening: opening))
        if isNext("right") {
            let rightStart = here
            _ = takeCommand("right")
            let close = parseDelimiterToken(from: rightStart) ?? 0
            return add(.fenced(open: open, body: unwrapped(body), close: close), range(from: start))
        }
        let fenced = add(.fenced(open: open, body: unwrapped(body), close: 0), ByteRange(start, max(start, end)))
        return closedWithFault(
            fenced, opening, .unbalancedDelimiter, "expected \\right \(beforeWhat())", "this \\left is never closed")
    }

    /// `\right` in a row: `false` when it closes the row.
    mutating func parseRight(name: Range<Int>, in row: inout Row) -> Bool {
        if contexts.last?.kind == .left || isOpen(.left) { return false }
        let start = here
        position = name.upperBound
        let command = range(from: start)
        let scalar = parseDelimiterToken(from: start)
        pending.append(
            report(
                .unbalancedDelimiter, at: command, "\\right without a \\left before it",
                help: "\\left. opens without a sign"))
        if let scalar, scalar != 0 {
            pending.append(add(.atom(MathTree.Atom(scalar, .close)), range(from: start)))
        }
        row.hasBase = true
        return true
    }

    /// A delimiter: its scalar, 0 for `.`, `nil` with an error pending when what comes is none.
    mutating func parseDelimiterToken(from start: Int) -> UInt32? {
        skipSpaces()
        let tokenStart = here
        let c = peek()
        if c == UInt8(ascii: "\\") {
            let name = commandName(after: position + 1)
            if expandMacro(name) { return parseDelimiterToken(from: start) }
            if case .symbol(let atom)? = commands.find(text, name) {
                // \mid and \parallel are relations, of the same look.
                let isBar = atom.scalar == 0x2223 || atom.scalar == 0x2225
                let scalar = atom.scalar == 0x3C ? 0x27E8 : atom.scalar == 0x3E ? 0x27E9 : atom.scalar
                if Parser.isDelimiter(scalar), !isBar {
                    position = name.upperBound
                    return scalar
                }
            }
            if let command = commands.find(text, name), command.closesRow || name.isEmpty {
                pending.append(missingDelimiter(from: start))
                return nil
            }
            position = name.upperBound
            let written = String(decoding: text[name], as: UTF8.self)
            pending.append(
                report(
                    .badArgument, at: range(from: tokenStart), "\\\(written) is not a delimiter",
                    help: "a bracket, a bar, an arrow, or . for none"))
            return nil
        }
        if c == 0 || c == UInt8(ascii: "}") || c == UInt8(ascii: "&") || c == UInt8(ascii: "$") {
            pending.append(missingDelimiter(from: start))
            return nil
        }
        if c == UInt8(ascii: "{") {
            // `\left{` is meant as `\left\{`: the group is still read.
            pending.append(
                report(
                    .badArgument, at: ByteRange(tokenStart, tokenStart + 1), "{ is not a delimiter", help: "write \\{"))
            return nil
        }
        let (typed, length) = UTF8Decoder.scalar(in: text, at: position)
        let scalar = SymbolTable.folded(typed)
        position += length
        switch scalar {
        case 0x2E: return 0
        case 0x3C: return 0x27E8
        case 0x3E: return 0x27E9
        default: break
        }
        if Parser.isDelimiter(scalar) { return scalar }
        pending.append(
            report(
                .badArgument, at: range(from: tokenStart),
                "\(String(decoding: text[(position - length)..<position], as: UTF8.self)) is not a delimiter",
                help: "a bracket, a bar, an arrow, or . for none"))
        return nil
    }

    private mutating func missingDelimiter(from start: Int) -> ID {
        report(
            .missingArgument, at: .empty(at: isAtEnd ? sourceCount : here),
            "expected a delimiter after \(sourceName(at: start)) \(beforeWhat())")
    }

    static func isDelimiter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x7C, 0x2F, 0x5C, 0x2016, 0x2223, 0x2225, 0x27E8, 0x27E9, 0x2308...0x230B,
            0x27E6, 0x27E7, 0x2983, 0x2984, 0x23B0, 0x23B1, 0x27EE, 0x27EF, 0x231C...0x231F, 0x2191, 0x2193, 0x2195,
            0x21D1, 0x21D3, 0x21D5, 0x27EA...0x27ED, 0x2772, 0x2773, 0x2985...0x2998, 0x29D8...0x29DB, 0x29FC, 0x29FD, 0x23AA,
            0x23D0:
            true
        default: false
        }
    }
}
