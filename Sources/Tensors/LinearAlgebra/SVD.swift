import CLAPACK

extension Tensor {
    /// A = U diag(σ) Vᵀ in the reduced form, σ in descending order.
    ///
    /// The component of largest magnitude of each column of U is positive. One-sided Jacobi up to 16 × 16, LAPACK above.
    /// Shapes: `[m, n]` → U `[m, k]`, σ `[k]`, Vᵀ `[k, n]`, k = min(m, n). Errors: `unexpectedShape`, `noConvergence`
    /// (also where an element is not finite). Gradients are those of simple singular values.
    public func svd() throws(TensorError) -> (u: Tensor, values: Tensor, vTransposed: Tensor) {
        let (u, values, vTransposed) = try svdParts()
        return (
            Tape.record(.leftSingularVectors(values: values, vTransposed: vTransposed), self, u),
            Tape.record(.singularValues(u: u, vTransposed: vTransposed), self, values),
            Tape.record(.rightSingularVectors(u: u, values: values), self, vTransposed)
        )
    }

    /// The singular values alone, in descending order. The gradient is Σ g_i u_i v_iᵀ.
    public func singularValues() throws(TensorError) -> Tensor {
        let (u, values, vTransposed) = try svdParts()
        return Tape.record(.singularValues(u: u, vTransposed: vTransposed), self, values)
    }

    private func svdParts() throws(TensorError) -> (u: Tensor, values: Tensor, vTransposed: Tensor) {
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a matrix", operation: "svd") }
        guard isFinite else { throw .noConvergence(operation: "svd") }
        let m = shape[0], n = shape[1], k = min(m, n)
        let scale = maximumMagnitude
        if scale > 1e100 || scale < 1e-100 && scale > 0 {
            // Squares of such elements leave the range of doubles.
            let (u, values, vTransposed) = try (detached / Tensor(scale)).svdParts()
            return (u, try values * Tensor(scale), vTransposed)
        }
        if m < n {
            let (u, values, vTransposed) = try detached.matrixTransposed().svdParts()
            // The transposed factors carry the sign of what is now V; turn it to U.
            var left = try vTransposed.matrixTransposed().elements
            var right = try u.matrixTransposed().elements
            for column in 0..<k where fixSign(ofColumn: column, in: &left, rows: m, columns: k) {
                for j in 0..<n { right[column * n + j] = -right[column * n + j] }
            }
            return (
                Tensor(shape: [m, k], unchecked: left), values, Tensor(shape: [k, n], unchecked: right)
            )
        }
        var u = elements
        var values = [Double](repeating: 0, count: k)
        var vTransposed = [Double](repeating: 0, count: n * n)
        if k == 0 {
            return (Tensor(shape: [m, k], unchecked: []), Tensor(values), Tensor(shape: [k, n], unchecked: []))
        }
        if m > ownLoopLimit {
            var work = [Double](repeating: 0, count: k)
            var left = [Double](repeating: 0, count: m * k)
            let info = try LAPACK.checked(clapack_dgesvd(Int32(m), Int32(n), &u, &values, &left, &vTransposed, &work))
            if info != 0 { throw .noConvergence(operation: "svd") }
            u = left
        } else {
            guard orthogonaliseColumns(&u, &values, &vTransposed, rows: m, columns: n) else {
                throw .noConvergence(operation: "svd")
            }
        }
        for column in 0..<k where fixSign(ofColumn: column, in: &u, rows: m, columns: k) {
            for j in 0..<n { vTransposed[column * n + j] = -vTransposed[column * n + j] }
        }
        return (
            Tensor(shape: [m, k], unchecked: u), Tensor(values), Tensor(shape: [k, n], unchecked: vTransposed)
        )
    }

    /// The number of singular values above `tolerance`, by default ε max(m, n) σ_max as in NumPy.
    public func matrixRank(tolerance: Double? = nil) throws(TensorError) -> Int {
        let values = try detached.singularValues().elements
        let bound = tolerance ?? (values.first ?? 0) * Double(shape.max() ?? 0) * 0x1p-52
        return values.count { $0 > bound }
    }

    /// σ_max / σ_min; infinite for a singular matrix.
    public func conditionNumber() throws(TensorError) -> Tensor {
        let values = try detached.singularValues().elements
        guard let largest = values.first, let smallest = values.last else {
            throw .emptyReduction(operation: "condition number")
        }
        return Tensor(smallest == 0 ? .infinity : largest / smallest)
    }

    /// The Moore–Penrose inverse; singular values below `tolerance` σ_max count as 0.
    ///
    /// Shapes: `[m, n]` → `[n, m]`. Errors: as `svd`.
    public func pseudoinverse(tolerance: Double = 1e-15) throws(TensorError) -> Tensor {
        let (u, values, vTransposed) = try svd()
        let bound = (values.elements.first ?? 0) * tolerance
        let inverted = values.map { $0 > bound ? 1 / $0 : 0 }
        return try (vTransposed.matrixTransposed() * inverted).matmul(u.matrixTransposed())
    }

    /// X of least norm that minimises ‖A X − B‖. Shapes: `[m, n]`, `[m]` or `[m, k]` → `[n]` or `[n, k]`.
    public func leastSquares(_ right: Tensor) throws(TensorError) -> Tensor {
        guard rank == 2, right.rank >= 1, right.rank <= 2, right.shape[0] == shape[0] else {
            throw .shapeMismatch(shape, right.shape, operation: "lstsq")
        }
        return try pseudoinverse(tolerance: 0x1p-52 * Double(max(shape[0], shape[1]))).matmul(right)
    }

    /// A multiplied by itself: Aᵖ, for p < 0 of the inverse, for p = 0 the identity.
    ///
    /// Errors: `unexpectedShape`, `singular`; `invalidArgument` beyond ±1024.
    public func matrixPower(_ exponent: Int) throws(TensorError) -> Tensor {
        let n = try squareSize("matrix power")
        guard exponent.magnitude <= 1024 else {
            throw .invalidArgument("exponent \(exponent) is beyond ±1024", operation: "matrix power")
        }
        var base = exponent < 0 ? try inverse() : self
        var result = try Tensor.eye(n).broadcast(to: shape)
        var left = exponent.magnitude
        while left > 0 {
            if left & 1 == 1 { result = try result.matmul(base) }
            left >>= 1
            if left > 0 { base = try base.matmul(base) }
        }
        return result
    }
}

/// One-sided Jacobi: rotates pairs of columns of `u` until all are orthogonal, then sorts and normalises them.
/// Columns of length 0 are replaced by unit vectors orthogonal to the others.
///
/// Source: Demmel and Veselić (1992), Jacobi's method is more accurate than QR.
private func orthogonaliseColumns(
    _ u: inout [Double], _ values: inout [Double], _ vTransposed: inout [Double], rows m: Int, columns n: Int
) -> Bool {
    var v = [Double](repeating: 0, count: n * n)
    for i in 0..<n { v[i * n + i] = 1 }
    var isDone = false
    for _ in 0..<64 where !isDone {
        isDone = true
        for p in 0..<n {
            for q in (p + 1)..<max(n, p + 1) {
                var alpha = 0.0, beta = 0.0, gamma = 0.0
                for i in 0..<m {
                    alpha += u[i * n + p] * u[i * n + p]
                    beta += u[i * n + q] * u[i * n + q]
                    gamma += u[i * n + p] * u[i * n + q]
                }
                if gamma == 0 || gamma.magnitude <= 0x1p-52 * (alpha * beta).squareRoot() { continue }
                isDone = false
                let zeta = (beta - alpha) / (2 * gamma)
                let t = (zeta >= 0 ? 1.0 : -1.0) / (zeta.magnitude + (zeta * zeta + 1).squareRoot())
                let c = 1 / (t * t + 1).squareRoot(), s = c * t
                for i in 0..<m {
                    let x = u[i * n + p], y = u[i * n + q]
                    u[i * n + p] = c * x - s * y
                    u[i * n + q] = s * x + c * y
                }
                for i in 0..<n {
                    let x = v[i * n + p], y = v[i * n + q]
                    v[i * n + p] = c * x - s * y
                    v[i * n + q] = s * x + c * y
                }
            }
        }
    }
    var lengths: [Double] = []
    for j in 0..<n {
        var total = 0.0
        for i in 0..<m { total += u[i * n + j] * u[i * n + j] }
        lengths.append(total.squareRoot())
    }
    let order = (0..<n).sorted { lengths[$0] == lengths[$1] ? $0 < $1 : lengths[$0] > lengths[$1] }
    let rotated = u
    let negligible = (lengths.max() ?? 0) * Double(m) * 0x1p-53
    for (place, column) in order.enumerated() {
        values[place] = lengths[column]
        for i in 0..<n { vTransposed[place * n + i] = v[i * n + column] }
        if lengths[column] > negligible {
            for i in 0..<m { u[i * n + place] = rotated[i * n + column] / lengths[column] }
        } else {
            completeBasis(&u, column: place, rows: m, columns: n)
        }
    }
    return isDone
}

/// Sets a column to a unit vector orthogonal to those before it: of the axes, made orthogonal, the longest.
private func completeBasis(_ u: inout [Double], column: Int, rows m: Int, columns n: Int) {
    var best: [Double] = []
    var bestLength = 0.0
    for axis in 0..<m {
        var candidate = [Double](repeating: 0, count: m)
        candidate[axis] = 1
        for _ in 0..<2 {
            for j in 0..<column {
                var dot = 0.0
                for i in 0..<m { dot += candidate[i] * u[i * n + j] }
                for i in 0..<m { candidate[i] -= dot * u[i * n + j] }
            }
        }
        var length = 0.0
        for x in candidate { length += x * x }
        if length > bestLength * (1 + 1e-9) {
            best = candidate
            bestLength = length
        }
    }
    for i in 0..<min(m, best.count) { u[i * n + column] = best[i] / bestLength.squareRoot() }
}
