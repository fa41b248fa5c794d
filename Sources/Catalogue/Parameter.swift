import Tensors

/// One argument of an implementation.
public struct Parameter: Sendable {
    /// As in `equation` and in bindings: a symbol key such as `x`, `y_hat`, `alpha`.
    public let name: String
    /// Other symbol keys that formulas use for it, most usual first.
    public let symbols: [String]
    public let shape: ShapeTemplate
    public let domain: Domain
    /// A hyperparameter has a default and may be left out.
    public let defaultValue: Double?

    public enum Role: Sendable { case variable, hyperparameter }

    public var role: Role { defaultValue == nil ? .variable : .hyperparameter }

    /// A variable.
    public init(_ name: String, symbols: [String] = [], shape: ShapeTemplate, domain: Domain = .any) {
        self.name = name
        self.symbols = symbols
        self.shape = shape
        self.domain = domain
        defaultValue = nil
    }

    /// A hyperparameter: a number with a default.
    public init(_ name: String, symbols: [String] = [], default value: Double, domain: Domain = .any) {
        self.name = name
        self.symbols = symbols
        shape = []
        self.domain = domain
        defaultValue = value
    }
}

/// What values a parameter may have; samples are drawn from it.
public enum Domain: Sendable, Hashable {
    case any
    case positive
    case nonNegative
    case nonZero
    /// Strictly between 0 and 1.
    case probability
    case interval(Double, Double)
    /// Positive, sums to 1 over the last axis.
    case distribution
    /// One 1 along the last axis, zeros elsewhere.
    case oneHot
    /// 0 or 1.
    case binary
    /// −1 or 1.
    case signs
    /// Whole numbers from 0 up to, but without, the size of the named dimension.
    case classIndex(of: String)
    case positiveInteger
    case symmetric
    case positiveDefinite
    case invertible
    /// More rows than columns, of full column rank.
    case fullColumnRank
    /// More columns than rows, of full row rank.
    case fullRowRank
}

/// A shape with named dimensions, such as `["n", "q"]`; a first `"..."` stands for any leading axes, a number for itself.
///
/// The same name stands for the same size in all parameters and the result of an entry; leading axes broadcast.
public struct ShapeTemplate: Sendable, Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
    public let dimensions: [Dimension]
    public let hasLeadingAxes: Bool

    public enum Dimension: Sendable, Hashable {
        case named(String)
        case fixed(Int)
    }

    public init(arrayLiteral names: String...) {
        hasLeadingAxes = names.first == "..."
        dimensions = names.dropFirst(hasLeadingAxes ? 1 : 0).map { Int($0).map(Dimension.fixed) ?? .named($0) }
    }

    /// Any shape: an elementwise parameter or result.
    public static let any: ShapeTemplate = ["..."]

    public static let scalar: ShapeTemplate = []

    public var names: [String] {
        dimensions.compactMap { if case .named(let name) = $0 { name } else { nil } }
    }

    public var description: String {
        let parts = (hasLeadingAxes ? ["…"] : []) + dimensions.map { dimension in
            switch dimension {
            case .named(let name): name
            case .fixed(let size): "\(size)"
            }
        }
        return "[" + parts.joined(separator: ", ") + "]"
    }

    /// Whether `shape` fits, given the sizes known so far; new names get their sizes.
    public func matches(_ shape: [Int], sizes: inout [String: Int]) -> Bool {
        guard hasLeadingAxes ? shape.count >= dimensions.count : shape.count == dimensions.count else { return false }
        var found = sizes
        for (dimension, size) in zip(dimensions, shape.suffix(dimensions.count)) {
            switch dimension {
            case .fixed(let expected): if size != expected { return false }
            case .named(let name):
                if let known = found[name], known != size { return false }
                found[name] = size
            }
        }
        sizes = found
        return true
    }

    /// The shape for given sizes; nil where a name has none.
    public func shape(sizes: [String: Int], leading: [Int] = []) -> [Int]? {
        var result = hasLeadingAxes ? leading : []
        for dimension in dimensions {
            switch dimension {
            case .fixed(let size): result.append(size)
            case .named(let name):
                guard let size = sizes[name] else { return nil }
                result.append(size)
            }
        }
        return result
    }
}
