import Glibc

/// Floats as Python writes them.
enum FloatText {
    /// `repr`: the shortest digits that read back, with an exponent below 1e-4 and from 1e16.
    static func repr(_ value: Double) -> String { text(value, shortest: Array("\(value.magnitude)".utf8)) }

    /// As NumPy and PyTorch write a float32.
    static func repr(single value: Double) -> String {
        text(value, shortest: Array("\(Float(value).magnitude)".utf8))
    }

    private static func text(_ value: Double, shortest: [UInt8]) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let (digits, exponent) = decimal(shortest)
        let sign = value.sign == .minus ? "-" : ""
        if exponent < -4 || exponent >= 16 {
            var result = sign + String(decoding: digits.prefix(1), as: UTF8.self)
            if digits.count > 1 { result += "." + String(decoding: digits.dropFirst(), as: UTF8.self) }
            let magnitude = exponent.magnitude
            return result + (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") + String(magnitude)
        }
        return sign + positional(digits, exponent)
    }

    /// At least one digit on either side of the point.
    static func positional(_ digits: [UInt8], _ exponent: Int) -> String {
        var whole: [UInt8] = []
        var fraction: [UInt8] = []
        if exponent < 0 {
            whole = [0x30]
            fraction = Array(repeating: 0x30, count: -exponent - 1) + digits
        } else {
            whole = Array(digits.prefix(exponent + 1))
            whole += Array(repeating: 0x30, count: max(0, exponent + 1 - digits.count))
            fraction = Array(digits.dropFirst(exponent + 1))
        }
        if fraction.isEmpty || fraction == [0x30] { fraction = [0x30] }
        return String(decoding: whole + [UInt8(ascii: ".")] + fraction, as: UTF8.self)
    }

    /// Significant digits without zeros at the end, and the power of ten of the first.
    static func decimal(_ description: [UInt8]) -> (digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var exponent = 0
        var point: Int?
        for (i, c) in description.enumerated() {
            if c == UInt8(ascii: ".") {
                point = digits.count
            } else if c == UInt8(ascii: "e") {
                exponent = Int(String(decoding: description[(i + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(c)
            }
        }
        exponent += (point ?? digits.count) - 1
        let zeros = digits.prefix { $0 == 0x30 }.count
        if zeros == digits.count { return ([0x30], 0) }
        digits.removeFirst(zeros)
        exponent -= zeros
        while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
        return (digits, exponent)
    }

    /// C's formatting, which rounds the exact value: `conversion` is one of `f F e E g G`.
    static func c(_ value: Double, _ conversion: Character, precision: Int, alternate: Bool = false) -> String {
        let format = "%\(alternate ? "#" : "").*\(conversion)"
        var buffer = [CChar](repeating: 0, count: max(400, precision + 400))
        let count = withVaList([CInt(clamping: precision), value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
