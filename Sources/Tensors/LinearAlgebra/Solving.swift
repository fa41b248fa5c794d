extension Tensor {
    /// X with A X = B, by LU with partial pivoting.
    ///
    /// Shapes: A `[…, n, n]`, B `[n]` or `[…, n, k]`. Errors: `unexpectedShape`, `shapeMismatch`, `singular`.
    public func solving(_ right: Tensor) throws(TensorError) -> Tensor {
        let n = try squareSize("solve")
        if right.rank == 1 {
            guard right.shape[0] == n else { throw .shapeMismatch(shape, right.shape, operation: "solve") }
            return try solving(right.expandingDimensions(at: 1)).squeezed(axes: [-1])
        }
        guard right.rank >= 2, right.shape[right.rank - 2] == n else {
            throw .shapeMismatch(shape, right.shape, operation: "solve")
        }
        let leading = try Shape.broadcast(
            Array(shape.dropLast(2)), Array(right.shape.dropLast(2)), operation: "solve")
        let a = try broadcast(to: leading + [n, n])
        let b = try right.broadcast(to: leading + right.shape.suffix(2))
        let k = b.shape[b.rank - 1]
        let matrices = a.elements
        var solution = b.elements
        if n > 0 {
            for batch in 0..<(matrices.count / (n * n)) {
                let lu = try LUFactors(Array(matrices[batch * n * n..<(batch + 1) * n * n]), size: n)
                if lu.isSingular { throw .singular(operation: "solve", toRounding: !lu.hasZeroPivot) }
                lu.solve(&solution, at: batch * n * k, columns: k)
            }
        }
        return try Tape.record(.solve, a, b, Tensor(shape: b.shape, unchecked: solution))
    }

    /// A⁻¹. Shapes: `[…, n, n]`. Errors: `unexpectedShape`, `singular`.
    public func inverse() throws(TensorError) -> Tensor {
        let n = try squareSize("inverse")
        let plain = detached
        do {
            let value = try plain.solving(Tensor.eye(n).broadcast(to: shape))
            return Tape.record(.inverse, self, value)
        } catch {
            if case .singular(_, let toRounding) = error { throw .singular(operation: "inverse", toRounding: toRounding) }
            throw error
        }
    }

    /// det A, by LU with partial pivoting; 0 for a singular matrix. Shapes: `[…, n, n] → […]`.
    public func determinant() throws(TensorError) -> Tensor {
        let n = try squareSize("determinant")
        let leading = Array(shape.dropLast(2))
        let matrices = elements
        var values: [Double] = []
        for batch in 0..<(try Shape.count(leading)) {
            values.append(try LUFactors(Array(matrices[batch * n * n..<(batch + 1) * n * n]), size: n).determinant)
        }
        return Tape.record(.determinant, self, Tensor(shape: leading, unchecked: values))
    }

    func squareSize(_ operation: String) throws(TensorError) -> Int {
        guard rank >= 2, shape[rank - 1] == shape[rank - 2] else {
            throw .unexpectedShape(shape, expected: "a square matrix", operation: operation)
        }
        return shape[rank - 1]
    }
}

/// ∂ det A / ∂A = (adj A)ᵀ: det(A) A⁻ᵀ, by minors where A is small or singular.
func determinantPullback(_ g: Tensor, _ a: Tensor) throws(TensorError) -> Tensor {
    let wide = try g.expandingDimensions(at: -1).expandingDimensions(at: -1)
    let n = try a.squareSize("determinant")
    if n <= 1 { return try wide.broadcast(to: a.shape) }
    if n > 4 {
        do {
            let scale = try a.determinant().expandingDimensions(at: -1).expandingDimensions(at: -1)
            return try wide * scale * a.inverse().matrixTransposed()
        } catch {
            guard case .singular = error else { throw error }
        }
    }
    var cofactors: [Tensor] = []
    for i in 0..<n {
        let otherRows = try a.taking(Tensor(integers: (0..<n).filter { $0 != i }), axis: -2)
        for j in 0..<n {
            let minor = try otherRows.taking(Tensor(integers: (0..<n).filter { $0 != j }), axis: -1).determinant()
            cofactors.append((i + j) % 2 == 0 ? minor : -minor)
        }
    }
    return try wide * Tensor.stack(cofactors, axis: -1).reshaped(a.shape)
}
