import Source

/// A stated output against what was printed: the same words, and numbers equal as printed.
enum OutputComparison {
    enum Verdict: Equatable {
        case same
        case different(stated: String, printed: String, line: Int)
        /// Of another form: words differ, lines are left out.
        case unclear
    }

    /// With `elides`, `...` stands for anything, as in doctest.
    static func compare(stated: String, printed: String, elides: Bool = false) -> Verdict {
        if elides, stated.contains("...") { return matches(stated, printed) ? .same : .unclear }
        let (a, b) = (tokens(plain(stated)), tokens(plain(printed)))
        guard a.count == b.count else { return .unclear }
        var first: (String, String, Int)?
        for (x, y) in zip(a, b) {
            switch (x.number, y.number) {
            case (nil, nil): if x.text != y.text { return .unclear }
            case (let p?, let q?):
                guard p.value != q.value else { continue }
                // Either may be printed to fewer places.
                let places = min(p.decimals, q.decimals)
                // Single precision is printed with more digits than it is sure of.
                if p.decimals + q.decimals >= 10 || p.hasExponent,
                    abs(p.value - q.value) <= 1e-5 * max(abs(p.value), abs(q.value))
                {
                    continue
                }
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

    /// Without what releases of NumPy and PyTorch print differently around the same value: `np.float64(1.5)`, `grad_fn=…`.
    private static func plain(_ text: String) -> String {
        guard text.contains("np.") || text.contains("grad_fn") else { return text }
        var bytes = Array(text.utf8)
        for mark in ["np.float64(", "np.float32(", "np.int64(", "np.int32(", "np.True_", "np.False_", ", grad_fn=<"] {
            let pattern = Array(mark.utf8)
            var result: [UInt8] = []
            var index = 0
            while index < bytes.count {
                guard bytes[index...].starts(with: pattern) else {
                    result.append(bytes[index])
                    index += 1
                    continue
                }
                let isNumber = mark.hasSuffix("(")
                let close: UInt8 = isNumber ? UInt8(ascii: ")") : UInt8(ascii: ">")
                guard !mark.hasSuffix("_"), let end = bytes[(index + pattern.count)...].firstIndex(of: close) else {
                    // `np.True_` is True.
                    result += pattern.dropFirst(3).filter { $0 != UInt8(ascii: "_") }
                    index += pattern.count
                    continue
                }
                if isNumber { result += bytes[(index + pattern.count)..<end] }
                index = end + 1
            }
            bytes = result
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the parts between `...` occur in order; blanks count as one.
    private static func matches(_ stated: String, _ printed: String) -> Bool {
        func words(_ text: String) -> [String] { text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).map(String.init) }
        let wanted = Array(words(stated).joined(separator: " ").utf8), given = Array(words(printed).joined(separator: " ").utf8)
        var parts: [[UInt8]] = [[]]
        var index = 0
        while index < wanted.count {
            if wanted[index...].starts(with: [0x2E, 0x2E, 0x2E]) {
                parts.append([])
                index += 3
            } else {
                parts[parts.count - 1].append(wanted[index])
                index += 1
            }
        }
        guard let head = parts.first, let tail = parts.last, given.starts(with: head), given.count >= head.count + tail.count,
            given.suffix(tail.count).elementsEqual(tail)
        else { return false }
        var at = head.count
        let end = given.count - tail.count
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            var found: Int?
            var place = at
            while place + part.count <= end, found == nil {
                if given[place...].starts(with: part) { found = place }
                place += 1
            }
            guard let found else { return false }
            at = found + part.count
        }
        return true
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
