import Source
import Tensors

/// A value as an author or the command line writes it: a number, nested lists, a call, arithmetic on them.
///
///     0.5    [[1, 2], [3, 4]]    normal(n, 3)    linspace(-1, 1, 5)    2*n + 1
///
/// Calls: `normal`, `uniform` (in 0…1), `zeros`, `ones` take sizes; `range(n)`, `range(a, b)`, `linspace(a, b, n)`,
/// `eye(n)`, `one_hot(i, n)` with i from 0, `simplex(n)` (positive, sums to one); `sqrt`, `exp`, `log`, `abs`.
public indirect enum BindingExpression: Sendable {
    case number(Double)
    case name(String, ByteRange)
    case list([BindingExpression], ByteRange)
    case call(String, [BindingExpression], ByteRange)
    case negation(BindingExpression)
    case binary(Operator, BindingExpression, BindingExpression, ByteRange)

    public enum Operator: Sendable { case add, subtract, multiply, divide, power }

    /// Reads the whole of `text`.
    public static func parse(_ text: String) throws(BindingError) -> BindingExpression {
        var parser = BindingParser(Array(text.utf8))
        let expression = try parser.parseExpression()
        parser.skipBlanks()
        guard parser.isAtEnd else { throw BindingError(at: .empty(at: parser.index), "unexpected text after the value") }
        return expression
    }
}

/// Why a written value cannot be read or computed; `range` counts bytes of the text given.
public struct BindingError: Error, Sendable, Equatable {
    public var range: ByteRange
    public var message: String

    public init(at range: ByteRange, _ message: String) {
        self.range = range
        self.message = message
    }
}

/// Reads values, and the names before them, from the bytes of a directive.
struct BindingParser {
    let bytes: [UInt8]
    var index: Int
    private var depth = 0
    private static let maximumDepth = 64
    /// A chain of operators is a tree as deep as it is long; evaluating and freeing it go that deep.
    private var operatorCount = 0
    private static let maximumOperatorCount = 1_000

    init(_ bytes: [UInt8], from index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    var isAtEnd: Bool { index >= bytes.count }
    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    mutating func take(_ byte: Character) -> Bool {
        skipBlanks()
        guard let ascii = byte.asciiValue, current == ascii else { return false }
        index += 1
        return true
    }

    mutating func parseExpression() throws(BindingError) -> BindingExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw BindingError(at: .empty(at: index), "nested deeper than \(Self.maximumDepth)")
        }
        skipBlanks()
        let start = index
        var left = try parseProduct()
        while true {
            skipBlanks()
            let op: BindingExpression.Operator
            if take("+") { op = .add } else if take("-") { op = .subtract } else { return left }
            try countOperator()
            let right = try parseProduct()
            left = .binary(op, left, right, ByteRange(start, index))
        }
    }

    private mutating func countOperator() throws(BindingError) {
        operatorCount += 1
        guard operatorCount <= Self.maximumOperatorCount else {
            throw BindingError(at: .empty(at: index), "more than \(Self.maximumOperatorCount) operators")
        }
    }

    private mutating func parseProduct() throws(BindingError) -> BindingExpression {
        skipBlanks()
        let start = index
        var left = try parseSigned()
        while true {
            let op: BindingExpression.Operator
            if take("*") { op = .multiply } else if take("/") { op = .divide } else { return left }
            try countOperator()
            let right = try parseSigned()
            left = .binary(op, left, right, ByteRange(start, index))
        }
    }

    private mutating func parseSigned() throws(BindingError) -> BindingExpression {
        var isNegative = false
        while true {
            if take("-") { isNegative.toggle() } else if !take("+") { break }
        }
        let start = index
        var value = try parsePrimary()
        if take("^") {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.maximumDepth else {
                throw BindingError(at: .empty(at: index), "nested deeper than \(Self.maximumDepth)")
            }
            let exponent = try parseSigned()
            value = .binary(.power, value, exponent, ByteRange(start, index))
        }
        return isNegative ? .negation(value) : value
    }

    private mutating func parsePrimary() throws(BindingError) -> BindingExpression {
        skipBlanks()
        let start = index
        guard let byte = current else { throw BindingError(at: .empty(at: index), "a value is missing") }
        if byte == UInt8(ascii: "[") { return try parseList(start) }
        if take("(") {
            let inner = try parseExpression()
            guard take(")") else { throw BindingError(at: .empty(at: index), "expected )") }
            return inner
        }
        if Self.isDigit(byte) || byte == UInt8(ascii: ".") { return try parseNumber() }
        guard let name = parseIdentifier() else {
            throw BindingError(at: .empty(at: index), "expected a number, a list or a name")
        }
        guard take("(") else { return .name(name, ByteRange(start, index)) }
        let arguments = try parseElements(until: ")")
        return .call(name, arguments, ByteRange(start, index))
    }

    private mutating func parseList(_ start: Int) throws(BindingError) -> BindingExpression {
        index += 1
        let elements = try parseElements(until: "]")
        return .list(elements, ByteRange(start, index))
    }

    private mutating func parseElements(until close: Character) throws(BindingError) -> [BindingExpression] {
        var elements: [BindingExpression] = []
        if take(close) { return elements }
        while true {
            elements.append(try parseExpression())
            if take(close) { return elements }
            guard take(",") else { throw BindingError(at: .empty(at: index), "expected , or \(close)") }
            if take(close) { return elements }
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Digits, a point, an exponent; the text is kept by `parseNumberText` for printed decimals.
    mutating func parseNumber() throws(BindingError) -> BindingExpression {
        let start = index
        while let byte = current, Self.isDigit(byte) || byte == UInt8(ascii: ".") { index += 1 }
        if let byte = current, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            var next = index + 1
            if next < bytes.count, bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-") { next += 1 }
            if next < bytes.count, Self.isDigit(bytes[next]) {
                index = next
                while let byte = current, Self.isDigit(byte) { index += 1 }
            }
        }
        guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw BindingError(at: ByteRange(start, index), "not a number")
        }
        return .number(value)
    }

    /// A letter or `_`, then letters, digits and `_`; every byte of UTF-8 beyond ASCII counts as a letter.
    mutating func parseIdentifier() -> String? {
        skipBlanks()
        let start = index
        while let byte = current, Self.isLetter(byte) || (index > start && Self.isDigit(byte)) { index += 1 }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }
}
