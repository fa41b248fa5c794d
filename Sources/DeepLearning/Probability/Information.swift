import Tensors

/// H(p) = −Σ_j p_j log p_j over the last axis, 0 log 0 = 0; in units of `base` (e when nil).
///
/// Shapes: `[…, q]` → `[…]`. Errors: `axisOutOfRange` for a number. Source: Shannon (1948).
public func entropy(_ p: Tensor, base: Double? = nil) throws(TensorError) -> Tensor {
    let value = try -Tensor.xlogy(p, p).sum(axes: [-1])
    guard let base else { return value }
    return try value / Tensor(base).log()
}

/// D(p ‖ q) = Σ_j p_j log(p_j / q_j) over the last axis; terms with p_j = 0 count 0.
///
/// Shapes: `[…, q]`, equal → `[…]`. Errors: `shapeMismatch`. Source: Kullback and Leibler (1951).
public func kullbackLeibler(_ p: Tensor, _ q: Tensor, base: Double? = nil) throws(TensorError) -> Tensor {
    try requireSameShape(p, q, "KL divergence")
    let value = try (Tensor.xlogy(p, p) - Tensor.xlogy(p, q)).sum(axes: [-1])
    guard let base else { return value }
    return try value / Tensor(base).log()
}
