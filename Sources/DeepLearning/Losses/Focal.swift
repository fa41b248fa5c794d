import Tensors

/// −(1 − p)^γ log p for the probability of the true class. Shapes: any. Source: Lin et al. (2017).
public func focalLoss(_ p: Tensor, gamma: Tensor = 2.0) throws(TensorError) -> Tensor {
    try -((1 - p).power(gamma) * p.log())
}

/// (1 − ε) y + ε/q over the last axis. Shapes: `[…, q]`, kept. Errors: `unexpectedShape` for a number.
/// Source: Szegedy et al. (2016).
public func labelSmoothing(_ y: Tensor, epsilon: Tensor = 0.1) throws(TensorError) -> Tensor {
    guard let classes = y.shape.last else {
        throw .unexpectedShape(y.shape, expected: "at least one axis", operation: "label smoothing")
    }
    return try (1 - epsilon) * y + epsilon / Tensor(Double(classes))
}

/// exp(−(1/n) Σ log p_t). Shapes: `[n]` → `[]`. Errors: `emptyReduction`. Source: Jelinek et al. (1977).
public func perplexity(_ p: Tensor) throws(TensorError) -> Tensor { try (-p.log().mean()).exp() }
