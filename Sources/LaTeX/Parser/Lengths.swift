import Source

extension Parser {
    /// `{1.5em}` or `1.5em`, in em; `nil` with an error node pending when it is no length.
    mutating func parseLength(for command: StaticString) -> Double? {
        skipSpaces()
        let start = here
        if peek() == UInt8(ascii: "{") {
            guard let raw = rawArgument("a length", from: start) else { return nil }
            return length(raw.bytes, at: raw.range)
        }
        // Without braces: sign, digits, unit, as TeX reads them.
        var bytes: [UInt8] = []
        func isPart(_ c: UInt8) -> Bool {
            c &- 0x30 < 10 || c == UInt8(ascii: ".") || c == UInt8(ascii: "+") || c == UInt8(ascii: "-")
                || c == UInt8(ascii: ",") || c == 0x20 || c == 0x09 || c == 0x0A || c == 0x0D
        }
        while true {
            let c = peek()
            if c == UInt8(ascii: "%") { skipComment() } else if !isPart(c) { break } else {
                bytes.append(c)
                position += 1
            }
        }
        var letters = 0
        while letters < 2, (peek() | 0x20) &- 0x61 < 26 {
            bytes.append(peek())
            position += 1
            letters += 1
        }
        if Parser.emPerUnit[String(decoding: bytes.suffix(2), as: UTF8.self)] == nil {
            // `3furlongs`: no unit, and what is found is the whole word.
            while letters > 0, (peek() | 0x20) &- 0x61 < 26 {
                bytes.append(peek())
                position += 1
            }
        }
        return length(bytes, at: range(from: start))
    }

    /// The value of a length in em. Reports what is none and what is beyond the limit.
    mutating func length(_ bytes: [UInt8], at range: ByteRange) -> Double? {
        var text = bytes[...]
        func isBlank(_ c: UInt8) -> Bool { c == 0x20 || c == 0x0A || c == 0x09 || c == 0x0D }
        while let last = text.last, isBlank(last) { text.removeLast() }
        var i = text.startIndex
        func skipBlanks() {
            while i < text.endIndex, isBlank(text[i]) { i += 1 }
        }
        skipBlanks()
        var isNegative = false
        if i < text.endIndex, text[i] == UInt8(ascii: "+") || text[i] == UInt8(ascii: "-") {
            isNegative = text[i] == UInt8(ascii: "-")
            i += 1
        }
        skipBlanks()
        var value = 0.0
        var scale = 1.0
        var digits = 0
        var isPastPoint = false
        while i < text.endIndex {
            let c = text[i]
            if c &- 0x30 < 10 {
                digits += 1
                if isPastPoint {
                    scale /= 10
                    value += Double(c - 0x30) * scale
                } else {
                    value = min(value * 10 + Double(c - 0x30), 1e9)
                }
            } else if c == UInt8(ascii: "."), !isPastPoint {
                isPastPoint = true
            } else {
                break
            }
            i += 1
        }
        skipBlanks()
        let unit = String(decoding: text[i...], as: UTF8.self)
        guard digits > 0, let factor = Parser.emPerUnit[unit] else {
            let written = String(decoding: bytes, as: UTF8.self)
            pending.append(
                report(
                    .badArgument, at: range, "expected a length, found \(written.isEmpty ? "nothing" : written)",
                    help: "a number and a unit: 1em, 2pt, 3mu, 0.5cm"))
            return nil
        }
        let em = (isNegative ? -value : value) * factor
        guard abs(em) > limits.length else { return em }
        warn(
            .formulaLimit, at: range,
            "a length beyond \(Int(limits.length)) em is drawn as \(Int(limits.length)) em")
        return em < 0 ? -limits.length : limits.length
    }

    /// TeX's units at 10 pt to the em.
    static let emPerUnit: [String: Double] = [
        "em": 1, "ex": 0.431, "mu": 1.0 / 18, "pt": 0.1, "pc": 1.2, "in": 7.227, "cm": 7.227 / 2.54, "mm": 0.7227 / 2.54,
        "bp": 0.10037, "px": 0.10037, "dd": 0.107, "cc": 1.284, "nd": 0.10667, "nc": 1.28, "sp": 0.1 / 65536,
    ]
}
