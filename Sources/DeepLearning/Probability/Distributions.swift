import Tensors

/// p^x (1 − p)^(1 − x). Shapes: any that broadcast; x is 0 or 1.
public func bernoulliProbability(_ x: Tensor, p: Tensor) throws(TensorError) -> Tensor {
    try p.power(x) * (1 - p).power(1 - x)
}

/// C(n, k) p^k (1 − p)^(n − k), through logarithms of factorials; 0 for k outside 0 … n.
///
/// Shapes: any that broadcast. Accuracy: relative 1e-12 for n below 1000.
public func binomialProbability(_ k: Tensor, n: Tensor, p: Tensor) throws(TensorError) -> Tensor {
    let rest = try n - k
    let isInside = try k.greaterEqual(0).logicalAnd(rest.greaterEqual(0))
    let safeK = try Tensor.select(isInside, k, 0.0), safeRest = try Tensor.select(isInside, rest, 0.0)
    let choose = try (safeK + safeRest + 1).applying(.logGamma) - (safeK + 1).applying(.logGamma)
        - (safeRest + 1).applying(.logGamma)
    let logarithm = try choose + Tensor.xlogy(safeK, p) + Tensor.apply(.xlog1py, safeRest, -p)
    return try .select(isInside, logarithm.exp(), 0.0)
}

/// λ^k e^−λ / k!, through logarithms. Shapes: any that broadcast; k ≥ 0. Accuracy: relative 1e-12 for k below 1000.
public func poissonProbability(_ k: Tensor, lambda: Tensor) throws(TensorError) -> Tensor {
    try (Tensor.xlogy(k, lambda) - lambda - (k + 1).applying(.logGamma)).exp()
}

/// λ e^−λx for x ≥ 0, else 0. Shapes: any that broadcast.
public func exponentialDensity(_ x: Tensor, rate: Tensor = 1.0) throws(TensorError) -> Tensor {
    try .select(x.greaterEqual(0), rate * (-(rate * x)).exp(), 0.0)
}
