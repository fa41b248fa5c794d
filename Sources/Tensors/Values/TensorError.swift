/// Why an operation on tensors has no result. Shapes are data, so that a caller can say more than the description.
public enum TensorError: Error, Sendable, Hashable {
    /// Two operands whose shapes do not fit.
    case shapeMismatch([Int], [Int], operation: String)
    /// An operand whose shape the operation cannot take; `expected` in words, such as "a square matrix".
    case unexpectedShape([Int], expected: String, operation: String)
    case elementCount(Int, shape: [Int])
    case axisOutOfRange(axis: Int, rank: Int, operation: String)
    case repeatedAxis(Int, operation: String)
    case indexOutOfRange(index: Int, size: Int, axis: Int)
    case tooManyIndices(count: Int, rank: Int)
    /// More elements than `Shape.maximumCount`, or a product that overflows.
    case sizeOverflow([Int])
    case notScalar([Int], operation: String)
    case emptyReduction(operation: String)
    /// `toRounding`: no pivot is exactly zero, but one is nothing else than rounding.
    case singular(operation: String, toRounding: Bool = false)
    case notPositiveDefinite(operation: String)
    case noConvergence(operation: String)
    case differentTapes
    case notTracked
    case notDifferentiable(operation: String)
    case invalidArgument(String, operation: String)
}

extension TensorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .shapeMismatch(let a, let b, let operation):
            "\(operation): shapes \(Shape.text(a)) and \(Shape.text(b)) do not fit"
        case .unexpectedShape(let shape, let expected, let operation):
            "\(operation): expected \(expected), found shape \(Shape.text(shape))"
        case .elementCount(let count, let shape): "\(count) elements do not fill shape \(Shape.text(shape))"
        case .axisOutOfRange(let axis, let rank, let operation):
            "\(operation): axis \(axis) is out of range for \(rank) \(rank == 1 ? "axis" : "axes")"
        case .repeatedAxis(let axis, let operation): "\(operation): axis \(axis) is named twice"
        case .indexOutOfRange(let index, let size, let axis):
            "index \(index) is out of range for axis \(axis) of size \(size)"
        case .tooManyIndices(let count, let rank): "\(count) indices for \(rank) \(rank == 1 ? "axis" : "axes")"
        case .sizeOverflow(let shape): "a tensor of shape \(Shape.text(shape)) is too large"
        case .notScalar(let shape, let operation):
            "\(operation): expected a single number, found shape \(Shape.text(shape))"
        case .emptyReduction(let operation): "\(operation): no elements"
        case .singular(let operation, _): "\(operation): the matrix is singular"
        case .notPositiveDefinite(let operation): "\(operation): the matrix is not positive definite"
        case .noConvergence(let operation): "\(operation): no convergence"
        case .differentTapes: "the operands are tracked by different tapes"
        case .notTracked: "the tensor is not tracked by this tape"
        case .notDifferentiable(let operation): "\(operation) has no gradient here"
        case .invalidArgument(let message, let operation): "\(operation): \(message)"
        }
    }
}
