import CLAPACK

/// Sizes up to this are computed by our own loops, in one order of summation on every machine; BLAS and LAPACK serve
/// above.
let ownLoopLimit = 16

extension Tensor {
    /// The matrix product over the last two axes; a vector on the left is a row, on the right a column; leading axes
    /// broadcast.
    ///
    /// Shapes: `[…, m, k] × […, k, n] → […, m, n]`, `[k] × [k] → []`. Errors: `shapeMismatch`, `sizeOverflow`.
    /// Complexity: 2mkn a matrix.
    public func matmul(_ other: Tensor) throws(TensorError) -> Tensor {
        let target = try Shape.matmul(shape, other.shape)
        let left = rank == 1 ? try expandingDimensions(at: 0) : self
        let right = other.rank == 1 ? try other.expandingDimensions(at: 1) : other
        let leading = try Shape.broadcast(Array(left.shape.dropLast(2)), Array(right.shape.dropLast(2)))
        let a = try left.broadcast(to: leading + left.shape.suffix(2))
        let b = try right.broadcast(to: leading + right.shape.suffix(2))
        let m = a.shape[a.rank - 2], k = a.shape[a.rank - 1], n = b.shape[b.rank - 1]
        let shape = leading + [m, n]
        var elements = [Double](repeating: 0, count: try Shape.count(shape))
        a.withElements { x in
            b.withElements { y in
                elements.withUnsafeMutableBufferPointer { z in
                    multiplyMatrices(x, y, into: z, m: m, k: k, n: n)
                }
            }
        }
        let kind = self.kind.arithmetic(with: other.kind)
        let product = try Tape.record(.matmul, a, b, Tensor(shape: shape, unchecked: elements, kind: kind))
        return product.shape == target ? product : product.reshaped(unchecked: target)
    }

    /// The sum of products of two vectors. Errors: `shapeMismatch` unless both are vectors of one length.
    public func dot(_ other: Tensor) throws(TensorError) -> Tensor {
        guard rank == 1, shape == other.shape else { throw .shapeMismatch(shape, other.shape, operation: "dot") }
        return try matmul(other)
    }

    /// The matrix a_i b_j of two vectors; of flattened tensors as in NumPy.
    public func outer(_ other: Tensor) throws(TensorError) -> Tensor {
        try flattened().expandingDimensions(at: 1) * other.flattened()
    }

    /// The vector product of two vectors of length 3.
    public func cross(_ other: Tensor) throws(TensorError) -> Tensor {
        guard shape == [3], other.shape == [3] else { throw .shapeMismatch(shape, other.shape, operation: "cross") }
        let next = Tensor(integers: [1, 2, 0]), last = Tensor(integers: [2, 0, 1])
        return try taking(next) * other.taking(last) - taking(last) * other.taking(next)
    }

    /// The diagonal of a matrix, or the matrix with this vector as its diagonal.
    public func diagonal(offset: Int = 0) throws(TensorError) -> Tensor {
        if rank == 1 {
            let (size, overflow) = count.addingReportingOverflow(Int(clamping: offset.magnitude))
            if overflow { throw .sizeOverflow([count, count]) }
            _ = try Shape.count([size, size])
            let start = offset >= 0 ? offset : -offset * size
            return try scattered((0..<count).map { start + $0 * (size + 1) }, shape: [size, size])
        }
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a matrix or a vector", operation: "diag") }
        let rows = shape[0], columns = shape[1]
        guard offset > -rows || offset >= 0, offset < columns || offset <= 0 else { return Tensor([Double]()) }
        let length = offset >= 0 ? min(rows, columns - offset) : min(rows + offset, columns)
        guard length > 0 else { return Tensor([Double]()) }
        return viewed(
            through: StridedView(
                offset: offset >= 0 ? offset : -offset * columns, shape: [length], strides: [columns + 1]))
    }

    /// Σ a_ii. Errors: `unexpectedShape` unless a matrix.
    public func trace() throws(TensorError) -> Tensor {
        guard rank == 2 else { throw .unexpectedShape(shape, expected: "a matrix", operation: "trace") }
        return try diagonal().sum()
    }

    /// The part on and below (`upper`: above) the diagonal, zeros elsewhere.
    public func triangle(upper: Bool, offset: Int = 0) throws(TensorError) -> Tensor {
        guard rank >= 2 else { throw .unexpectedShape(shape, expected: "a matrix", operation: "triangle") }
        let rows = shape[rank - 2], columns = shape[rank - 1]
        var mask: [Double] = []
        for row in 0..<rows {
            let (edge, overflow) = row.addingReportingOverflow(offset)
            for column in 0..<columns {
                let isAbove = overflow ? offset < 0 : column >= edge
                let isBelow = overflow ? offset > 0 : column <= edge
                mask.append((upper ? isAbove : isBelow) ? 1 : 0)
            }
        }
        return try .select(Tensor(shape: [rows, columns], elements: mask, kind: .boolean), self, 0)
    }
}

/// A batch of products; the sizes are those of the buffers.
private func multiplyMatrices(
    _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, into z: UnsafeMutableBufferPointer<Double>,
    m: Int, k: Int, n: Int
) {
    if m == 0 || n == 0 || k == 0 || z.isEmpty { return }
    // Without the library every size is ours.
    let isSmall = max(m, k, n) <= ownLoopLimit || clapack_is_available() == 0
    for batch in 0..<(z.count / (m * n)) {
        let a = batch * m * k, b = batch * k * n, c = batch * m * n
        if isSmall {
            for i in 0..<m {
                for p in 0..<k {
                    let scale = x[a + i * k + p]
                    for j in 0..<n { z[c + i * n + j] += scale * y[b + p * n + j] }
                }
            }
        } else if let xs = x.baseAddress, let ys = y.baseAddress, let zs = z.baseAddress {
            _ = clapack_dgemm(Int32(m), Int32(n), Int32(k), xs + a, ys + b, zs + c)
        }
    }
}

enum LAPACK {
    /// What a routine says, where there is one.
    ///
    /// Errors: `invalidArgument` where the libraries are not installed.
    static func checked(_ info: Int32) throws(TensorError) -> Int32 {
        if info == CLAPACK_MISSING { throw .invalidArgument("a matrix of this size needs OpenBLAS and LAPACKE, which are not installed", operation: "LAPACK") }
        return info
    }
}
