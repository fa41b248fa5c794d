import Source

/// Cuts Python into tokens, one at a time, by the rules of CPython 3.11: the same tokens, the same faults.
///
/// Lines end at LF, CRLF or CR; a missing newline at the end is supplied.
struct Tokenizer {
    let bytes: [UInt8]
    private(set) var cursor = 0
    private(set) var line: Int32 = 1
    private var lineStart = 0
    private var isAtLineStart = true
    private var pendingIndents = 0
    /// Columns of open indentation, tabs to multiples of 8 and tabs as 1: they must agree.
    private var indents: [(column: Int, alternate: Int)] = [(0, 0)]
    private(set) var brackets: [(byte: UInt8, offset: Int, line: Int32)] = []
    private var hasEndedLine = true
    private let maximumBrackets: Int
    private let maximumIndents: Int

    init(_ bytes: [UInt8], start: Int = 0, limits: Limits) {
        self.bytes = bytes
        cursor = start
        lineStart = start
        maximumBrackets = limits.pythonBrackets
        maximumIndents = limits.pythonIndents
    }

    /// 0 at the end.
    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    private func isNewline(_ offset: Int) -> Bool {
        offset < bytes.count && (bytes[offset] == 0x0A || bytes[offset] == 0x0D)
    }

    /// Steps over the newline at the cursor.
    private mutating func passNewline() {
        if byte(cursor) == 0x0D, byte(cursor + 1) == 0x0A { cursor += 1 }
        cursor += 1
        line += 1
        lineStart = cursor
    }

    private func lexical(_ message: String, at offset: Int? = nil, to end: Int? = nil) -> SyntaxFault {
        // The default place is the last character read.
        var start = offset ?? max(lineStart, cursor - 1)
        if offset == nil { while start > lineStart, byte(start) & 0xC0 == 0x80 { start -= 1 } }
        return SyntaxFault(message, start, end ?? max(start, cursor), isLexical: true)
    }

    /// A fault that counts only when the parser gets there.
    private func noted(_ message: String, _ start: Int, _ end: Int, kind: SyntaxFault.Kind = .syntax) -> SyntaxFault {
        var fault = SyntaxFault(message, start, end, kind: kind, isLexical: true)
        fault.isNoted = true
        return fault
    }

    /// The innermost bracket still open, as a fault.
    var unclosedBracket: SyntaxFault? {
        guard let open = brackets.last else { return nil }
        let sign = Character(Unicode.Scalar(open.byte))
        return SyntaxFault("'\(sign)' was never closed", open.offset, open.offset + 1, isLexical: true)
    }

    mutating func next() throws(SyntaxFault) -> Token {
        if isAtLineStart {
            isAtLineStart = false
            try readIndentation()
        }
        if pendingIndents != 0 {
            let isIndent = pendingIndents > 0
            pendingIndents += isIndent ? -1 : 1
            return Token(
                kind: isIndent ? .indent : .dedent, start: Int32(isIndent ? lineStart : cursor), end: Int32(cursor),
                line: line, level: 0)
        }
        while true {
            while byte(cursor) == 0x20 || byte(cursor) == 0x09 || byte(cursor) == 0x0C { cursor += 1 }
            let lineTail = cursor
            if byte(cursor) == UInt8(ascii: "#") {
                while cursor < bytes.count, !isNewline(cursor) { cursor += 1 }
            }
            if cursor >= bytes.count {
                if let unclosed = unclosedBracket { throw unclosed }
                if !hasEndedLine {
                    hasEndedLine = true
                    isAtLineStart = true
                    let token = make(.newline, from: lineTail)
                    line += 1
                    lineStart = cursor
                    return token
                }
                return make(.endMarker, from: cursor)
            }
            if isNewline(cursor) {
                if !brackets.isEmpty {
                    passNewline()
                    continue
                }
                let token = Token(
                    kind: .newline, start: Int32(lineTail), end: Int32(cursor + 1), line: line, level: 0)
                passNewline()
                isAtLineStart = true
                hasEndedLine = true
                return token
            }
            if byte(cursor) == UInt8(ascii: "\\") {
                try continueLine()
                continue
            }
            hasEndedLine = false
            return try scan()
        }
    }

    private func make(_ kind: TokenKind, from start: Int, line: Int32? = nil) -> Token {
        Token(
            kind: kind, start: Int32(start), end: Int32(cursor), line: line ?? self.line,
            level: Int32(brackets.count))
    }

    /// Steps over `\` and its newline.
    private mutating func continueLine() throws(SyntaxFault) {
        cursor += 1
        guard isNewline(cursor) else {
            if cursor >= bytes.count {
                throw noted("unexpected EOF while parsing", cursor, cursor)
            }
            throw noted("unexpected character after line continuation character", cursor, cursor + 1)
        }
        passNewline()
        if cursor >= bytes.count {
            throw noted("unexpected EOF while parsing", cursor, cursor)
        }
    }

    /// Reads the blanks before a statement; blank and comment lines count for nothing.
    private mutating func readIndentation() throws(SyntaxFault) {
        while true {
            var column = 0
            var alternate = 0
            var continued: (Int, Int)?
            blanks: while true {
                switch byte(cursor) {
                case " ":
                    column += 1
                    alternate += 1
                case "\t":
                    column = (column / 8 + 1) * 8
                    alternate += 1
                case "\u{0C}":
                    column = 0
                    alternate = 0
                case "\\":
                    continued = continued ?? (column, alternate)
                    try continueLine()
                    continue blanks
                default: break blanks
                }
                cursor += 1
            }
            if byte(cursor) == UInt8(ascii: "#") || isNewline(cursor) {
                while cursor < bytes.count, !isNewline(cursor) { cursor += 1 }
                if cursor < bytes.count {
                    passNewline()
                    continue
                }
                column = 0
                alternate = 0
            } else if cursor >= bytes.count {
                column = 0
                alternate = 0
            } else if let continued {
                (column, alternate) = continued
            }
            try open(column: column, alternate: alternate)
            return
        }
    }

    private mutating func open(column: Int, alternate: Int) throws(SyntaxFault) {
        let current = indents[indents.count - 1]
        if column == current.column {
            if alternate != current.alternate { throw tabFault() }
        } else if column > current.column {
            if indents.count >= maximumIndents {
                throw noted("too many levels of indentation", lineStart, endOfLine, kind: .indentation)
            }
            if alternate <= current.alternate { throw tabFault() }
            pendingIndents += 1
            indents.append((column, alternate))
        } else {
            while indents.count > 1, column < indents[indents.count - 1].column {
                pendingIndents -= 1
                indents.removeLast()
            }
            let reached = indents[indents.count - 1]
            if column != reached.column {
                throw noted(
                    "unindent does not match any outer indentation level", endOfLine, endOfLine, kind: .indentation)
            }
            if alternate != reached.alternate { throw tabFault() }
        }
    }

    private func tabFault() -> SyntaxFault {
        noted("inconsistent use of tabs and spaces in indentation", lineStart, endOfLine, kind: .tab)
    }

    private var endOfLine: Int {
        var end = cursor
        while end < bytes.count, !isNewline(end) { end += 1 }
        return end
    }

    private mutating func scan() throws(SyntaxFault) -> Token {
        let start = cursor
        let first = bytes[cursor]
        if Self.continuesName(first), !Self.isDigit(first) { return try scanName() }
        if Self.isDigit(first) || first == UInt8(ascii: ".") && Self.isDigit(byte(cursor + 1)) {
            try scanNumber()
            return make(.number, from: start)
        }
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") { return try scanString(from: start) }
        if first < 0x20 || first == 0x7F {
            cursor += 1
            throw lexical("invalid non-printable character U+\(Self.hexadecimal(UInt32(first)))")
        }
        let (kind, length) = TokenKind.operation(first, byte(cursor + 1), byte(cursor + 2))
        cursor += length
        switch kind {
        case .leftParenthesis, .leftBracket, .leftBrace:
            if brackets.count >= maximumBrackets { throw lexical("too many nested parentheses") }
            brackets.append((first, start, line))
        case .rightParenthesis, .rightBracket, .rightBrace:
            let sign = Character(Unicode.Scalar(first))
            guard let open = brackets.popLast() else { throw lexical("unmatched '\(sign)'") }
            let fits: UInt8 = open.byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : open.byte + 2
            if fits != first {
                let place = open.line == line ? "" : " on line \(open.line)"
                throw lexical(
                    "closing parenthesis '\(sign)' does not match opening parenthesis "
                        + "'\(Character(Unicode.Scalar(open.byte)))'\(place)")
            }
        default: break
        }
        return make(kind, from: start)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func continuesName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private mutating func scanName() throws(SyntaxFault) -> Token {
        let start = cursor
        var sawB = false, sawU = false, sawR = false, sawF = false
        prefix: while true {
            switch byte(cursor) | 0x20 {
            case "b" where !(sawB || sawU || sawF): sawB = true
            case "u" where !(sawB || sawU || sawR || sawF): sawU = true
            case "r" where !(sawR || sawU): sawR = true
            case "f" where !(sawF || sawB || sawU): sawF = true
            default: break prefix
            }
            cursor += 1
            if byte(cursor) == UInt8(ascii: "'") || byte(cursor) == UInt8(ascii: "\"") {
                return try scanString(from: start)
            }
        }
        var isASCII = true
        while cursor < bytes.count, Self.continuesName(bytes[cursor]) {
            if bytes[cursor] >= 0x80 { isASCII = false }
            cursor += 1
        }
        guard isASCII else {
            try checkName(start)
            return make(.name, from: start)
        }
        if cursor - start <= 8,
            let keyword = TokenKind.keywords[String(decoding: bytes[start..<cursor], as: UTF8.self)]
        {
            return make(keyword, from: start)
        }
        return make(.name, from: start)
    }

    /// Every scalar of a name must be one that Unicode allows there.
    private mutating func checkName(_ start: Int) throws(SyntaxFault) {
        var i = start
        while i < cursor {
            let (value, length) = UTF8Decoder.scalar(in: bytes, at: i)
            let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
            let fits =
                scalar == "_"
                || (i == start ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue)
            if !fits {
                cursor = i + length
                let code = "U+\(Self.hexadecimal(value))"
                throw lexical(
                    Self.isPrintable(scalar)
                        ? "invalid character '\(scalar)' (\(code))" : "invalid non-printable character \(code)")
            }
            i += length
        }
    }

    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private mutating func scanString(from start: Int) throws(SyntaxFault) -> Token {
        let firstLine = line
        let startOfLine = lineStart
        let quote = bytes[cursor]
        cursor += 1
        var isTriple = false
        if byte(cursor) == quote {
            if byte(cursor + 1) == quote {
                isTriple = true
                cursor += 2
            } else {
                cursor += 1
                return make(.string, from: start, line: firstLine)
            }
        }
        var closing = 0
        while true {
            guard cursor < bytes.count, isTriple || !isNewline(cursor) else {
                let detected = line
                cursor = start + 1
                lineStart = startOfLine
                let what = isTriple ? "unterminated triple-quoted string" : "unterminated string"
                throw SyntaxFault(
                    "\(what) literal (detected at line \(detected))", start, start + 1, isLexical: true)
            }
            let c = bytes[cursor]
            if isNewline(cursor) {
                passNewline()
                closing = 0
                continue
            }
            cursor += 1
            if c == quote {
                closing += 1
                if closing == (isTriple ? 3 : 1) { return make(.string, from: start, line: firstLine) }
                continue
            }
            closing = 0
            if c == UInt8(ascii: "\\"), cursor < bytes.count {
                if isNewline(cursor) { passNewline() } else { cursor += 1 }
            }
        }
    }
}

// MARK: Numbers

extension Tokenizer {
    private mutating func scanNumber() throws(SyntaxFault) {
        let start = cursor
        if byte(cursor) == UInt8(ascii: "0") {
            switch byte(cursor + 1) | 0x20 {
            case "x": return try scanBased("hexadecimal", highest: 16)
            case "o": return try scanBased("octal", highest: 8)
            case "b": return try scanBased("binary", highest: 2)
            default: break
            }
            while byte(cursor) == UInt8(ascii: "0") || byte(cursor) == UInt8(ascii: "_") {
                if byte(cursor) == UInt8(ascii: "_"), !Self.isDigit(byte(cursor + 1)) {
                    cursor += 1
                    throw lexical("invalid decimal literal")
                }
                cursor += 1
            }
            let endOfZeros = cursor
            let isNonzero = Self.isDigit(byte(cursor))
            if isNonzero { try passDigits() }
            let c = byte(cursor)
            if isNonzero, c != UInt8(ascii: "."), c | 0x20 != UInt8(ascii: "e"), c | 0x20 != UInt8(ascii: "j") {
                throw lexical(
                    "leading zeros in decimal integer literals are not permitted; "
                        + "use an 0o prefix for octal integers", at: start, to: endOfZeros)
            }
        } else if byte(cursor) != UInt8(ascii: ".") {
            try passDigits()
        }
        if byte(cursor) == UInt8(ascii: ".") {
            cursor += 1
            if Self.isDigit(byte(cursor)) { try passDigits() }
        }
        if byte(cursor) | 0x20 == UInt8(ascii: "e") {
            let e = cursor
            cursor += 1
            if byte(cursor) == UInt8(ascii: "+") || byte(cursor) == UInt8(ascii: "-") {
                cursor += 1
                if !Self.isDigit(byte(cursor)) { throw lexical("invalid decimal literal") }
                try passDigits()
            } else if Self.isDigit(byte(cursor)) {
                try passDigits()
            } else {
                cursor = e
                return try endNumber("decimal")
            }
        }
        if byte(cursor) | 0x20 == UInt8(ascii: "j") {
            cursor += 1
            return try endNumber("imaginary")
        }
        try endNumber("decimal")
    }

    private mutating func passDigits() throws(SyntaxFault) {
        while true {
            while Self.isDigit(byte(cursor)) { cursor += 1 }
            if byte(cursor) != UInt8(ascii: "_") { return }
            cursor += 1
            if !Self.isDigit(byte(cursor)) { throw lexical("invalid decimal literal") }
        }
    }

    private mutating func scanBased(_ kind: String, highest: Int) throws(SyntaxFault) {
        cursor += 2
        func fits(_ c: UInt8) -> Bool {
            switch c {
            case 0x30...0x39: Int(c) - 0x30 < highest
            case 0x41...0x46, 0x61...0x66: highest == 16
            default: false
            }
        }
        repeat {
            if byte(cursor) == UInt8(ascii: "_") { cursor += 1 }
            if !fits(byte(cursor)) {
                if Self.isDigit(byte(cursor)) {
                    cursor += 1
                    throw lexical("invalid digit '\(Character(Unicode.Scalar(byte(cursor - 1))))' in \(kind) literal")
                }
                throw lexical("invalid \(kind) literal")
            }
            while fits(byte(cursor)) { cursor += 1 }
        } while byte(cursor) == UInt8(ascii: "_")
        if Self.isDigit(byte(cursor)) {
            cursor += 1
            throw lexical("invalid digit '\(Character(Unicode.Scalar(byte(cursor - 1))))' in \(kind) literal")
        }
        try endNumber(kind)
    }

    /// A name may not follow a number, save the keywords that CPython still lets touch it.
    private mutating func endNumber(_ kind: String) throws(SyntaxFault) {
        guard byte(cursor) < 0x80, Self.continuesName(byte(cursor)) else { return }
        let rest = bytes[cursor..<min(bytes.count, cursor + 4)]
        for word in ["if", "in", "is"] where rest.starts(with: word.utf8) { return }
        for word in ["and", "else", "for", "or", "not"] where rest.starts(with: word.utf8) {
            if !Self.continuesName(byte(cursor + word.utf8.count)) { return }
        }
        throw lexical("invalid \(kind) literal")
    }
}
