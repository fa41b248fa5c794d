import Glibc

/// A function of two numbers that applies to each pair of elements, with broadcasting.
public enum BinaryFunction: String, Sendable, CaseIterable {
    case add, subtract, multiply, divide, power
    case maximum, minimum
    /// The remainder with the sign of the divisor, and the quotient rounded down: Python's `%` and `//`.
    case remainder, floorDivide
    case atan2, hypot
    /// log(e^a + e^b) without overflow.
    case logAddExp
    /// a · log b, 0 where a is 0 (and b is no NaN).
    case xlogy
    /// a · log(1 + b), 0 where a is 0 (and b is no NaN).
    case xlog1py
    case equal, notEqual, less, lessEqual, greater, greaterEqual
    case logicalAnd, logicalOr, logicalXor

    package var scalarFunction: (Double, Double) -> Double {
        switch self {
        case .add: { $0 + $1 }
        case .subtract: { $0 - $1 }
        case .multiply: { $0 * $1 }
        case .divide: { $0 / $1 }
        case .power: { Glibc.pow($0, $1) }
        case .maximum: { $0 >= $1 || $0.isNaN ? $0 : $1 }
        case .minimum: { $0 <= $1 || $0.isNaN ? $0 : $1 }
        case .remainder: Tensors.floorRemainder
        case .floorDivide: Tensors.floorQuotient
        case .atan2: { Glibc.atan2($0, $1) }
        case .hypot: { Glibc.hypot($0, $1) }
        case .logAddExp:
            { a, b in
                if a == b { return a + 0.693_147_180_559_945_309_4 }
                let difference = (a - b).magnitude
                return max(a, b) + Glibc.log1p(Glibc.exp(-difference))
            }
        case .xlogy: { $0 == 0 && !$1.isNaN ? 0 : $0 * Glibc.log($1) }
        case .xlog1py: { $0 == 0 && !$1.isNaN ? 0 : $0 * Glibc.log1p($1) }
        case .equal: { $0 == $1 ? 1 : 0 }
        case .notEqual: { $0 != $1 ? 1 : 0 }
        case .less: { $0 < $1 ? 1 : 0 }
        case .lessEqual: { $0 <= $1 ? 1 : 0 }
        case .greater: { $0 > $1 ? 1 : 0 }
        case .greaterEqual: { $0 >= $1 ? 1 : 0 }
        case .logicalAnd: { $0 != 0 && $1 != 0 ? 1 : 0 }
        case .logicalOr: { $0 != 0 || $1 != 0 ? 1 : 0 }
        case .logicalXor: { ($0 != 0) != ($1 != 0) ? 1 : 0 }
        }
    }

    package var isPredicate: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .logicalAnd, .logicalOr, .logicalXor: true
        default: false
        }
    }

    /// The kind of the result; integers stay integers only where every result is one.
    func resultKind(_ a: Tensor, _ b: Tensor) -> ElementKind {
        switch self {
        case _ where isPredicate: .boolean
        case .add, .subtract, .multiply: a.kind.arithmetic(with: b.kind)
        case .maximum, .minimum: max(a.kind, b.kind)
        case .power where a.kind != .float && b.kind != .float && b.withElements { $0.allSatisfy { $0 >= 0 } }: .integer
        case .remainder where a.kind != .float && b.kind != .float && b.withElements { $0.allSatisfy { $0 != 0 } },
            .floorDivide where a.kind != .float && b.kind != .float && b.withElements { $0.allSatisfy { $0 != 0 } }:
            .integer
        default: .float
        }
    }
}

private func floorRemainder(_ a: Double, _ b: Double) -> Double {
    let remainder = fmod(a, b)
    if remainder != 0 { return (remainder < 0) != (b < 0) ? remainder + b : remainder }
    return Double(signOf: b, magnitudeOf: remainder)
}

/// As CPython: derived from the exact remainder, so that a = b·⌊a/b⌋ + r holds as nearly as doubles allow.
private func floorQuotient(_ a: Double, _ b: Double) -> Double {
    if b == 0 { return a / b }
    let remainder = floorRemainder(a, b)
    let quotient = (a - remainder) / b
    if quotient == 0 { return Double(signOf: a / b, magnitudeOf: 0) }
    let down = quotient.rounded(.down)
    return quotient - down > 0.5 ? down + 1 : down
}
