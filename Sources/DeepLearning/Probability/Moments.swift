import Tensors

/// (1/(n − c)) Σ (x_i − x̄)(y_i − ȳ) with c = `correction`. Shapes: `[n]`, `[n]` → `[]`.
///
/// Errors: `shapeMismatch`; `invalidArgument` unless n > c.
public func covariance(_ x: Tensor, _ y: Tensor, correction: Int = 0) throws(TensorError) -> Tensor {
    try requireSameShape(x, y, "covariance")
    let (divisor, overflow) = x.count.subtractingReportingOverflow(correction)
    guard !overflow, divisor > 0 else {
        throw .invalidArgument("needs more than \(correction) elements, found \(x.count)", operation: "covariance")
    }
    return try ((x - x.mean()) * (y - y.mean())).sum() / Tensor(Double(divisor))
}

/// Covariance over both standard deviations. Shapes: `[n]`, `[n]` → `[]`. NaN where one is constant.
public func correlation(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {
    try requireSameShape(x, y, "correlation")
    let a = try x - x.mean(), b = try y - y.mean()
    return try (a * b).sum() / (a.norm() * b.norm())
}

/// (x − min x) / (max x − min x). Shapes: any, kept. NaN where all elements are equal.
public func minMaxScaled(_ x: Tensor) throws(TensorError) -> Tensor {
    let low = try x.minimum()
    return try (x - low) / (x.maximum() - low)
}
