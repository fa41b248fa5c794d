import Tensors

/// softmax(Q Kᵀ / √d) V, with d the length of a key unless another `scale` divides the scores.
///
/// Shapes: `[n, d]`, `[m, d]`, `[m, v]` → `[n, v]`, leading axes broadcast. Errors: `shapeMismatch`, `unexpectedShape`.
/// Source: Vaswani et al. (2017).
public func attention(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, scale: Tensor? = nil
) throws(TensorError) -> Tensor {
    let scores = try q.matmul(k.matrixTransposed())
    let divisor = scale ?? Tensor(Double(k.shape.last ?? 1)).sqrt()
    return try softmax(scores / divisor).matmul(v)
}
