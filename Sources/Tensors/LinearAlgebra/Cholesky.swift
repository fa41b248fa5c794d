extension Tensor {
    /// The lower triangular L with A = L Lᵀ; only the lower triangle of A is read.
    ///
    /// Shapes: `[n, n]`. Errors: `unexpectedShape`, `notPositiveDefinite`.
    public func cholesky() throws(TensorError) -> Tensor {
        let n = try squareSize("cholesky")
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a square matrix", operation: "cholesky") }
        let a = elements
        var l = [Double](repeating: 0, count: n * n)
        for i in 0..<n {
            for j in 0...i {
                var value = a[i * n + j]
                for p in 0..<j { value -= l[i * n + p] * l[j * n + p] }
                if i == j {
                    guard value > 0 else { throw .notPositiveDefinite(operation: "cholesky") }
                    l[i * n + i] = value.squareRoot()
                } else {
                    l[i * n + j] = value / l[j * n + j]
                }
            }
        }
        return Tape.record(.cholesky, self, Tensor(shape: shape, unchecked: l))
    }
}

/// Source: Murray (2016), "Differentiation of the Cholesky decomposition", equation 10; symmetrised as in PyTorch.
func choleskyPullback(_ g: Tensor, _ l: Tensor) throws(TensorError) -> Tensor {
    let transposed = try l.matrixTransposed()
    var phi = try transposed.matmul(g).triangle(upper: false)
    phi = try phi - 0.5 * phi.triangle(upper: false).triangle(upper: true)
    let inner = try transposed.solving(phi).matmul(l.inverse())
    return try 0.5 * (inner + inner.matrixTransposed())
}
