import Tensors

/// x σ(β x), element by element; SiLU for β = 1.
///
/// Shapes: any, kept; β broadcasts. Source: Ramachandran, Zoph and Le (2017).
public func swish(_ x: Tensor, beta: Tensor = 1.0) throws(TensorError) -> Tensor { try x * (beta * x).sigmoid() }

/// x Φ(x) with Φ the standard normal distribution function, element by element.
///
///     GELU(x) = x/2 (1 + erf(x/√2))
///
/// Shapes: any, kept. Source: Hendrycks and Gimpel (2016).
public func gelu(_ x: Tensor) throws(TensorError) -> Tensor {
    // erfc keeps the relative accuracy of the left tail.
    try 0.5 * x * (-x / 1.414_213_562_373_095_1).applying(.erfc)
}

/// GELU by its tanh approximation: x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).
///
/// Shapes: any, kept. Source: Hendrycks and Gimpel (2016).
public func geluApproximation(_ x: Tensor) throws(TensorError) -> Tensor {
    let inner = try 0.797_884_560_802_865_4 * (x + 0.044715 * x * x * x)
    return try 0.5 * x * (1 + inner.tanh())
}

/// x tanh(log(1 + e^x)), element by element. Shapes: any, kept. Source: Misra (2019).
public func mish(_ x: Tensor) throws(TensorError) -> Tensor { try x * x.softplus().tanh() }
