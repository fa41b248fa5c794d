import Tensors

/// (ŷ − y)², element by element, then reduced. Shapes: any, equal. Errors: `shapeMismatch`.
/// Source: Gauss (1809); Legendre (1805).
public func squaredError(_ y: Tensor, _ prediction: Tensor, reduction: Reduction = .none) throws(TensorError) -> Tensor {
    try requireSameShape(y, prediction, "squared error")
    return try reduction.apply((prediction - y).square())
}

/// The mean of squared differences: (1/n) Σ_i (ŷ_i − y_i)²; also as a sum, or half of either.
///
/// Shapes: any, equal → `[]`. Errors: `shapeMismatch`, `emptyReduction`.
public func meanSquaredError(
    _ y: Tensor, _ prediction: Tensor, reduction: Reduction = .mean
) throws(TensorError) -> Tensor {
    try squaredError(y, prediction, reduction: reduction)
}

/// √((1/n) Σ_i (ŷ_i − y_i)²). Shapes: any, equal → `[]`. Errors: `shapeMismatch`, `emptyReduction`.
public func rootMeanSquaredError(_ y: Tensor, _ prediction: Tensor) throws(TensorError) -> Tensor {
    try requireSameShape(y, prediction, "squared error")
    guard y.count > 0 else { throw .emptyReduction(operation: "mean") }
    // The norm scales, so that squares neither overflow nor vanish.
    return try (prediction - y).norm() / Tensor(Double(y.count)).sqrt()
}

/// The mean of absolute differences: (1/n) Σ_i |ŷ_i − y_i|. Shapes: any, equal; then reduced.
/// Errors: `shapeMismatch`, `emptyReduction`.
public func meanAbsoluteError(
    _ y: Tensor, _ prediction: Tensor, reduction: Reduction = .mean
) throws(TensorError) -> Tensor {
    try requireSameShape(y, prediction, "absolute error")
    return try reduction.apply((prediction - y).abs())
}

/// Squared near 0, linear beyond δ.
///
///     ½ r² for |r| ≤ δ, δ (|r| − δ/2) otherwise,   r = ŷ − y
///
/// Shapes: any, equal; then reduced. Errors: `shapeMismatch`. Source: Huber (1964).
public func huberLoss(
    _ y: Tensor, _ prediction: Tensor, delta: Tensor = 1.0, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try requireSameShape(y, prediction, "Huber loss")
    let r = try prediction - y
    let size = r.abs()
    let near = try 0.5 * r.square(), far = try delta * (size - 0.5 * delta)
    return try reduction.apply(.select(size.lessEqual(delta), near, far))
}
