import CLAPACK

extension Tensor {
    /// A = V diag(λ) Vᵀ of a symmetric matrix: eigenvalues in ascending order, eigenvectors as columns.
    ///
    /// Only the lower triangle is read. Each eigenvector's component of largest magnitude is positive. Jacobi's method
    /// up to 16 × 16, LAPACK above.
    /// Shapes: `[n, n]` → `[n]`, `[n, n]`. Errors: `unexpectedShape`, `noConvergence` (also where an element is not
    /// finite). Gradients are those of simple eigenvalues.
    public func symmetricEigen() throws(TensorError) -> (values: Tensor, vectors: Tensor) {
        let (values, vectors) = try symmetricEigenParts()
        return (
            Tape.record(.symmetricEigenvalues(vectors), self, values),
            Tape.record(.symmetricEigenvectors(values: values), self, vectors)
        )
    }

    /// The eigenvalues alone, in ascending order. The gradient is that of simple eigenvalues: Σ g_i v_i v_iᵀ.
    public func symmetricEigenvalues() throws(TensorError) -> Tensor {
        let (values, vectors) = try symmetricEigenParts()
        return Tape.record(.symmetricEigenvalues(vectors), self, values)
    }

    private func symmetricEigenParts() throws(TensorError) -> (values: Tensor, vectors: Tensor) {
        let n = try squareSize("eigh")
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a square matrix", operation: "eigh") }
        guard isFinite else { throw .noConvergence(operation: "eigh") }
        var a = elements
        for i in 0..<n { for j in 0..<i { a[j * n + i] = a[i * n + j] } }
        var values = [Double](repeating: 0, count: n)
        var vectors: [Double]
        if n > ownLoopLimit {
            if try LAPACK.checked(clapack_dsyev(Int32(n), &a, &values)) != 0 { throw .noConvergence(operation: "eigh") }
            vectors = a
        } else {
            vectors = [Double](repeating: 0, count: n * n)
            for i in 0..<n { vectors[i * n + i] = 1 }
            guard diagonalise(&a, &vectors, size: n) else { throw .noConvergence(operation: "eigh") }
            let order = (0..<n).sorted { a[$0 * n + $0] < a[$1 * n + $1] }
            let unsorted = vectors
            for (place, column) in order.enumerated() {
                values[place] = a[column * n + column]
                for i in 0..<n { vectors[i * n + place] = unsorted[i * n + column] }
            }
        }
        for column in 0..<n { fixSign(ofColumn: column, in: &vectors, rows: n, columns: n) }
        return (Tensor(values), Tensor(shape: [n, n], unchecked: vectors))
    }

    /// The eigenvalues of any square matrix whose eigenvalues are real, in descending order, by LAPACK.
    ///
    /// Errors: `invalidArgument` for complex ones, `noConvergence`, `notDifferentiable` where tracked.
    public func realEigenvalues() throws(TensorError) -> Tensor { try realEigen().values }

    /// Eigenvalues as `realEigenvalues`, and unit eigenvectors as columns, signs as in `symmetricEigen`.
    ///
    /// `sorted`: else in the order in which LAPACK finds them, which is NumPy's.
    public func realEigen(sorted isSorted: Bool = true) throws(TensorError) -> (values: Tensor, vectors: Tensor) {
        let n = try squareSize("eig")
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a square matrix", operation: "eig") }
        if tracking != nil { throw .notDifferentiable(operation: "eig") }
        guard isFinite else { throw .noConvergence(operation: "eig") }
        if n == 0 { return (Tensor([Double]()), self) }
        var a = elements
        var real = [Double](repeating: 0, count: n), imaginary = real
        var vectors = [Double](repeating: 0, count: n * n)
        let info = try LAPACK.checked(clapack_dgeev(Int32(n), &a, &real, &imaginary, &vectors))
        if info != 0 { throw .noConvergence(operation: "eig") }
        guard imaginary.allSatisfy({ $0 == 0 }) else {
            throw .invalidArgument("some eigenvalues are complex", operation: "eig")
        }
        let order = isSorted ? (0..<n).sorted { real[$0] > real[$1] } : Array(0..<n)
        var sorted = vectors
        for (place, column) in order.enumerated() {
            for i in 0..<n { sorted[i * n + place] = vectors[i * n + column] }
        }
        for column in 0..<n { fixSign(ofColumn: column, in: &sorted, rows: n, columns: n) }
        return (Tensor(order.map { real[$0] }), Tensor(shape: [n, n], unchecked: sorted))
    }
}

/// Cyclic Jacobi rotations until the off-diagonal part is negligible.
///
/// Source: Golub and Van Loan (2013), Matrix computations, 8.5.
private func diagonalise(_ a: inout [Double], _ v: inout [Double], size n: Int) -> Bool {
    var scale = 0.0
    for x in a { scale = max(scale, x.magnitude) }
    for _ in 0..<64 {
        var off = 0.0
        for i in 0..<n { for j in 0..<i { off = max(off, a[i * n + j].magnitude) } }
        if off <= scale * 0x1p-60 { return true }
        for p in 0..<n {
            for q in (p + 1)..<max(n, p + 1) where a[p * n + q] != 0 {
                let theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q])
                let t = (theta >= 0 ? 1.0 : -1.0) / (theta.magnitude + (theta * theta + 1).squareRoot())
                let c = 1 / (t * t + 1).squareRoot(), s = t * c
                for k in 0..<n {
                    let x = a[k * n + p], y = a[k * n + q]
                    a[k * n + p] = c * x - s * y
                    a[k * n + q] = s * x + c * y
                }
                for k in 0..<n {
                    let x = a[p * n + k], y = a[q * n + k]
                    a[p * n + k] = c * x - s * y
                    a[q * n + k] = s * x + c * y
                }
                a[p * n + q] = 0
                a[q * n + p] = 0
                for k in 0..<n {
                    let x = v[k * n + p], y = v[k * n + q]
                    v[k * n + p] = c * x - s * y
                    v[k * n + q] = s * x + c * y
                }
            }
        }
    }
    return false
}

/// Makes the component of largest magnitude positive; of components equal within rounding the first counts.
/// Returns whether the column was turned.
@discardableResult
func fixSign(ofColumn column: Int, in matrix: inout [Double], rows: Int, columns: Int) -> Bool {
    var largest = 0.0
    for i in 0..<rows { largest = max(largest, matrix[i * columns + column].magnitude) }
    for i in 0..<rows where matrix[i * columns + column].magnitude >= largest * (1 - 1e-9) {
        if matrix[i * columns + column] >= 0 { return false }
        break
    }
    for i in 0..<rows { matrix[i * columns + column] = -matrix[i * columns + column] }
    return true
}
