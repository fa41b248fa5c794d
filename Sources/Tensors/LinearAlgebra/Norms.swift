import Glibc

extension Tensor {
    /// (Σ |x|^p)^(1/p) over the axes (all when nil): the vector norm, for p = 2 over all axes of a matrix the
    /// Frobenius norm. p = ∞ is the largest magnitude, −∞ the smallest, 0 the count of elements that are not 0.
    ///
    /// Scaled by the largest magnitude, so that squares neither overflow nor vanish. The gradient at 0 is 0, the
    /// subgradient of least norm. Errors: `invalidArgument` for a NaN order, `emptyReduction` for p = ±∞ of nothing.
    public func norm(
        _ p: Double = 2, axes: [Int]? = nil, keepDimensions: Bool = false
    ) throws(TensorError) -> Tensor {
        if p.isNaN { throw .invalidArgument("order NaN", operation: "norm") }
        if p == .infinity { return try abs().maximum(axes: axes, keepDimensions: keepDimensions) }
        if p == -.infinity { return try abs().minimum(axes: axes, keepDimensions: keepDimensions) }
        if p == 0 {
            return try countNonzero(axes: axes, keepDimensions: keepDimensions).converted(to: .float)
        }
        if p == 1 { return try converted(to: .float).abs().sum(axes: axes, keepDimensions: keepDimensions) }
        let rows = try ReductionRows(self, axes: axes, operation: "norm")
        let value = try rows.fold(kind: .float) { row in
            var largest = 0.0
            for x in row {
                if x.isNaN { return .nan }
                largest = max(largest, x.magnitude)
            }
            if largest == 0 { return p > 0 ? 0 : row.isEmpty ? .infinity : 0 }
            if largest.isInfinite { return p > 0 ? .infinity : pow(row.reduce(0.0) { $0 + pow($1.magnitude, p) }, 1 / p) }
            // Scaling only where squares would leave the range keeps ordinary results exactly rounded sums.
            let scale = p == 2 && largest > 1e-140 && largest < 1e140 ? 1 : largest
            var total = 0.0
            if p == 2 {
                for x in row { total += (x / scale) * (x / scale) }
                return scale * total.squareRoot()
            }
            for x in row { total += pow(x.magnitude / scale, p) }
            return scale * pow(total, 1 / p)
        }
        return try Tape.record(.norm(p), self, value).dropping(rows.axes, unless: keepDimensions)
    }
}
