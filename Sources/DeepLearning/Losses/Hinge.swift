import Tensors

/// max(0, 1 − y f), element by element, for labels y = ±1 and scores f.
///
/// Shapes: any, equal; then reduced. Errors: `shapeMismatch`. Source: Cortes and Vapnik (1995).
public func hingeLoss(_ y: Tensor, _ score: Tensor, reduction: Reduction = .none) throws(TensorError) -> Tensor {
    try requireSameShape(y, score, "hinge loss")
    return try reduction.apply(relu(1 - y * score))
}

/// Σ_{j ≠ y} max(0, s_j − s_y + margin) for each row of scores.
///
/// Shapes: y `[n]` class indices, s `[n, q]` → `[n]`, then reduced. Errors: `shapeMismatch`, `indexOutOfRange`.
/// Source: Weston and Watkins (1999).
public func multiclassHingeLoss(
    _ y: Tensor, _ scores: Tensor, margin: Tensor = 1.0, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    guard scores.rank == 2, y.shape == [scores.shape[0]] else {
        throw .shapeMismatch(y.shape, scores.shape, operation: "multiclass hinge loss")
    }
    let index = try y.expandingDimensions(at: -1)
    let right = try scores.gathering(index, axis: -1)
    let others = try 1 - Tensor.oneHot(y, classes: scores.shape[1])
    return try reduction.apply((others * relu(scores - right + margin)).sum(axes: [-1]))
}
