import Tensors

/// A law that an implementation obeys; each is checked on random samples by the tests, and shown on the entry's page.
public enum Property: Sendable, Hashable {
    /// The result sums to 1 over its last axis.
    case sumsToOne
    /// Adding one number to the first argument changes nothing.
    case shiftInvariant
    /// The largest element stays in its place along the last axis.
    case keepsArgmax
    /// f(−x) = −f(x), and f(−x) = f(x), in the first argument.
    case odd, even
    /// f(−x) = 1 − f(x).
    case pointSymmetric
    /// x ≤ y implies f(x) ≤ f(y), element by element, in the first argument.
    case monotone
    case bounded(Double, Double)
    case nonNegative
    /// f(f(x)) = f(x).
    case idempotent
    /// f(x, y) = f(y, x).
    case symmetric
    /// f(x, x) = 0.
    case zeroWhenEqual
    /// f(c x) = c^degree f(x) for c > 0, in the first argument.
    case homogeneous(degree: Double)
    /// f(x + z) = f(x) + f(z), in the first argument.
    case additive
    /// f(x) + f(z) ≥ f(x + z), in the first argument.
    case subadditive
    /// (f(x) + f(z))/2 ≥ f((x + z)/2), ≤, and =, in the first argument.
    case convex, concave, affine
    /// x ≤ y implies f(x) ≥ f(y), element by element, in the first argument.
    case decreasing
    /// f(f(x)) = x.
    case involution
    /// f(Aᵀ) = f(A).
    case transposeInvariant
    /// The law holds in the argument at this place, counted from 0.
    indirect case argument(Int, Property)

    /// The place of the argument that the law is about, and the law in it.
    public var law: (place: Int, property: Property) {
        if case .argument(let place, let property) = self { (place, property) } else { (0, self) }
    }
}
