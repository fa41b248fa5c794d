/// How numbers are shown to people. What other programs read is written by `JSONValue`.
public enum NumberFormat {
    /// At most `digits` significant digits, as short as they allow: `0.6652`, `1.2e-07` is `1.2e-7`, `3`.
    ///
    /// Rounds half to even on the decimal expansion that identifies the double. NaN and infinities as `NaN`, `∞`, `-∞`.
    public static func significant(_ value: Double, digits: Int = 6) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "∞" : "-∞" }
        if value == 0 { return "0" }
        let (mantissa, exponent) = decimal(abs(value), digits: max(1, digits))
        let sign = value < 0 ? "-" : ""
        if exponent < -5 || exponent >= max(digits, 6) + 3 {
            let head = String(mantissa[0])
            let tail = mantissa.dropFirst().map { String($0) }.joined()
            return "\(sign)\(head)\(tail.isEmpty ? "" : "." + tail)e\(exponent)"
        }
        if exponent < 0 {
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + mantissa.map { String($0) }.joined()
        }
        var whole = ""
        var fraction = ""
        for place in 0..<max(mantissa.count, exponent + 1) {
            let digit = place < mantissa.count ? String(mantissa[place]) : "0"
            if place <= exponent { whole += digit } else { fraction += digit }
        }
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The decimal digits of a positive finite value, rounded to `digits`, trailing zeros dropped, and the power of
    /// ten of the first.
    private static func decimal(_ value: Double, digits: Int) -> ([UInt8], Int) {
        // The shortest text that reads back as the same double; rounding it in decimal never depends on libc.
        var text: [UInt8] = []
        var exponent = 0
        var point: Int?
        let description = Array("\(value)".utf8)
        var i = 0
        while i < description.count {
            let c = description[i]
            if c == UInt8(ascii: ".") {
                point = text.count
            } else if c == UInt8(ascii: "e") {
                exponent = Int(String(decoding: description[(i + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                text.append(c - 0x30)
            }
            i += 1
        }
        exponent += (point ?? text.count) - 1
        let leading = text.prefix { $0 == 0 }.count
        text.removeFirst(leading)
        exponent -= leading
        if text.count > digits {
            let rest = text[digits...]
            text = Array(text[..<digits])
            let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
            let up = isHalf ? text[digits - 1] % 2 == 1 : rest.first! >= 5
            if up {
                var k = digits - 1
                while k >= 0, text[k] == 9 {
                    text[k] = 0
                    k -= 1
                }
                if k >= 0 {
                    text[k] += 1
                } else {
                    text.insert(1, at: 0)
                    text.removeLast()
                    exponent += 1
                }
            }
        }
        while text.count > 1, text.last == 0 { text.removeLast() }
        return (text, exponent)
    }

    /// An error as a bound: `0`, or `≤` the next power of ten, never below 1e-15.
    public static func bound(_ error: Double) -> String {
        if error.isNaN { return "NaN" }
        if error == 0 { return "0" }
        var exponent = -15
        var limit = 1e-15
        while error > limit, exponent < 300 {
            exponent += 1
            limit = Double("1e\(exponent)") ?? .infinity
        }
        return "≤ 1e\(exponent)"
    }
}
