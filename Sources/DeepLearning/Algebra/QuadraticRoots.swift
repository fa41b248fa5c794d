import Tensors

/// The root (−b + √(b² − 4ac)) / 2a of a x² + b x + c.
///
/// For b > 0 as 2c / (−b − √(b² − 4ac)), whose terms do not cancel. NaN where the roots are not real.
/// Shapes: any that broadcast. Source: Press et al. (2007), Numerical recipes, 5.6.
public func quadraticRoot(_ a: Tensor, _ b: Tensor, _ c: Tensor) throws(TensorError) -> Tensor {
    let root = try (b.square() - 4.0 * a * c).sqrt()
    let isPositive = try b.greater(0)
    // Each form divides by 1 where the other is taken, so that its gradient stays finite.
    let sum = try Tensor.select(isPositive, -b - root, 1.0)
    return try .select(isPositive, 2.0 * c / sum, (root - b) / (2.0 * a))
}
