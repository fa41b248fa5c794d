import Tensors

/// Batch normalisation over the rows of a batch, with the population variance.
///
///     γ (x − μ) / √(σ² + ε) + β
///
/// Shapes: x `[n, d]`, γ and β `[d]` or `[]` → `[n, d]`. Errors: `unexpectedShape`, `emptyReduction`.
/// Source: Ioffe and Szegedy (2015).
public func batchNormalisation(
    _ x: Tensor, gamma: Tensor = 1.0, beta: Tensor = 0.0, epsilon: Tensor = 1e-5
) throws(TensorError) -> Tensor {
    guard x.rank >= 2 else { throw .unexpectedShape(x.shape, expected: "a batch", operation: "batch normalisation") }
    return try gamma * standardised(x, axis: 0, epsilon: epsilon) + beta
}

/// Layer normalisation over the last axis, with the population variance.
///
/// Shapes: x `[…, d]`, γ and β `[d]` or `[]`. Errors: `axisOutOfRange`, `emptyReduction`.
/// Source: Ba, Kiros and Hinton (2016).
public func layerNormalisation(
    _ x: Tensor, gamma: Tensor = 1.0, beta: Tensor = 0.0, epsilon: Tensor = 1e-5
) throws(TensorError) -> Tensor {
    try gamma * standardised(x, axis: -1, epsilon: epsilon) + beta
}

/// (x − μ) / √(σ² + ε) along an axis.
public func standardised(_ x: Tensor, axis: Int, epsilon: Tensor = 0.0) throws(TensorError) -> Tensor {
    let centred = try x - x.mean(axes: [axis], keepDimensions: true)
    let variance = try x.variance(axes: [axis], keepDimensions: true)
    return try centred / (variance + epsilon).sqrt()
}
