import Tensors

/// How a loss over several examples becomes one number.
public enum Reduction: Sendable, Hashable {
    case none, sum, mean
    /// Half the sum, half the mean: the convention that makes a squared error's gradient the plain difference.
    case halfSum, halfMean

    func apply(_ losses: Tensor) throws(TensorError) -> Tensor {
        switch self {
        case .none: losses
        case .sum: try losses.sum()
        case .mean: try losses.mean()
        case .halfSum: try 0.5 * losses.sum()
        case .halfMean: try 0.5 * losses.mean()
        }
    }
}

/// Losses compare like with like: no broadcasting, which would hide a transposed operand.
func requireSameShape(_ a: Tensor, _ b: Tensor, _ operation: String) throws(TensorError) {
    if a.shape != b.shape { throw .shapeMismatch(a.shape, b.shape, operation: operation) }
}
