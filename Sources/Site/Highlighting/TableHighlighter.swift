import Source

/// Tokens of a language as its grammar's table says; never fails, every byte is written once, time is linear.
struct TableHighlighter {
    private let code: [UInt8]
    private let grammar: HighlightGrammar
    private let comments: [[UInt8]]
    private let blocks: [(open: [UInt8], close: [UInt8])]
    private let strings: [(open: [UInt8], close: [UInt8], form: HighlightGrammar.StringForm)]
    private var i = 0
    private var isDefining = false
    /// Plain bytes that wait to be written.
    private var plainStart = 0

    init(_ code: [UInt8], grammar: HighlightGrammar) {
        self.code = code
        self.grammar = grammar
        comments = grammar.lineComments.map { Array($0.utf8) }
        blocks = grammar.blockComments.map { (Array($0.open.utf8), Array($0.close.utf8)) }
        strings = grammar.strings.map { (Array($0.open.utf8), Array($0.close.utf8), $0) }
    }

    mutating func write(to html: inout HTMLWriter) {
        while i < code.count {
            let start = i
            if let kind = token() {
                flush(before: start, &html)
                html.open("span", kind.rawValue)
                html.text(code[start..<i])
                html.close("span")
                plainStart = i
            }
            // What is no token waits.
        }
        flush(before: code.count, &html)
    }

    private mutating func flush(before end: Int, _ html: inout HTMLWriter) {
        if plainStart < end { html.text(code[plainStart..<end]) }
        plainStart = end
    }

    // MARK: One token

    /// Goes on by at least one byte; `nil` for plain text.
    private mutating func token() -> HighlightGrammar.Kind? {
        let c = code[i]
        if let sign = grammar.directiveSign, c == sign, isFirstOnLine(i) {
            i += 1
            while i < code.count, code[i] == 0x20 { i += 1 }
            while i < code.count, Self.isLetter(code[i]) { i += 1 }
            return .directive
        }
        if let comment = comment() { return comment }
        for string in strings where at(string.open) { return self.string(string.open, string.close, string.form) }
        if grammar.hasNumbers, Self.isDigit(c) || c == UInt8(ascii: ".") && i + 1 < code.count && Self.isDigit(code[i + 1]) {
            skipNumber()
            return .number
        }
        for sigil in grammar.sigils where c == sigil.sign && i + 1 < code.count {
            if Self.isWord(code[i + 1]) {
                i += 1
                while i < code.count, Self.isWord(code[i]) { i += 1 }
                return sigil.kind
            }
        }
        if Self.isWord(c) { return name() }
        i += 1
        return nil
    }

    private mutating func comment() -> HighlightGrammar.Kind? {
        for block in blocks where at(block.open) {
            i += block.open.count
            var depth = 1
            while i < code.count, depth > 0 {
                if at(block.close) {
                    depth -= 1
                    i += block.close.count
                } else if grammar.nestsComments, at(block.open) {
                    depth += 1
                    i += block.open.count
                } else {
                    i += 1
                }
            }
            return .comment
        }
        for sign in comments where at(sign) {
            if grammar.commentNeedsBlank, i > 0, code[i - 1] > 0x20 { continue }
            while i < code.count, code[i] != 0x0A, code[i] != 0x0D { i += 1 }
            return .comment
        }
        return nil
    }

    private mutating func string(_ open: [UInt8], _ close: [UInt8], _ form: HighlightGrammar.StringForm) -> HighlightGrammar.Kind {
        i += open.count
        while i < code.count {
            if form.escapes, code[i] == UInt8(ascii: "\\") {
                i = min(i + 2, code.count)
            } else if at(close) {
                i += close.count
                break
            } else if !form.spansLines, code[i] == 0x0A || code[i] == 0x0D {
                break
            } else {
                i += 1
            }
        }
        if grammar.hasStringKeys, let sign = grammar.keySign, nextSign() == sign { return .key }
        return .string
    }

    private mutating func name() -> HighlightGrammar.Kind? {
        let start = i
        while i < code.count, Self.isWord(code[i]) || grammar.nameBytes.contains(code[i]) { i += 1 }
        var word = String(decoding: code[start..<i], as: UTF8.self)
        if grammar.ignoresCase { word = word.lowercased() }
        // A member may have the name of a keyword.
        let isMember = start > 0 && code[start - 1] == UInt8(ascii: ".")
        if isDefining {
            isDefining = grammar.keywords.contains(word) && !grammar.constants.contains(word)
            return isDefining ? .keyword : .defined
        }
        if let sign = grammar.keySign, isFirstName(start), nextSign() == sign { return .key }
        guard !isMember else { return nil }
        if grammar.keywords.contains(word) {
            isDefining = grammar.definers.contains(word)
            return .keyword
        }
        if grammar.constants.contains(word) { return .constant }
        if grammar.builtins.contains(word) { return .builtin }
        return nil
    }

    // MARK: Places

    private func at(_ bytes: [UInt8]) -> Bool {
        guard i + bytes.count <= code.count else { return false }
        for k in bytes.indices where code[i + k] != bytes[k] { return false }
        return true
    }

    /// The next byte on the line that is no blank.
    private func nextSign() -> UInt8? {
        var k = i
        while k < code.count, code[k] == 0x20 || code[k] == 0x09 { k += 1 }
        return k < code.count ? code[k] : nil
    }

    private func isFirstOnLine(_ offset: Int) -> Bool {
        var k = offset - 1
        while k >= 0, code[k] == 0x20 || code[k] == 0x09 { k -= 1 }
        return k < 0 || code[k] == 0x0A || code[k] == 0x0D
    }

    /// Keys stand at the start of a line, behind `-`, `{`, `,` or `;`.
    private func isFirstName(_ offset: Int) -> Bool {
        var k = offset - 1
        while k >= 0, code[k] == 0x20 || code[k] == 0x09 || code[k] == UInt8(ascii: "-") { k -= 1 }
        return k < 0 || [0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(code[k])
    }

    private mutating func skipNumber() {
        let isBased = i + 1 < code.count && code[i] == UInt8(ascii: "0") && (code[i + 1] | 0x20) == UInt8(ascii: "x")
        while i < code.count {
            let c = code[i]
            if Self.isWord(c) || c == UInt8(ascii: ".") && i + 1 < code.count && Self.isDigit(code[i + 1]) {
                i += 1
            } else if c == UInt8(ascii: "+") || c == UInt8(ascii: "-"), !isBased, i > 0, code[i - 1] | 0x20 == UInt8(ascii: "e"),
                i + 1 < code.count, Self.isDigit(code[i + 1])
            {
                i += 1
            } else {
                return
            }
        }
    }

    private static func isDigit(_ c: UInt8) -> Bool { c >= 0x30 && c <= 0x39 }
    private static func isLetter(_ c: UInt8) -> Bool { (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A }
    private static func isWord(_ c: UInt8) -> Bool { isDigit(c) || isLetter(c) || c == UInt8(ascii: "_") || c >= 0x80 }
}
