import Source

/// One dimension of a shape: a number, a name that the note gives it, or a variable of one statement.
public enum Dimension: Sendable, Hashable, CustomStringConvertible {
    case fixed(Int)
    case named(String)
    /// Equal variables of one statement are equal dimensions.
    case variable(Int)

    public var description: String {
        switch self {
        case .fixed(let n): "\(n)"
        case .named(let name): name
        case .variable(let k): "d\(k)"
        }
    }
}

/// The dimensions of a value, outermost first; a scalar has none.
public struct ArrayShape: Sendable, Hashable, CustomStringConvertible {
    public var dimensions: [Dimension]
    /// A vector that stands as a row: `x^\top`. Its value is stored as a vector.
    public var isRow: Bool

    public init(_ dimensions: [Dimension] = [], isRow: Bool = false) {
        self.dimensions = dimensions
        self.isRow = isRow
    }

    public static let scalar = ArrayShape()

    public var rank: Int { dimensions.count }

    public var description: String {
        "[" + dimensions.map(\.description).joined(separator: ", ") + "]" + (isRow ? "ᵀ" : "")
    }
}

/// Which values a symbol may take, as far as its use says.
public enum Domain: Sendable, Hashable {
    case real
    /// Under a logarithm, a square root in a denominator …
    case positive
    case nonNegative
    case nonZero
    /// Between 0 and 1, both excluded: `p` and `1 - p` under logarithms.
    case unitInterval
    /// A whole number of at least the bound: a count, an exponent of an indexed product.
    case integer(from: Int)
    /// Elements are 1-based positions along an axis of that dimension: `y_i` in `s_{y_i}`.
    case index(into: Dimension)
    /// Non-negative and sums to one along the last axis.
    case distribution
}
