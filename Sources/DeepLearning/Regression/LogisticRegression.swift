import Tensors

/// σ(X w + b): the probability of class 1.
///
/// Shapes: `[d]` or `[n, d]`, `[d]`, `[]` → `[]` or `[n]`. Errors: `shapeMismatch`. Source: Cox (1958).
public func logisticRegression(_ x: Tensor, _ w: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    try (x.matmul(w) + b).sigmoid()
}
