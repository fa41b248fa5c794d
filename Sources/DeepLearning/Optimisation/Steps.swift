import Tensors

/// w − η g. Shapes: any, equal. Errors: `shapeMismatch`. Source: Robbins and Monro (1951).
public func gradientStep(_ w: Tensor, _ g: Tensor, rate: Tensor = 0.1) throws(TensorError) -> Tensor {
    try requireSameShape(w, g, "gradient step")
    return try w - rate * g
}

/// The velocity of momentum: β v + g. Shapes: any, equal. Source: Polyak (1964).
public func momentum(_ v: Tensor, _ g: Tensor, beta: Tensor = 0.9) throws(TensorError) -> Tensor {
    try requireSameShape(v, g, "momentum")
    return try beta * v + g
}

/// A gradient step with weight decay: (1 − η λ) w − η g. Shapes: any, equal. Source: Krogh and Hertz (1992).
public func weightDecayStep(
    _ w: Tensor, _ g: Tensor, rate: Tensor = 0.1, decay: Tensor = 0.01
) throws(TensorError) -> Tensor {
    try requireSameShape(w, g, "weight decay")
    return try (1 - rate * decay) * w - rate * g
}

/// λ/2 ‖w‖². Shapes: any → `[]`.
public func l2Penalty(_ w: Tensor, lambda: Tensor = 0.01) throws(TensorError) -> Tensor {
    try 0.5 * lambda * w.square().sum()
}

/// The exponentially weighted average: β v + (1 − β) x. Shapes: any, equal. Errors: `shapeMismatch`.
public func movingAverage(_ v: Tensor, _ x: Tensor, beta: Tensor = 0.9) throws(TensorError) -> Tensor {
    try requireSameShape(v, x, "moving average")
    return try beta * v + (1 - beta) * x
}

/// v / (1 − β^t): an average that began at 0, freed of that bias. Shapes: any; t ≥ 1.
/// Source: Kingma and Ba (2015), section 3.
public func biasCorrected(_ v: Tensor, step t: Tensor, beta: Tensor = 0.9) throws(TensorError) -> Tensor {
    try v / (1 - beta.power(t))
}

/// One step of Adam.
///
///     m' = β₁ m + (1 − β₁) g,   v' = β₂ v + (1 − β₂) g²
///     w' = w − η m̂ / (√v̂ + ε),   m̂ = m'/(1 − β₁^t),   v̂ = v'/(1 − β₂^t)
///
/// Shapes: w, g, m, v any, equal; t ≥ 1. Errors: `shapeMismatch`. Source: Kingma and Ba (2015), algorithm 1.
public func adamStep(
    _ w: Tensor, gradient g: Tensor, m: Tensor, v: Tensor, step t: Tensor, rate: Tensor = 0.001,
    beta1: Tensor = 0.9, beta2: Tensor = 0.999, epsilon: Tensor = 1e-8
) throws(TensorError) -> (w: Tensor, m: Tensor, v: Tensor) {
    try requireSameShape(w, g, "Adam")
    let first = try movingAverage(m, g, beta: beta1)
    let second = try movingAverage(v, g.square(), beta: beta2)
    let numerator = try biasCorrected(first, step: t, beta: beta1)
    let denominator = try biasCorrected(second, step: t, beta: beta2).sqrt() + epsilon
    return (try w - rate * numerator / denominator, first, second)
}

/// (f(x + h) − f(x − h)) / (2h) from the two values. Shapes: any, equal. Error: O(h²).
public func centralDifference(_ above: Tensor, _ below: Tensor, h: Tensor) throws(TensorError) -> Tensor {
    try (above - below) / (2 * h)
}
