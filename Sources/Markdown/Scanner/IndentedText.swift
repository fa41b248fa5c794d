import Source

/// Indented lines: CommonMark calls them code, authors of notes often mean a paragraph.
extension BlockScanner {
    /// The line at `line` is indented by four columns or more, `cursor` stands behind its containers. Prose and
    /// mathematics lose their indentation in what CommonMark is shown.
    mutating func indented(_ line: Int, _ cursor: LineCursor, _ next: Int) -> LineKind {
        if !dialect.contains(.indentedProse) {
            startCode()
            return .other
        }
        if line >= state.indentedUntil {
            let chunk = indentedChunk(line, cursor, next)
            state.indentedUntil = chunk.end
            state.indentedIsProse = chunk.isProse
        }
        guard state.indentedIsProse else {
            startCode()
            return .other
        }
        // What is left of a tab that the containers consumed in part has to keep standing for them.
        let rest = [UInt8](repeating: Byte.space, count: cursor.tabConsumed)
        scan.edits.append(.init(start: cursor.position, end: next, replacement: .bytes(rest)))
        startParagraph()
        return .paragraphStart(content: next)
    }

    private mutating func startCode() {
        state.leaf = .indented
        markContent()
    }

    private mutating func startParagraph() {
        state.leaf = .paragraph
        markContent()
    }

    private mutating func markContent() {
        if !state.containers.isEmpty { state.containers[state.containers.count - 1].hasContent = true }
    }

    /// The indented lines from `line` on and what they hold.
    private func indentedChunk(_ line: Int, _ cursor: LineCursor, _ next: Int) -> (end: Int, isProse: Bool) {
        var nature = IndentedNature()
        nature.add(bytes[next..<cursor.end])
        var end = line + 1
        while end < lines.count {
            let (cursor, matched) = matchContainers(end, state.containers)
            let (indent, first) = cursor.indentation(bytes)
            if first < cursor.end {
                guard matched == state.containers.count, indent >= 4 else { break }
                nature.add(bytes[first..<cursor.end])
            } else if matched < state.containers.count {
                break
            }
            end += 1
        }
        return (end, nature.isProse)
    }
}

/// Tells prose from code by their lines.
struct IndentedNature {
    private var lines = 0
    private var proseLines = 0
    private var codeLines = 0
    private var startsWithMathematics = false

    mutating func add(_ line: ArraySlice<UInt8>) {
        if lines == 0 { startsWithMathematics = line.starts(with: [Byte.dollar, Byte.dollar]) }
        lines += 1
        var wide = 0
        var letters = 0
        var blanks = 0
        var marks = 0
        var inMathematics = false
        for byte in line {
            if byte == Byte.dollar { inMathematics.toggle() }
            if inMathematics { continue }
            switch byte {
            case 0x80...: wide += byte & 0xC0 == 0x80 ? 0 : 1
            case Byte.space: blanks += 1
            case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"), UInt8(ascii: "<"),
                UInt8(ascii: ">"), UInt8(ascii: "|"), Byte.backtick, UInt8(ascii: "_"), Byte.backslash, Byte.tab:
                marks += 1
            default: letters += Byte.isLetter(byte) ? 1 : 0
            }
        }
        let last = line.last ?? 0
        let ends = last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
        let isChinese = wide > 0 && wide * 2 >= letters && marks <= 2
        let isEnglish = wide == 0 && blanks >= 5 && letters >= 4 * blanks / 2 && marks == 0 && ends
        if isChinese || isEnglish {
            proseLines += 1
        } else {
            codeLines += 1
        }
    }

    /// Only when no line looks like code.
    var isProse: Bool { startsWithMathematics || (proseLines > 0 && codeLines == 0) }
}
