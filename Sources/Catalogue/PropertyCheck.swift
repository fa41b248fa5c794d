import Tensors

extension Property {
    /// What a property looked like where it failed.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public let property: Property
        public let arguments: [Tensor]
        public let expected: String
        public let actual: String

        public var description: String { "\(property) on \(arguments): expected \(expected), found \(actual)" }
    }

    /// Checks the law on given arguments; `other` is a second value for the law's argument, of its shape and domain.
    ///
    /// Returns nil where it holds within 1e-9 of the largest magnitude. Errors: what the implementation throws.
    public func failure(
        of evaluate: ([Tensor]) throws(TensorError) -> Tensor, on arguments: [Tensor], other: Tensor
    ) throws(TensorError) -> Failure? {
        let (place, property) = law
        guard arguments.indices.contains(place) else { return nil }
        let x = arguments[place]
        let rest = Array(arguments.dropFirst())
        func value(_ changed: Tensor) throws(TensorError) -> Tensor {
            var all = arguments
            all[place] = changed
            return try evaluate(all)
        }
        let y = try evaluate(arguments)
        let tolerance = 1e-9 * max(1, y.maximumMagnitude)

        func equal(_ a: Tensor, _ b: Tensor) -> Failure? {
            let scale = 1e-9 * max(1, a.maximumMagnitude, b.maximumMagnitude)
            if a.shape == b.shape, zip(a.elements, b.elements).allSatisfy({ ($0 - $1).magnitude <= scale }) { return nil }
            return Failure(property: self, arguments: arguments, expected: "\(a)", actual: "\(b)")
        }
        func holds(_ condition: Bool, _ expected: String) -> Failure? {
            condition ? nil : Failure(property: self, arguments: arguments, expected: expected, actual: "\(y)")
        }

        switch property {
        case .sumsToOne:
            let sums = try y.sum(axes: [-1])
            return equal(sums.filled(with: 1), sums)
        case .shiftInvariant: return equal(y, try value(x + 2.5))
        case .keepsArgmax: return equal(try x.argmax(axis: -1), try y.argmax(axis: -1))
        case .odd: return equal(-y, try value(-x))
        case .even: return equal(y, try value(-x))
        case .pointSymmetric: return equal(try 1 - y, try value(-x))
        case .monotone:
            let above = try value(Tensor.maximum(x, other)), below = try value(Tensor.minimum(x, other))
            let isOrdered = zip(below.elements, above.elements).allSatisfy { $0 <= $1 + tolerance }
            return holds(isOrdered, "\(below) ≤ \(above)")
        case .bounded(let low, let high):
            return holds(y.elements.allSatisfy { $0 >= low - tolerance && $0 <= high + tolerance }, "\(low) … \(high)")
        case .nonNegative: return holds(y.elements.allSatisfy { $0 >= -tolerance }, "≥ 0")
        case .idempotent: return equal(y, try value(y))
        case .symmetric:
            guard let second = rest.first else { return nil }
            return equal(y, try evaluate([second, x] + rest.dropFirst()))
        case .zeroWhenEqual:
            let same = try evaluate([x, x] + rest.dropFirst())
            return equal(same.filled(with: 0), same)
        case .homogeneous(let degree):
            let scale = 1.75
            return equal(try y * Tensor(scale).power(Tensor(degree)), try value(x * Tensor(scale)))
        case .additive: return equal(try y + value(other), try value(x + other))
        case .subadditive:
            let bound = try y + value(other), whole = try value(x + other)
            return holds(zip(whole.elements, bound.elements).allSatisfy { $0 <= $1 + tolerance }, "≤ \(bound)")
        case .convex:
            let bound = try 0.5 * (y + value(other)), middle = try value(0.5 * (x + other))
            return holds(zip(middle.elements, bound.elements).allSatisfy { $0 <= $1 + tolerance }, "≤ \(bound)")
        case .concave:
            let bound = try 0.5 * (y + value(other)), middle = try value(0.5 * (x + other))
            return holds(zip(middle.elements, bound.elements).allSatisfy { $0 >= $1 - tolerance }, "≥ \(bound)")
        case .affine: return equal(try 0.5 * (y + value(other)), try value(0.5 * (x + other)))
        case .decreasing:
            let above = try value(Tensor.maximum(x, other)), below = try value(Tensor.minimum(x, other))
            let isOrdered = zip(below.elements, above.elements).allSatisfy { $0 >= $1 - tolerance }
            return holds(isOrdered, "\(below) ≥ \(above)")
        case .involution: return equal(x, try value(y))
        case .transposeInvariant: return equal(y, try value(x.matrixTransposed()))
        // `law` has gone inside.
        case .argument: return nil
        }
    }
}
