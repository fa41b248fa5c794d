import Tensors

/// The share of examples whose largest score is at the label's index.
///
/// Shapes: scores `[n, q]` with y `[n]`, or predicted classes `[n]` with y `[n]` → `[]`.
/// Errors: `shapeMismatch`, `emptyReduction`.
public func accuracy(_ y: Tensor, _ prediction: Tensor) throws(TensorError) -> Tensor {
    let classes = prediction.rank == y.rank + 1 ? try prediction.argmax(axis: -1) : prediction
    try requireSameShape(y, classes, "accuracy")
    return try classes.equal(y).mean()
}
