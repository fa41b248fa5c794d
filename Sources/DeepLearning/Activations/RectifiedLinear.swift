import Tensors

/// The rectified linear unit, element by element.
///
///     ReLU(x) = max(x, 0)
///
/// Shapes: any, kept. The gradient at 0 is 0, as in PyTorch. Source: Nair and Hinton (2010).
public func relu(_ x: Tensor) throws(TensorError) -> Tensor { try .select(x.greater(0), x, 0.0) }

/// A rectified linear unit with slope α for negative x; PReLU where α is learned.
///
///     LeakyReLU(x) = x for x > 0, α x otherwise
///
/// For 0 < α < 1 this is max(α x, x). Shapes: any, kept; α broadcasts. The gradient at 0 is α, as in PyTorch.
/// Source: Maas, Hannun and Ng (2013); He et al. (2015) for learned α.
public func leakyReLU(_ x: Tensor, alpha: Tensor = 0.01) throws(TensorError) -> Tensor {
    try .select(x.greater(0), x, alpha * x)
}

/// The exponential linear unit, element by element.
///
///     ELU(x) = x for x > 0, α (e^x − 1) otherwise
///
/// Shapes: any, kept. Source: Clevert, Unterthiner and Hochreiter (2016).
public func elu(_ x: Tensor, alpha: Tensor = 1.0) throws(TensorError) -> Tensor {
    // Only x ≤ 0 reaches the exponential: an infinity there would turn the gradient of x > 0 into NaN.
    try .select(x.greater(0), x, alpha * x.clip(-.infinity, 0).expm1())
}

/// The self-normalising form of ELU, λ ELU(x) with α = 1.6732632423543772, λ = 1.0507009873554805.
///
/// Shapes: any, kept. Source: Klambauer et al. (2017).
public func selu(_ x: Tensor) throws(TensorError) -> Tensor {
    try 1.050_700_987_355_480_5 * elu(x, alpha: 1.673_263_242_354_377_2)
}

/// 1 for x > 0, else 0 (`atZero` at 0), element by element. The gradient is 0.
///
/// Shapes: any, kept.
public func step(_ x: Tensor, atZero: Double = 0) throws(TensorError) -> Tensor {
    try .select(x.equal(0), Tensor(atZero), x.greater(0).converted(to: .float))
}
