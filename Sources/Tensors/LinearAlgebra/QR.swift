import CLAPACK

extension Tensor {
    /// A = Q R by Householder reflections, in the reduced form.
    ///
    /// Signs are LAPACK's (and so NumPy's): each reflection turns the column's head to the opposite sign.
    /// Shapes: `[m, n]` → Q `[m, k]`, R `[k, n]`, k = min(m, n). Errors: `unexpectedShape`; `notDifferentiable` for a
    /// tracked matrix with more columns than rows.
    public func qr() throws(TensorError) -> (q: Tensor, r: Tensor) {
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a matrix", operation: "qr") }
        let m = shape[0], n = shape[1], k = min(m, n)
        if tracking != nil, m < n { throw .notDifferentiable(operation: "qr of a wide matrix") }
        var a = elements
        var taus = [Double](repeating: 0, count: k)
        var q = [Double](repeating: 0, count: m * k)
        if k > 0 && max(m, n) > ownLoopLimit {
            _ = try LAPACK.checked(clapack_dgeqrf(Int32(m), Int32(n), &a, &taus))
            for i in 0..<m { for j in 0..<k { q[i * k + j] = a[i * n + j] } }
            _ = try LAPACK.checked(clapack_dorgqr(Int32(m), Int32(k), &q, taus))
        } else {
            for j in 0..<k { taus[j] = reflectColumn(j, of: &a, rows: m, columns: n) }
            for j in 0..<k { q[j * k + j] = 1 }
            // Q = H_0 H_1 … applied to the identity, the last reflection first.
            for j in stride(from: k - 1, through: 0, by: -1) where taus[j] != 0 {
                for column in j..<k {
                    var dot = q[j * k + column]
                    for i in (j + 1)..<max(m, j + 1) { dot += a[i * n + j] * q[i * k + column] }
                    dot *= taus[j]
                    q[j * k + column] -= dot
                    for i in (j + 1)..<max(m, j + 1) { q[i * k + column] -= dot * a[i * n + j] }
                }
            }
        }
        var r = [Double](repeating: 0, count: k * n)
        for i in 0..<k { for j in i..<max(n, i) { r[i * n + j] = a[i * n + j] } }
        let left = Tensor(shape: [m, k], unchecked: q), right = Tensor(shape: [k, n], unchecked: r)
        return (Tape.record(.orthogonalFactor(r: right), self, left), Tape.record(.triangularFactor(q: left), self, right))
    }
}

/// Turns column `j` below the diagonal to zero; leaves the reflection's vector there (its head 1 left out) and returns
/// its factor τ.
private func reflectColumn(_ j: Int, of a: inout [Double], rows m: Int, columns n: Int) -> Double {
    var tail = 0.0
    for i in (j + 1)..<max(m, j + 1) { tail += a[i * n + j] * a[i * n + j] }
    if tail == 0 { return 0 }
    let head = a[j * n + j]
    let length = (head * head + tail).squareRoot()
    let beta = head >= 0 ? -length : length
    let tau = (beta - head) / beta
    for i in (j + 1)..<m { a[i * n + j] /= head - beta }
    a[j * n + j] = beta
    for column in (j + 1)..<max(n, j + 1) {
        var dot = a[j * n + column]
        for i in (j + 1)..<m { dot += a[i * n + j] * a[i * n + column] }
        dot *= tau
        a[j * n + column] -= dot
        for i in (j + 1)..<m { a[i * n + column] -= dot * a[i * n + j] }
    }
    return tau
}
