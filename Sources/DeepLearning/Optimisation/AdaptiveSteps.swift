import Tensors

/// One step of RMSProp: s' = γ s + (1 − γ) g², w' = w − η g / √(s' + ε), or with ε outside the root.
///
/// Shapes: any, equal. Errors: `shapeMismatch`. Source: Tieleman and Hinton (2012).
public func rmspropStep(
    _ w: Tensor, gradient g: Tensor, s: Tensor, rate: Tensor = 0.01, gamma: Tensor = 0.9, epsilon: Tensor = 1e-8,
    insideRoot: Bool = true
) throws(TensorError) -> (w: Tensor, s: Tensor) {
    try requireSameShape(w, g, "RMSProp")
    let next = try movingAverage(s, g.square(), beta: gamma)
    return (try w - rate * g / root(next, epsilon, insideRoot), next)
}

/// One step of AdaGrad: s' = s + g², w' = w − η g / √(s' + ε), or with ε outside the root.
///
/// Shapes: any, equal. Errors: `shapeMismatch`. Source: Duchi, Hazan and Singer (2011).
public func adagradStep(
    _ w: Tensor, gradient g: Tensor, s: Tensor, rate: Tensor = 0.01, epsilon: Tensor = 1e-8, insideRoot: Bool = true
) throws(TensorError) -> (w: Tensor, s: Tensor) {
    try requireSameShape(w, g, "AdaGrad")
    let next = try s + g.square()
    return (try w - rate * g / root(next, epsilon, insideRoot), next)
}

private func root(_ s: Tensor, _ epsilon: Tensor, _ insideRoot: Bool) throws(TensorError) -> Tensor {
    insideRoot ? try (s + epsilon).sqrt() : try s.sqrt() + epsilon
}
