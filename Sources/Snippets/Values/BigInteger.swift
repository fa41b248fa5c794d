/// An integer that does not fit a machine word: sign and magnitude, least significant word first.
struct BigInteger: Hashable, Sendable {
    var isNegative: Bool
    /// Without leading zero words; empty for 0.
    var words: [UInt32]

    init(_ value: Int) {
        isNegative = value < 0
        let magnitude = value.magnitude
        words = [UInt32(truncatingIfNeeded: magnitude), UInt32(truncatingIfNeeded: magnitude >> 32)]
        trim()
    }

    init(isNegative: Bool, words: [UInt32]) {
        self.isNegative = isNegative
        self.words = words
        trim()
    }

    private mutating func trim() {
        while words.last == 0 { words.removeLast() }
        if words.isEmpty { isNegative = false }
    }

    /// The value where it fits a word.
    var int: Int? {
        guard words.count <= 2 else { return nil }
        var magnitude: UInt = 0
        for (i, word) in words.enumerated() { magnitude |= UInt(word) << UInt(32 * i) }
        if isNegative { return magnitude <= UInt(1) << 63 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int(exactly: magnitude)
    }

    var double: Double {
        var result = 0.0
        for word in words.reversed() { result = result * 4_294_967_296 + Double(word) }
        return isNegative ? -result : result
    }

    var bitCount: Int { words.isEmpty ? 0 : words.count * 32 - (words[words.count - 1].leadingZeroBitCount) }

    static func compareMagnitude(_ a: [UInt32], _ b: [UInt32]) -> Int {
        if a.count != b.count { return a.count < b.count ? -1 : 1 }
        for i in a.indices.reversed() where a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
        return 0
    }

    private static func add(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var carry: UInt64 = 0
        for i in 0..<max(a.count, b.count) {
            let sum = carry + UInt64(i < a.count ? a[i] : 0) + UInt64(i < b.count ? b[i] : 0)
            result.append(UInt32(truncatingIfNeeded: sum))
            carry = sum >> 32
        }
        if carry > 0 { result.append(UInt32(carry)) }
        return result
    }

    /// `a` is the larger.
    private static func subtract(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var borrow: Int64 = 0
        for i in 0..<a.count {
            var difference = Int64(a[i]) - borrow - Int64(i < b.count ? b[i] : 0)
            borrow = difference < 0 ? 1 : 0
            if difference < 0 { difference += 1 << 32 }
            result.append(UInt32(difference))
        }
        return result
    }

    static func + (a: BigInteger, b: BigInteger) -> BigInteger {
        if a.isNegative == b.isNegative { return BigInteger(isNegative: a.isNegative, words: add(a.words, b.words)) }
        if compareMagnitude(a.words, b.words) >= 0 {
            return BigInteger(isNegative: a.isNegative, words: subtract(a.words, b.words))
        }
        return BigInteger(isNegative: b.isNegative, words: subtract(b.words, a.words))
    }

    static prefix func - (a: BigInteger) -> BigInteger { BigInteger(isNegative: !a.isNegative, words: a.words) }

    static func - (a: BigInteger, b: BigInteger) -> BigInteger { a + -b }

    static func * (a: BigInteger, b: BigInteger) -> BigInteger {
        if a.words.isEmpty || b.words.isEmpty { return BigInteger(0) }
        var result = [UInt32](repeating: 0, count: a.words.count + b.words.count)
        for i in a.words.indices {
            var carry: UInt64 = 0
            for j in b.words.indices {
                let product = UInt64(a.words[i]) * UInt64(b.words[j]) + UInt64(result[i + j]) + carry
                result[i + j] = UInt32(truncatingIfNeeded: product)
                carry = product >> 32
            }
            result[i + b.words.count] = UInt32(carry)
        }
        return BigInteger(isNegative: a.isNegative != b.isNegative, words: result)
    }

    static func < (a: BigInteger, b: BigInteger) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        let order = compareMagnitude(a.words, b.words)
        return a.isNegative ? order > 0 : order < 0
    }

    private static func divide(_ a: [UInt32], by small: UInt32) -> ([UInt32], UInt32) {
        var result = a
        var rest: UInt64 = 0
        for i in a.indices.reversed() {
            let value = rest << 32 | UInt64(a[i])
            result[i] = UInt32(value / UInt64(small))
            rest = value % UInt64(small)
        }
        while result.last == 0 { result.removeLast() }
        return (result, UInt32(rest))
    }

    /// Quotient rounded down and the rest with the divisor's sign; `nil` for a divisor of 0.
    func dividedFloor(by divisor: BigInteger) -> (quotient: BigInteger, rest: BigInteger)? {
        if divisor.words.isEmpty { return nil }
        var quotient: [UInt32]
        var rest: [UInt32]
        if divisor.words.count == 1 {
            let (q, r) = Self.divide(words, by: divisor.words[0])
            quotient = q
            rest = r == 0 ? [] : [r]
        } else {
            // Bit by bit: numbers here have at most a few hundred words.
            quotient = [UInt32](repeating: 0, count: words.count)
            rest = []
            for bit in stride(from: bitCount - 1, through: 0, by: -1) {
                rest = Self.doubled(rest, words[bit / 32] >> UInt32(bit % 32) & 1)
                if Self.compareMagnitude(rest, divisor.words) >= 0 {
                    rest = Self.subtract(rest, divisor.words)
                    while rest.last == 0 { rest.removeLast() }
                    quotient[bit / 32] |= 1 << UInt32(bit % 32)
                }
            }
        }
        var q = BigInteger(isNegative: isNegative != divisor.isNegative, words: quotient)
        var r = BigInteger(isNegative: isNegative, words: rest)
        if !r.words.isEmpty, r.isNegative != divisor.isNegative {
            q = q - BigInteger(1)
            r = r + divisor
        }
        return (q, r)
    }

    private static func doubled(_ a: [UInt32], _ low: UInt32) -> [UInt32] {
        var result = a
        var carry = low
        for i in result.indices {
            let next = result[i] >> 31
            result[i] = result[i] << 1 | carry
            carry = next
        }
        if carry > 0 { result.append(carry) }
        return result
    }

    init?(decimal text: some StringProtocol) {
        var result = BigInteger(0)
        for digit in text.utf8 {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            var carry = UInt64(digit - 0x30)
            for i in result.words.indices {
                let value = UInt64(result.words[i]) * 10 + carry
                result.words[i] = UInt32(truncatingIfNeeded: value)
                carry = value >> 32
            }
            if carry > 0 { result.words.append(UInt32(carry)) }
        }
        self = result
    }

    var decimal: String {
        if words.isEmpty { return "0" }
        var parts: [String] = []
        var rest = words
        while !rest.isEmpty {
            let (q, r) = Self.divide(rest, by: 1_000_000_000)
            let digits = String(r)
            parts.append(q.isEmpty ? digits : String(repeating: "0", count: 9 - digits.count) + digits)
            rest = q
        }
        return (isNegative ? "-" : "") + parts.reversed().joined()
    }
}
