/// A piece of Swift for a value of a formula: an expression over `Tensor`, or a number that still is a literal.
struct SwiftText {
    enum Level: Int, Comparable {
        case sum, product, prefix, postfix

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    var text: String
    var level: Level
    /// Whether it needs `try`.
    var canThrow = false
    /// Operations in it: long expressions are divided, for readers and for the type checker.
    var size = 0
    /// Own axes of the value.
    var rank = 0
    var literal: Double?

    static func name(_ text: String, rank: Int) -> SwiftText { SwiftText(text: text, level: .postfix, rank: rank) }

    static func number(_ value: Double) -> SwiftText {
        SwiftText(text: spelling(value), level: value < 0 ? .prefix : .postfix, literal: value)
    }

    /// A literal that Swift reads back as this number.
    static func spelling(_ value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.infinity" : ".infinity" }
        if value == value.rounded(), value.magnitude < 1e15 { return "\(Int(value))" }
        return "\(value)"
    }

    /// As what methods are called on, or what an operator needs at least one of.
    var asTensor: String {
        guard let literal else { return level == .postfix ? text : "(\(text))" }
        if literal.isNaN { return "Tensor(Double.nan)" }
        if literal.isInfinite { return literal < 0 ? "Tensor(-Double.infinity)" : "Tensor(Double.infinity)" }
        let spelt = Self.spelling(literal)
        return "Tensor(\(spelt)\(spelt.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) } ? ".0" : ""))"
    }

    /// As an argument of type `Tensor`.
    var asArgument: String { literal.map { $0.isFinite ? text : asTensor } ?? text }

    func inside(_ level: Level) -> String { self.level < level ? "(\(text))" : text }

    /// `self.method(arguments)`
    func calling(_ method: String, _ arguments: String = "", canThrow: Bool = false, rank: Int? = nil, size more: Int = 0) -> SwiftText {
        SwiftText(
            text: "\(asTensor).\(method)(\(arguments))", level: .postfix, canThrow: self.canThrow || canThrow, size: size + 1 + more,
            rank: rank ?? self.rank)
    }

    /// `self operator other`, for operators of one precedence from the left.
    func joined(_ sign: String, _ other: SwiftText, _ level: Level) -> SwiftText {
        let next = Level(rawValue: level.rawValue + 1) ?? .postfix
        var left = inside(level)
        if literal != nil, other.literal != nil || literal?.isFinite == false { left = asTensor }
        let right = other.literal.map { $0 < 0 || !$0.isFinite ? other.asTensor : other.text } ?? other.inside(next)
        return SwiftText(
            text: "\(left) \(sign) \(right)", level: level, canThrow: true, size: size + other.size + 1, rank: max(rank, other.rank))
    }
}

/// Names in Swift: of parameters, locals and the function, each once.
struct SwiftNames {
    private var taken: Set<String>

    private static let keywords: Set<String> = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension", "false", "for", "func",
        "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat",
        "return", "self", "Self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "var", "where", "while",
        "Any", "Type", "Tensor", "Tape", "TensorError", "Double", "Int", "DeepLearning", "Tensors", "stride", "abs", "min", "max", "zip", "element", "binomial", "quadrature",
        "greatestCommonDivisor",
    ]

    init() { taken = Self.keywords }

    /// A free identifier near `wish`.
    mutating func make(_ wish: String) -> String {
        var name = ""
        for scalar in wish.unicodeScalars {
            let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
            if isLetter || ("0"..."9").contains(scalar) {
                name.unicodeScalars.append(scalar)
            } else if scalar == "'" {
                name += "Prime"
            } else if scalar == "*" {
                name += "Star"
            } else if scalar.properties.isAlphabetic {
                name.unicodeScalars.append(scalar)
            } else if !name.isEmpty, !name.hasSuffix("_") {
                name += "_"
            }
        }
        while name.hasSuffix("_") { name.removeLast() }
        if name.isEmpty { name = "value" }
        if name.unicodeScalars.first.map({ ("0"..."9").contains($0) }) ?? false { name = "_" + name }
        var free = name
        var number = 2
        while !taken.insert(free).inserted {
            free = "\(name)\(name.last.map { $0.isNumber } ?? false ? "_" : "")\(number)"
            number += 1
        }
        return free
    }
}
