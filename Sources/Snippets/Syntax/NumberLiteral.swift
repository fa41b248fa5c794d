import Source

/// Numbers as Python writes them.
enum NumberLiteral {
    static func read(_ text: String) -> PythonTree.Kind {
        var digits = Array(text.utf8.filter { $0 != UInt8(ascii: "_") })
        if digits.count > 2, digits[0] == UInt8(ascii: "0") {
            let radix: Int? =
                switch digits[1] | 0x20 {
                case "x": 16
                case "o": 8
                case "b": 2
                default: nil
                }
            if let radix {
                let value = Int(String(decoding: digits[2...], as: UTF8.self), radix: radix)
                return value.map { .integer($0) } ?? .longInteger
            }
        }
        if let last = digits.last, last | 0x20 == UInt8(ascii: "j") {
            digits.removeLast()
            return .imaginary(double(digits))
        }
        if digits.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) {
            return .float(double(digits))
        }
        let value = Int(String(decoding: digits, as: UTF8.self))
        return value.map { .integer($0) } ?? .longInteger
    }

    /// `1.`, `.5` and `1e400` too.
    static func double(_ digits: [UInt8]) -> Double {
        var text = digits
        if text.first == UInt8(ascii: ".") { text.insert(UInt8(ascii: "0"), at: 0) }
        if let point = text.firstIndex(of: UInt8(ascii: ".")),
            point + 1 == text.count || !Tokenizer.isDigit(text[point + 1])
        {
            text.insert(UInt8(ascii: "0"), at: point + 1)
        }
        let string = String(decoding: text, as: UTF8.self)
        if let value = Double(string) { return value }
        // Out of range either way.
        return string.contains("e-") || string.contains("E-") ? 0 : .infinity
    }
}
