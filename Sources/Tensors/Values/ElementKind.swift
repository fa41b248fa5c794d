/// The kind of number that the elements of a tensor stand for. All are stored as `Double`; an integer is exact up to
/// 2^53 in magnitude.
public enum ElementKind: UInt8, Sendable, Hashable, Comparable {
    case boolean, integer, float

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// The kind of a sum or product of the two: booleans count as integers, as in an indicator sum.
    func arithmetic(with other: ElementKind) -> ElementKind { max(self, other, .integer) }
}
