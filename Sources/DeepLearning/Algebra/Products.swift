import Tensors

/// Σ_i x_i y_i. Shapes: `[n]`, `[n]` → `[]`. Errors: `shapeMismatch`.
public func dotProduct(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor { try x.dot(y) }

/// x·y / (‖x‖ ‖y‖), the cosine of the angle between them. Shapes: `[n]`, `[n]` → `[]`. Errors: `shapeMismatch`;
/// the value is NaN where a vector is 0.
public func cosineSimilarity(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {
    // Unit vectors first: the product of large vectors, or of their lengths, leaves the range.
    try (x / x.norm()).dot(y / y.norm())
}

/// (A x)_i = Σ_j a_ij x_j. Shapes: `[m, n]`, `[n]` → `[m]`. Errors: `shapeMismatch`.
public func matrixVectorProduct(_ a: Tensor, _ x: Tensor) throws(TensorError) -> Tensor {
    guard a.rank == 2, x.rank == 1 else { throw .shapeMismatch(a.shape, x.shape, operation: "matrix-vector product") }
    return try a.matmul(x)
}

/// (A B)_ij = Σ_k a_ik b_kj. Shapes: `[m, k]`, `[k, n]` → `[m, n]`. Errors: `shapeMismatch`.
public func matrixProduct(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    guard a.rank == 2, b.rank == 2 else { throw .shapeMismatch(a.shape, b.shape, operation: "matrix product") }
    return try a.matmul(b)
}

/// (A ⊙ B)_ij = a_ij b_ij. Shapes: any, equal. Errors: `shapeMismatch`. Source: Hadamard (1893); Schur (1911).
public func hadamardProduct(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    try requireSameShape(a, b, "Hadamard product")
    return try a * b
}

/// (x yᵀ)_ij = x_i y_j. Shapes: `[m]`, `[n]` → `[m, n]`. Errors: `shapeMismatch` unless both are vectors.
public func outerProduct(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {
    guard x.rank == 1, y.rank == 1 else { throw .shapeMismatch(x.shape, y.shape, operation: "outer product") }
    return try x.outer(y)
}

/// (Aᵀ)_ij = a_ji. Shapes: `[m, n]` → `[n, m]`. Errors: `unexpectedShape`.
public func transpose(_ a: Tensor) throws(TensorError) -> Tensor { try a.matrixTransposed() }

/// Σ_i a_ii. Shapes: `[n, n]` → `[]`. Errors: `unexpectedShape` unless square.
public func trace(_ a: Tensor) throws(TensorError) -> Tensor {
    guard a.rank == 2, a.shape[0] == a.shape[1] else {
        throw .unexpectedShape(a.shape, expected: "a square matrix", operation: "trace")
    }
    return try a.trace()
}
