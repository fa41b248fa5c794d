import Tensors

/// ŷ = X w + b. Shapes: `[n, d]`, `[d]`, `[]` → `[n]`. Errors: `shapeMismatch`.
public func linearPrediction(_ x: Tensor, _ w: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    try matrixVectorProduct(x, w) + b
}

/// The weights of least squares: w* = (XᵀX)⁻¹ Xᵀ y.
///
/// Shapes: `[n, d]`, `[n]` → `[d]`. Errors: `shapeMismatch`; `singular` where columns depend on each other.
/// Source: Gauss (1809).
public func leastSquares(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {
    guard x.rank == 2, y.rank >= 1, y.shape[0] == x.shape[0] else {
        throw .shapeMismatch(x.shape, y.shape, operation: "least squares")
    }
    let transposed = try x.matrixTransposed()
    let normal = try transposed.matmul(x)
    let first = try normal.solving(transposed.matmul(y))
    // The normal equations square the condition number; solving them once more for the residual takes that back
    // (the corrected seminormal equations: Björck 1987).
    return try first + normal.solving(transposed.matmul(y - x.matmul(first)))
}

/// The weights of ridge regression: (XᵀX + λ I)⁻¹ Xᵀ y. Shapes and errors as `leastSquares`.
/// Source: Hoerl and Kennard (1970).
public func ridgeRegression(_ x: Tensor, _ y: Tensor, lambda: Tensor) throws(TensorError) -> Tensor {
    guard x.rank == 2, y.rank >= 1, y.shape[0] == x.shape[0] else {
        throw .shapeMismatch(x.shape, y.shape, operation: "ridge regression")
    }
    let transposed = try x.matrixTransposed()
    let normal = try transposed.matmul(x) + lambda * Tensor.eye(x.shape[1])
    let first = try normal.solving(transposed.matmul(y))
    return try first + normal.solving(transposed.matmul(y - x.matmul(first)) - lambda * first)
}

/// ∇_w (1/2n) ‖X w − y‖² = (1/n) Xᵀ (X w − y). Shapes: `[n, d]`, `[d]`, `[n]` → `[d]`. Errors: `shapeMismatch`.
public func linearRegressionGradient(_ x: Tensor, _ w: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {
    let residual = try matrixVectorProduct(x, w)
    try requireSameShape(residual, y, "linear regression")
    return try x.matrixTransposed().matmul(residual - y) / Tensor(Double(x.shape[0]))
}
