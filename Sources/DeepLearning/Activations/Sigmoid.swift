import Tensors

/// The logistic function, element by element.
///
///     σ(x) = 1 / (1 + e^−x)
///
/// Shapes: any, kept. Range: [0, 1]; computed as e^x / (1 + e^x) for x < 0, so that nothing overflows.
/// Accuracy: 2 ulp. Source: Verhulst (1845).
public func sigmoid(_ x: Tensor) throws(TensorError) -> Tensor { x.sigmoid() }

/// log σ(x) = −log(1 + e^−x), exact where σ(x) vanishes.
///
/// Shapes: any, kept.
public func logSigmoid(_ x: Tensor) throws(TensorError) -> Tensor { -(-x).softplus() }

/// The smooth form of ReLU, element by element: log(1 + e^x).
///
/// Shapes: any, kept. Source: Dugas et al. (2001), Incorporating second-order functional knowledge for better option
/// pricing.
public func softplus(_ x: Tensor) throws(TensorError) -> Tensor { x.softplus() }
