import Source

/// A stated output against what was printed: the same words, and numbers equal as printed.
enum OutputComparison {
    enum Verdict: Equatable {
        case same
        case different(stated: String, printed: String, line: Int)
        /// Of another form: words differ, lines are left out.
        case unclear
    }

    static func compare(stated: String, printed: String) -> Verdict {
        let (a, b) = (tokens(stated), tokens(printed))
        guard a.count == b.count else { return .unclear }
        var first: (String, String, Int)?
        for (x, y) in zip(a, b) {
            switch (x.number, y.number) {
            case (nil, nil): if x.text != y.text { return .unclear }
            case (let p?, let q?):
                guard p.value != q.value else { continue }
                // Either may be printed to fewer places.
                let places = min(p.decimals, q.decimals)
                let same =
                    places == 0 && p.decimals == q.decimals ? false : p.hasExponent || q.hasExponent
                    ? abs(p.value - q.value) <= 1e-6 * max(abs(p.value), abs(q.value))
                    : PrintedDecimals.compare(p.value, printed: q.value, decimals: places) != .different
                if !same, first == nil { first = (x.text, y.text, x.line) }
            default: return .unclear
            }
        }
        guard let first else { return .same }
        return .different(stated: first.0, printed: first.1, line: first.2)
    }

    private struct Token {
        var text: String
        var line: Int
        var number: (value: Double, decimals: Int, hasExponent: Bool)?
    }

    /// Numbers, and runs of what is neither number nor blank.
    private static func tokens(_ text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        var index = 0
        var line = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 {
                if byte == 0x0A { line += 1 }
                index += 1
                continue
            }
            let start = index
            if startsNumber(bytes, index) {
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { index += 1 }
                var decimals = 0
                var seenPoint = false
                while index < bytes.count, BindingParser.isDigit(bytes[index]) || (bytes[index] == UInt8(ascii: ".") && !seenPoint) {
                    if bytes[index] == UInt8(ascii: ".") { seenPoint = true } else if seenPoint { decimals += 1 }
                    index += 1
                }
                var hasExponent = false
                if index + 1 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
                    var next = index + 1
                    if bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "+") { next += 1 }
                    if next < bytes.count, BindingParser.isDigit(bytes[next]) {
                        hasExponent = true
                        index = next
                        while index < bytes.count, BindingParser.isDigit(bytes[index]) { index += 1 }
                    }
                }
                let word = String(decoding: bytes[start..<index], as: UTF8.self)
                let value = Double(word.hasSuffix(".") ? String(word.dropLast()) : word)
                tokens.append(Token(text: word, line: line, number: value.map { ($0, decimals, hasExponent) }))
                continue
            }
            index += 1
            if BindingParser.isLetter(byte) {
                while index < bytes.count, BindingParser.isLetter(bytes[index]) || BindingParser.isDigit(bytes[index]) { index += 1 }
            }
            tokens.append(Token(text: String(decoding: bytes[start..<index], as: UTF8.self), line: line, number: nil))
        }
        return tokens
    }

    private static func startsNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
        func digit(_ k: Int) -> Bool { k < bytes.count && BindingParser.isDigit(bytes[k]) }
        let byte = bytes[index]
        if digit(index) { return true }
        if byte == UInt8(ascii: ".") { return digit(index + 1) }
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else { return false }
        return digit(index + 1) || (index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ".") && digit(index + 2))
    }

    static func rangeOfLine(_ line: Int, in bytes: [UInt8]) -> ByteRange {
        let index = LineIndex(bytes)
        guard line < index.count else { return .empty(at: 0) }
        return index.content(ofLine: line, in: bytes)
    }
}
