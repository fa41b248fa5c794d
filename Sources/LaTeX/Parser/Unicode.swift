import Source

extension Parser {
    /// A character beyond ASCII in math mode.
    mutating func parseHigh(_ row: inout Row) {
        let start = here
        let (scalar, length) = UTF8Decoder.scalar(in: text, at: position)
        if let isSup = unicodeScript() {
            _ = isSup
            let base = row.hasBase && pending.count > row.segment ? pending.removeLast() : emptyRow(at: start)
            pending.append(parseScripts(base: base))
            row.hasBase = true
            return
        }
        if Parser.isInvisible(scalar) {
            position += length
            warn(.strayCharacter, at: range(from: start), "an invisible character (\(Parser.name(of: scalar)))",
                help: "delete it")
            return
        }
        if Parser.isSpace(scalar) {
            position += length
            return
        }
        if Parser.isWordCharacter(scalar) {
            parseWord(from: start)
            row.hasBase = true
            return
        }
        position += length
        if (0x300...0x36F).contains(scalar) || scalar == 0x20D7, row.hasBase, let base = pending.last, pending.count > row.segment,
            tree[base].range.upper == start
        {
            pending[pending.count - 1] = marked(base, with: scalar, range(from: start))
            return
        }
        pending.append(unicodeAtom(scalar, range(from: start)))
        row.hasBase = true
    }

    /// A letter and the combining mark typed after it: an accent, or a struck sign.
    private mutating func marked(_ base: ID, with mark: UInt32, _ range: ByteRange) -> ID {
        let whole = tree[base].range.union(range)
        if mark == 0x338 {
            if case .atom(let atom) = tree[base].kind, let negated = Negations.table[atom.scalar] {
                return add(.atom(MathTree.Atom(negated, .relation)), whole)
            }
            return add(.enclosed(.cancel, body: base), whole)
        }
        let accent: MathTree.Accent? = mark == 0x20D7 ? .vec : mark == 0x332 ? .underline : LetterCommand.accent(mark)
        if let accent { return add(.accent(accent, base: base), whole) }
        // A cedilla changes nothing that is drawn; the others have no place on a letter of mathematics.
        if mark == 0x327 { return base }
        return report(
            .badArgument, at: range, "a combining mark (\(Parser.name(of: mark))) that no accent of mathematics has",
            help: "write the letter as one character, or in \\text{…}")
    }

    /// A run of Han, kana, hangul and their punctuation: words.
    private mutating func parseWord(from start: Int) {
        var i = position
        while i < limit {
            let (scalar, length) = UTF8Decoder.scalar(in: text, at: i)
            guard Parser.isWordCharacter(scalar) else { break }
            i += length
        }
        let words = String(decoding: text[position..<i], as: UTF8.self)
        position = i
        pending.append(add(.text(text: add(text: words), font: .normal), range(from: start)))
    }

    /// The node of one character beyond ASCII.
    mutating func unicodeAtom(_ scalar: UInt32, _ range: ByteRange) -> ID {
        if scalar == 0xFFFD {
            warn(.strayCharacter, at: range, "a character that could not be read")
        }
        if Parser.isWordCharacter(scalar) || Parser.isInvisible(scalar) {
            var buffer = ByteBuffer()
            if !Parser.isInvisible(scalar) { buffer.append(scalar: scalar) }
            return add(.text(text: add(text: buffer.string), font: .normal), range)
        }
        if let letter = MathematicalLetters.plain(scalar) {
            let atom = add(.atom(MathTree.Atom(letter.scalar, .ordinary)), range)
            return add(.styled(letter.font, body: atom), range)
        }
        let folded = SymbolTable.folded(scalar)
        if folded &- 0x30 < 10 {
            return add(.number(text: add(text: String(decoding: [UInt8(truncatingIfNeeded: folded)], as: UTF8.self))), range)
        }
        if folded == 0x26 || folded == 0x5C || folded == 0x7B || folded == 0x7D {
            // A full-width brace or backslash is a sign, not syntax.
            let atomClass: MathTree.AtomClass = folded == 0x7B ? .open : folded == 0x7D ? .close : .ordinary
            return add(.atom(MathTree.Atom(folded, atomClass)), range)
        }
        return add(.atom(SymbolTable.shared.atom(typed: scalar)), range)
    }

    static func isSpace(_ scalar: UInt32) -> Bool {
        scalar == 0xA0 || scalar == 0x3000 || scalar == 0x202F || scalar == 0x205F || (0x2000...0x200A).contains(scalar)
            || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x85
    }

    /// Zero-width and control characters: nobody typed them on purpose.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F:
            true
        default: false
        }
    }

    static func isWordCharacter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80...0x2FDF, 0x3001...0x3002, 0x3005...0x3007, 0x300A...0x3020, 0x3031...0x303F, 0x3040...0x30FA,
            0x30FC...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
            0xFF61...0xFFDC, 0x1F300...0x1FAFF, 0x20000...0x3FFFF, 0x201C...0x201D, 0x1100...0x11FF:
            true
        default: false
        }
    }

    static func name(of scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// 𝐱, 𝔸, ℝ typed as themselves: the letter and its font.
enum MathematicalLetters {
    static func plain(_ scalar: UInt32) -> (scalar: UInt32, font: MathTree.Font)? {
        switch scalar {
        case 0x1D400...0x1D6A3: alphabet(scalar)
        case 0x2102: (0x43, .blackboard)
        case 0x210D: (0x48, .blackboard)
        case 0x2115: (0x4E, .blackboard)
        case 0x2119: (0x50, .blackboard)
        case 0x211A: (0x51, .blackboard)
        case 0x211D: (0x52, .blackboard)
        case 0x2124: (0x5A, .blackboard)
        case 0x210B: (0x48, .script)
        case 0x2112: (0x4C, .script)
        case 0x2110: (0x49, .script)
        case 0x211B: (0x52, .script)
        case 0x212C: (0x42, .script)
        case 0x2130: (0x45, .script)
        case 0x2131: (0x46, .script)
        case 0x2133: (0x4D, .script)
        case 0x212D: (0x43, .fraktur)
        case 0x210C: (0x48, .fraktur)
        case 0x2128: (0x5A, .fraktur)
        default: nil
        }
    }

    private static func alphabet(_ scalar: UInt32) -> (scalar: UInt32, font: MathTree.Font)? {
        let fonts: [MathTree.Font] = [
            .bold, .italic, .boldItalic, .script, .script, .fraktur, .blackboard, .fraktur, .sansSerif, .sansSerif,
            .sansSerif, .sansSerif, .typewriter,
        ]
        let offset = scalar - 0x1D400
        let font = Int(offset / 52)
        guard font < fonts.count else { return nil }
        let letter = offset % 52
        return (letter < 26 ? 0x41 + letter : 0x61 + letter - 26, fonts[font])
    }
}
