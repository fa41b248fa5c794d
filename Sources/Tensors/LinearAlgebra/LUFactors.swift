import CLAPACK

/// P A = L U of one matrix: our own elimination up to `ownLoopLimit`, LAPACK above.
struct LUFactors {
    private var lu: [Double]
    private var pivots: [Int32]
    let size: Int

    init(_ matrix: [Double], size n: Int) throws(TensorError) {
        size = n
        lu = matrix
        pivots = [Int32](repeating: 0, count: n)
        if n > ownLoopLimit {
            let info = try LAPACK.checked(clapack_dgetrf(Int32(n), Int32(n), &lu, &pivots))
            if info < 0 { throw .invalidArgument("not a number in the matrix", operation: "LU") }
            for i in 0..<n { pivots[i] -= 1 }
            return
        }
        for column in 0..<n {
            var pivot = column
            for row in column..<n where lu[row * n + column].magnitude > lu[pivot * n + column].magnitude { pivot = row }
            pivots[column] = Int32(pivot)
            if pivot != column {
                for j in 0..<n { lu.swapAt(column * n + j, pivot * n + j) }
            }
            let diagonal = lu[column * n + column]
            if diagonal == 0 { continue }
            for row in (column + 1)..<max(n, column + 1) {
                let factor = lu[row * n + column] / diagonal
                lu[row * n + column] = factor
                if factor == 0 { continue }
                for j in (column + 1)..<max(n, column + 1) { lu[row * n + j] -= factor * lu[column * n + j] }
            }
        }
    }

    /// A zero on the diagonal of U, exact or to rounding: below n ε of the largest element.
    var isSingular: Bool {
        var largest = 0.0
        for value in lu { largest = max(largest, value.magnitude) }
        return (0..<size).contains { lu[$0 * size + $0].magnitude <= Double(size) * 0x1p-53 * largest }
    }

    var hasZeroPivot: Bool { (0..<size).contains { lu[$0 * size + $0] == 0 } }

    var determinant: Double {
        var product = 1.0
        for i in 0..<size {
            product *= lu[i * size + i]
            if Int(pivots[i]) != i { product = -product }
        }
        return product
    }

    /// Replaces the `[size, columns]` matrix at `start` by the solution.
    func solve(_ b: inout [Double], at start: Int, columns k: Int) {
        let n = size
        for i in 0..<n where Int(pivots[i]) != i {
            for j in 0..<k { b.swapAt(start + i * k + j, start + Int(pivots[i]) * k + j) }
        }
        for i in 0..<n {
            for p in 0..<i {
                let factor = lu[i * n + p]
                for j in 0..<k { b[start + i * k + j] -= factor * b[start + p * k + j] }
            }
        }
        for i in stride(from: n - 1, through: 0, by: -1) {
            for p in (i + 1)..<max(n, i + 1) {
                let factor = lu[i * n + p]
                for j in 0..<k { b[start + i * k + j] -= factor * b[start + p * k + j] }
            }
            let diagonal = lu[i * n + i]
            for j in 0..<k { b[start + i * k + j] /= diagonal }
        }
    }
}
