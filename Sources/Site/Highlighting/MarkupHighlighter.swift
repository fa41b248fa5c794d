import Source

/// HTML and XML: tags, attributes, comments, references.
struct MarkupHighlighter {
    private let code: [UInt8]

    init(_ code: [UInt8]) { self.code = code }

    func write(to html: inout HTMLWriter) {
        var i = 0
        func span(_ name: String, _ range: Range<Int>) {
            guard !range.isEmpty else { return }
            html.open("span", name)
            html.text(code[range])
            html.close("span")
        }
        while i < code.count {
            let start = i
            if code[i...].starts(with: "<!--".utf8) {
                i = Self.end(of: "-->", in: code, from: i + 4)
                span("c", start..<i)
            } else if code[i] == UInt8(ascii: "<"), i + 1 < code.count, Self.opens(code[i + 1]) {
                i += 1
                while i < code.count, !Self.isBlank(code[i]), code[i] != UInt8(ascii: ">") { i += 1 }
                span("k", start..<i)
                while i < code.count, code[i] != UInt8(ascii: ">") {
                    let from = i
                    if code[i] == UInt8(ascii: "\"") || code[i] == UInt8(ascii: "'") {
                        let mark = code[i]
                        i += 1
                        while i < code.count, code[i] != mark { i += 1 }
                        i = min(i + 1, code.count)
                        span("s", from..<i)
                    } else if Self.isName(code[i]) {
                        while i < code.count, Self.isName(code[i]) { i += 1 }
                        span("y", from..<i)
                    } else {
                        i += 1
                        html.text(code[from..<i])
                    }
                }
                if i < code.count {
                    span("k", i..<(i + 1))
                    i += 1
                }
            } else {
                i += 1
                while i < code.count, code[i] != UInt8(ascii: "<") { i += 1 }
                html.text(code[start..<i])
            }
        }
    }

    private static func end(of mark: String, in code: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var i = min(start, code.count)
        while i + mark.count <= code.count {
            if code[i..<(i + mark.count)].elementsEqual(mark) { return i + mark.count }
            i += 1
        }
        return code.count
    }

    private static func opens(_ c: UInt8) -> Bool {
        c == UInt8(ascii: "/") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") || (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A
    }
    private static func isBlank(_ c: UInt8) -> Bool { c <= 0x20 }
    private static func isName(_ c: UInt8) -> Bool {
        c >= 0x30 && c <= 0x39 || (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A || c == UInt8(ascii: "-") || c == UInt8(ascii: ":")
            || c == UInt8(ascii: "_") || c >= 0x80
    }
}

/// Differences: lines by their first sign.
struct DiffHighlighter {
    private let code: [UInt8]

    init(_ code: [UInt8]) { self.code = code }

    func write(to html: inout HTMLWriter) {
        var start = 0
        while start < code.count {
            var end = start
            while end < code.count, code[end] != 0x0A { end += 1 }
            let line = code[start..<end]
            let name: String? =
                if line.starts(with: "+++".utf8) || line.starts(with: "---".utf8) || line.starts(with: "diff ".utf8) {
                    "k"
                } else if line.starts(with: "@@".utf8) {
                    "d"
                } else if line.first == UInt8(ascii: "+") {
                    "i"
                } else if line.first == UInt8(ascii: "-") {
                    "x"
                } else {
                    nil
                }
            if let name {
                html.open("span", name)
                html.text(line)
                html.close("span")
            } else {
                html.text(line)
            }
            if end < code.count { html.newline() }
            start = end + 1
        }
    }
}
