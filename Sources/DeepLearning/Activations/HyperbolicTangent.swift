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
