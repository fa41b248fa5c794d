import Tensors

/// The normalised exponential along an axis.
///
///     softmax(x)_i = e^(x_i − m) / Σ_j e^(x_j − m),   m = max_j x_j
///
/// Shapes: `[…, q]`, kept. The shift by m keeps every exponent at or below 0.
/// Errors: `axisOutOfRange` (a number has no axis), `emptyReduction`. Source: Bridle (1990).
public func softmax(_ x: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
    let largest = try x.detached.maximum(axes: [axis], keepDimensions: true)
    let powers = try (x - largest).exp()
    return try powers / powers.sum(axes: [axis], keepDimensions: true)
}

/// log softmax(x), exact where softmax vanishes.
///
///     logsoftmax(x)_i = x_i − log Σ_j e^x_j
///
/// Shapes: `[…, q]`, kept. Errors: as `softmax`.
public func logSoftmax(_ x: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
    let largest = try x.detached.maximum(axes: [axis], keepDimensions: true)
    let shifted = try x - largest
    return try shifted - shifted.logSumExp(axes: [axis], keepDimensions: true)
}
