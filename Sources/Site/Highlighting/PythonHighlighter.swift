import Source

/// Python's tokens as far as colours need them; never fails, every byte is written once.
struct PythonHighlighter {
    private let code: [UInt8]
    private var i = 0
    /// The next name is being defined.
    private var isDefining = false

    init(_ code: [UInt8]) { self.code = code }

    mutating func write(to html: inout HTMLWriter) {
        while i < code.count {
            let start = i
            let c = code[i]
            if c == UInt8(ascii: "#") {
                skipLine()
                span("c", start, &html)
            } else if let quote = stringStart() {
                skipString(quote)
                span("s", start, &html)
            } else if Self.isDigit(c) || c == UInt8(ascii: ".") && i + 1 < code.count && Self.isDigit(code[i + 1]) {
                skipNumber()
                span("m", start, &html)
            } else if Self.isWord(c) {
                while i < code.count, Self.isWord(code[i]) { i += 1 }
                name(start, &html)
            } else if c == UInt8(ascii: "@"), isFirstOnLine(start) {
                i += 1
                while i < code.count, Self.isWord(code[i]) || code[i] == UInt8(ascii: ".") { i += 1 }
                span("d", start, &html)
            } else {
                i += 1
                while i < code.count, Self.isPlain(code[i]) { i += 1 }
                html.text(code[start..<i])
            }
        }
    }

    private func span(_ name: String, _ start: Int, _ html: inout HTMLWriter) {
        html.open("span", name)
        html.text(code[start..<i])
        html.close("span")
    }

    private mutating func name(_ start: Int, _ html: inout HTMLWriter) {
        let word = String(decoding: code[start..<i], as: UTF8.self)
        if isDefining {
            isDefining = false
            return span("f", start, &html)
        }
        // An attribute may have the name of a keyword's function.
        let isAttribute = start > 0 && code[start - 1] == UInt8(ascii: ".")
        if !isAttribute, Self.keywords.contains(word) {
            isDefining = word == "def" || word == "class"
            return span("k", start, &html)
        }
        if !isAttribute, Self.constants.contains(word) { return span("n", start, &html) }
        if !isAttribute, Self.builtins.contains(word) { return span("b", start, &html) }
        html.text(code[start..<i])
    }

    private mutating func skipLine() {
        while i < code.count, code[i] != 0x0A, code[i] != 0x0D { i += 1 }
    }

    /// The offset of the quotation mark of a string that starts here, prefix letters before it.
    private func stringStart() -> Int? {
        var k = i
        while k < code.count, k - i < 3, Self.prefixes.contains(code[k]) { k += 1 }
        guard k < code.count, code[k] == UInt8(ascii: "\"") || code[k] == UInt8(ascii: "'") else { return nil }
        return k
    }

    private mutating func skipString(_ quote: Int) {
        let mark = code[quote]
        let isTriple = quote + 2 < code.count && code[quote + 1] == mark && code[quote + 2] == mark
        i = quote + (isTriple ? 3 : 1)
        while i < code.count {
            let c = code[i]
            if c == UInt8(ascii: "\\") {
                i = min(i + 2, code.count)
            } else if c == mark, !isTriple {
                i += 1
                return
            } else if c == mark, i + 2 < code.count, code[i + 1] == mark, code[i + 2] == mark {
                i += 3
                return
            } else if !isTriple, c == 0x0A || c == 0x0D {
                return
            } else {
                i += 1
            }
        }
    }

    private mutating func skipNumber() {
        // In hexadecimal an `e` is a digit.
        let isBased = i + 1 < code.count && code[i] == UInt8(ascii: "0") && (code[i + 1] | 0x20) > UInt8(ascii: "a")
        while i < code.count {
            let c = code[i]
            if Self.isWord(c) || c == UInt8(ascii: ".") {
                i += 1
            } else if c == UInt8(ascii: "+") || c == UInt8(ascii: "-"), !isBased, i > 0,
                code[i - 1] | 0x20 == UInt8(ascii: "e")
            {
                i += 1
            } else {
                return
            }
        }
    }

    private func isFirstOnLine(_ offset: Int) -> Bool {
        var k = offset - 1
        while k >= 0, code[k] == 0x20 || code[k] == 0x09 { k -= 1 }
        return k < 0 || code[k] == 0x0A || code[k] == 0x0D
    }

    private static func isDigit(_ c: UInt8) -> Bool { c >= 0x30 && c <= 0x39 }

    private static func isWord(_ c: UInt8) -> Bool {
        isDigit(c) || c == UInt8(ascii: "_") || c >= 0x80 || (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A
    }

    private static func isPlain(_ c: UInt8) -> Bool {
        !isWord(c) && c != UInt8(ascii: "#") && c != UInt8(ascii: "\"") && c != UInt8(ascii: "'")
            && c != UInt8(ascii: "@") && c != UInt8(ascii: ".")
    }

    private static let prefixes: Set<UInt8> = Set("rRbBuUfF".utf8)

    private static let keywords: Set<String> = [
        "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not",
        "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]

    private static let constants: Set<String> = ["True", "False", "None", "self", "cls", "Ellipsis", "NotImplemented"]

    private static let builtins: Set<String> = [
        "abs", "all", "any", "bool", "dict", "enumerate", "filter", "float", "format", "getattr", "hasattr", "int",
        "isinstance", "iter", "len", "list", "map", "max", "min", "next", "object", "open", "pow", "print", "range",
        "repr", "reversed", "round", "set", "setattr", "sorted", "str", "sum", "super", "tuple", "type", "zip",
    ]
}
