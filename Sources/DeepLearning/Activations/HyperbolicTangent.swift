import Tensors

/// The hyperbolic tangent, element by element.
///
///     tanh(x) = (e^x − e^−x) / (e^x + e^−x) = (1 − e^−2x) / (1 + e^−2x)
///
/// Shapes: any, kept. Range: [−1, 1]. Source: NIST Handbook of Mathematical Functions (2010), 4.28.4.
public func tanh(_ x: Tensor) throws(TensorError) -> Tensor { x.tanh() }

/// x / (1 + |x|), element by element.
///
/// Shapes: any, kept. Source: Turian, Bergstra and Bengio (2009).
public func softsign(_ x: Tensor) throws(TensorError) -> Tensor { try x / (1 + x.abs()) }

/// x cut off at −1 and 1, element by element.
///
/// Shapes: any, kept. Source: Collobert (2004).
public func hardTanh(_ x: Tensor) throws(TensorError) -> Tensor { try x.clip(-1, 1) }

/// x − tanh x, element by element.
///
/// For |x| ≤ 1 through the continued fraction tanh x = x/(1 + x²/(3 + x²/(5 + …))), which has no cancellation:
///
///     x − tanh x = x³ / (T + x²),   T = 3 + x²/(5 + x²/(7 + …))
///
/// Shapes: any, kept. Accuracy: 8 ulp. Source: Lambert (1768) for the fraction.
public func tanhShrink(_ x: Tensor) throws(TensorError) -> Tensor {
    let isSmall = try x.abs().lessEqual(1)
    let small = try Tensor.select(isSmall, x, 1.0)
    let square = small.square()
    var tail = Tensor(23)
    for odd in stride(from: 21.0, through: 3, by: -2) { tail = try Tensor(odd) + square / tail }
    return try .select(isSmall, small * square / (tail + square), x - x.tanh())
}
