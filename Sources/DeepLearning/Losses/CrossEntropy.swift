import Tensors

/// The cross-entropy of predicted probabilities `p` relative to labels `y`, over the last axis.
///
///     H(y, p) = −Σ_j y_j log p_j
///
/// Terms with y_j = 0 count 0 also where p_j = 0. In units of `base` (e when nil).
/// Shapes: `[…, q]`, `[…, q]` → `[…]`, then reduced. Errors: `shapeMismatch`, `axisOutOfRange` for numbers.
/// Source: Shannon (1948); Good (1952).
public func crossEntropy(
    _ y: Tensor, _ p: Tensor, base: Double? = nil, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try requireSameShape(y, p, "cross-entropy")
    let losses = try -Tensor.xlogy(y, p).sum(axes: [-1])
    guard let base else { return try reduction.apply(losses) }
    return try reduction.apply(losses / Tensor(base).log())
}

/// The cross-entropy for labels given as class indices: −log p_y for each example.
///
/// Shapes: y `[n]` whole numbers, p `[n, q]` → `[n]`, then reduced. Errors: `shapeMismatch`, `indexOutOfRange`.
public func crossEntropy(
    classes y: Tensor, _ p: Tensor, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try reduction.apply(-chosen(y, of: p, "cross-entropy").log())
}

/// The cross-entropy of softmax(o) relative to `y`, from the logits.
///
///     −Σ_j y_j logsoftmax(o)_j
///
/// Shapes: `[…, q]`, `[…, q]` → `[…]`, then reduced. Errors: `shapeMismatch`, `axisOutOfRange`.
public func softmaxCrossEntropy(
    _ y: Tensor, logits o: Tensor, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try requireSameShape(y, o, "softmax cross-entropy")
    return try reduction.apply(-(y * logSoftmax(o)).sum(axes: [-1]))
}

/// The same for class indices. Shapes: y `[n]`, o `[n, q]` → `[n]`, then reduced.
public func softmaxCrossEntropy(
    classes y: Tensor, logits o: Tensor, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try reduction.apply(-chosen(y, of: logSoftmax(o), "softmax cross-entropy"))
}

/// −log p for the probability that was given to what happened.
///
/// Shapes: any, then reduced. Source: Fisher (1922).
public func negativeLogLikelihood(_ p: Tensor, reduction: Reduction = .none) throws(TensorError) -> Tensor {
    try reduction.apply(-p.log())
}

/// The cross-entropy of the probability `p` of class 1 relative to the label `y`, element by element.
///
///     −(y log p + (1 − y) log(1 − p))
///
/// Terms with weight 0 count 0. Shapes: any, equal; then reduced. Errors: `shapeMismatch`.
public func binaryCrossEntropy(
    _ y: Tensor, _ p: Tensor, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try requireSameShape(y, p, "binary cross-entropy")
    return try reduction.apply(-(Tensor.xlogy(y, p) + Tensor.apply(.xlog1py, 1 - y, -p)))
}

/// The same from the logit z, p = σ(z): log(1 + e^z) − y z, computed as y log(1 + e^−z) + (1 − y) log(1 + e^z), whose
/// terms do not cancel.
///
/// Shapes: any, equal; then reduced. Errors: `shapeMismatch`.
public func binaryCrossEntropy(
    _ y: Tensor, logits z: Tensor, reduction: Reduction = .none
) throws(TensorError) -> Tensor {
    try requireSameShape(y, z, "binary cross-entropy")
    return try reduction.apply(y * (-z).softplus() + (1 - y) * z.softplus())
}

/// For each row of `table` the element at the row's index.
private func chosen(_ y: Tensor, of table: Tensor, _ operation: String) throws(TensorError) -> Tensor {
    guard table.rank == y.rank + 1, Array(table.shape.dropLast()) == y.shape else {
        throw .shapeMismatch(y.shape, table.shape, operation: operation)
    }
    return try table.gathering(y.expandingDimensions(at: -1), axis: -1).squeezed(axes: [-1])
}
