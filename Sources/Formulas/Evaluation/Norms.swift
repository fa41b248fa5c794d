import Source
import Tensors

/// Norms of vectors and matrices.
extension Machine {
    func norm(
        _ a: Value, _ order: ExpressionTree.NormOrder, _ exponent: ID, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        let own = rank(a)
        if own == 0 { return Value(tensor: a.tensor.applying(.abs), slots: a.slots) }
        let axes = Array((a.tensor.rank - own)..<a.tensor.rank)
        func p(_ p: Double) throws(EvaluationError) -> Value {
            try lift(a, range) { t throws(TensorError) in try t.norm(p, axes: axes) }
        }
        switch order {
        case .frobenius: return try p(2)
        case .euclidean: return try p(2)
        case .one where own == 1: return try p(1)
        case .infinity where own == 1: return try p(.infinity)
        case .zero where own == 1: return try p(0)
        case .one:
            return try lift(a, range) { t throws(TensorError) in try t.abs().sum(axes: [t.rank - 2]).maximum(axes: [t.rank - 2]) }
        case .infinity:
            return try lift(a, range) { t throws(TensorError) in try t.abs().sum(axes: [t.rank - 1]).maximum(axes: [t.rank - 2]) }
        case .exponent:
            let exponent = try value(exponent)
            // By the definition, so that the order may be any expression.
            let powers = try broadcastBinary(.power, Value(tensor: a.tensor.applying(.abs), slots: a.slots), exponent, range)
            let sum = try lift(powers, range) { t throws(TensorError) in
                try t.sum(axes: Array(powers.slots.nonzeroBitCount..<t.rank))
            }
            return try broadcastBinary(.power, sum, Value(tensor: exponent.tensor.applying(.reciprocal), slots: exponent.slots), range)
        case .spectral where own == 1: return try p(2)
        case .spectral, .nuclear:
            guard own == 2, derivativeDepth == 0 else {
                throw EvaluationError(.unsupported, at: range, "this norm is of matrices, and its derivative is not taken")
            }
            return try perMatrix(a, range) { t throws(TensorError) in
                let values = try t.singularValues()
                return order == .spectral ? try values.maximum() : try values.sum()
            }
        case .zero:
            throw EvaluationError(.unsupported, at: range, "this norm of a matrix is not evaluated")
        }
    }
}
