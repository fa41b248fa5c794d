import Tensors

/// A dense layer on one example or on a batch of rows.
///
///     y = W x + b,   Y = X Wᵀ + b
///
/// Shapes: x `[d]` or `[n, d]`, W `[q, d]`, b `[q]` → `[q]` or `[n, q]`. Errors: `shapeMismatch`.
public func dense(_ x: Tensor, weight w: Tensor, bias b: Tensor) throws(TensorError) -> Tensor {
    guard w.rank == 2, b.shape == [w.shape[0]] else {
        throw .shapeMismatch(w.shape, b.shape, operation: "dense layer")
    }
    return try x.matmul(w.matrixTransposed()) + b
}

/// A perceptron with one hidden layer: W₂ ReLU(W₁ x + b₁) + b₂. Shapes as `dense`.
public func multilayerPerceptron(
    _ x: Tensor, _ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor
) throws(TensorError) -> Tensor {
    try dense(relu(dense(x, weight: w1, bias: b1)), weight: w2, bias: b2)
}

/// Elements kept where `mask` is 1, divided by the chance 1 − p of being kept: E = x.
///
/// Shapes: any, equal. Errors: `shapeMismatch`. Source: Srivastava et al. (2014); scaled as in Hinton et al. (2012).
public func dropout(_ x: Tensor, mask: Tensor, p: Tensor) throws(TensorError) -> Tensor {
    try requireSameShape(x, mask, "dropout")
    return try x * mask / (1 - p)
}
