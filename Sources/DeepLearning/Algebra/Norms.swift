import Tensors

/// (Σ_i |x_i|^p)^(1/p) of a vector. Shapes: `[n]` → `[]`. Errors: `unexpectedShape`; `invalidArgument` unless p ≥ 1.
/// The gradient at 0 is 0. Source: Riesz (1910).
public func vectorNorm(_ x: Tensor, _ p: Double = 2) throws(TensorError) -> Tensor {
    guard x.rank == 1 else { throw .unexpectedShape(x.shape, expected: "a vector", operation: "norm") }
    guard p >= 1 else { throw .invalidArgument("order \(p) is below 1", operation: "norm") }
    return try x.norm(p)
}

/// (Σ_i |x_i|^p)^(1/p) of a vector, with a gradient for the order too.
///
/// Shapes: `[n]`, `[]` → `[]`. Errors: as above, but any p > 0 has a value.
public func vectorNorm(_ x: Tensor, order p: Tensor) throws(TensorError) -> Tensor {
    guard x.rank == 1 else { throw .unexpectedShape(x.shape, expected: "a vector", operation: "norm") }
    let order = try p.item
    guard order > 0 else { throw .invalidArgument("order \(order) is not positive", operation: "norm") }
    let sizes = x.abs()
    let scale = sizes.maximumMagnitude
    // The scale cancels, in the value and in the gradient.
    guard scale > 0, order.isFinite else { return try x.norm(order) }
    return try Tensor(scale) * (sizes / Tensor(scale)).power(p).sum().power(p.reciprocal())
}

/// √(Σ_ij a_ij²) of a matrix. Shapes: `[m, n]` → `[]`. Errors: `unexpectedShape`.
public func frobeniusNorm(_ a: Tensor) throws(TensorError) -> Tensor {
    guard a.rank == 2 else { throw .unexpectedShape(a.shape, expected: "a matrix", operation: "Frobenius norm") }
    return try a.norm()
}
