import Tensors

/// The density of N(μ, σ²), element by element.
///
///     p(x) = exp(−(x − μ)² / (2σ²)) / √(2πσ²)
///
/// Shapes: any that broadcast. `sigma` is the standard deviation. Source: Gauss (1809).
public func normalDensity(_ x: Tensor, mean: Tensor = 0.0, sigma: Tensor = 1.0) throws(TensorError) -> Tensor {
    let z = try (x - mean) / sigma
    return try (-0.5 * z.square()).exp() / (2.506_628_274_631_000_5 * sigma)
}

/// log p(x) of N(μ, σ²): −(x − μ)²/(2σ²) − log σ − ½ log 2π; exact where the density vanishes.
///
/// Shapes: any that broadcast.
public func normalLogDensity(_ x: Tensor, mean: Tensor = 0.0, sigma: Tensor = 1.0) throws(TensorError) -> Tensor {
    let z = try (x - mean) / sigma
    return try -0.5 * z.square() - sigma.log() - 0.918_938_533_204_672_7
}
