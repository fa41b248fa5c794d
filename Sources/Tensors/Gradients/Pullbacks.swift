extension Operation {
    /// What each operand gets of the result's gradient; nil for those not needed. Written with tensor operations, so
    /// that a pullback can be recorded and differentiated in turn.
    func pullback(
        _ g: Tensor, _ operands: [Tensor], _ result: Tensor, _ needs: [Bool]
    ) throws(TensorError) -> [Tensor?] {
        switch self {
        case .leaf: return []
        case .unary(let function):
            guard let x = operands.first else { return [] }
            guard let slope = try function.slope(x, result) else { return [g.filled(with: 0)] }
            return [try g * slope]
        case .binary(let function):
            guard operands.count == 2 else { return [] }
            return try function.pullback(g, operands[0], operands[1], result, needs)
        case .select(let condition):
            let zero = g.filled(with: 0)
            return [
                needs[0] ? try Tensor.select(condition, g, zero) : nil,
                needs.count > 1 && needs[1] ? try Tensor.select(condition, zero, g) : nil,
            ]
        case .clip(let lower, let upper):
            let inside = operands[0].map(kind: .boolean) { $0 >= lower && $0 <= upper ? 1 : 0 }
            return [try Tensor.select(inside, g, g.filled(with: 0))]
        case .sum: return [try g.broadcast(to: operands[0].shape)]
        case .product(let axes): return [try productPullback(g, operands[0], axes)]
        case .extreme(let axes):
            let ties = try operands[0].equal(result).converted(to: .float)
            let shares = try ties / ties.sum(axes: axes, keepDimensions: true)
            return [try g * shares]
        case .logSumExp: return [try g * (operands[0] - result).exp()]
        case .norm(let p): return [try normPullback(g, operands[0], result, p)]
        case .cumulativeSum(let axis):
            return [try g.flipped(axes: [axis]).cumulativeSum(axis: axis).flipped(axes: [axis])]
        case .reshape: return [try g.reshaped(operands[0].shape)]
        case .view(let view): return [try g.scattered(through: view, shape: operands[0].shape)]
        case .scatterView(let view): return [g.viewed(through: view)]
        case .pick(let positions): return [try g.scattered(positions, shape: operands[0].shape)]
        case .scatter(let positions): return [g.picked(positions, shape: operands[0].shape)]
        case .concatenate(let axis):
            return try g.split(sizes: operands.map { $0.shape[axis] }, axis: axis)
        case .matmul:
            return [
                needs[0] ? try g.matmul(operands[1].matrixTransposed()) : nil,
                needs[1] ? try operands[0].matrixTransposed().matmul(g) : nil,
            ]
        case .solve:
            let b = try operands[0].matrixTransposed().solving(g)
            return [
                needs[0] ? try -b.matmul(result.matrixTransposed()) : nil,
                needs[1] ? b : nil,
            ]
        case .inverse:
            let transposed = try result.matrixTransposed()
            return [try -transposed.matmul(g).matmul(transposed)]
        case .determinant: return [try determinantPullback(g, operands[0])]
        case .symmetricEigenvalues(let vectors):
            if operands[0].tracking != nil { throw .notDifferentiable(operation: "second derivative of eigenvalues") }
            return [try (vectors * g).matmul(vectors.matrixTransposed())]
        case .singularValues(let u, let vTransposed):
            if operands[0].tracking != nil {
                throw .notDifferentiable(operation: "second derivative of singular values")
            }
            return [try (u * g).matmul(vTransposed)]
        case .cholesky: return [try choleskyPullback(g, result)]
        case .symmetricEigenvectors, .leftSingularVectors, .rightSingularVectors, .orthogonalFactor, .triangularFactor:
            if operands[0].tracking != nil { throw .notDifferentiable(operation: "second derivative of a factor") }
            return [try factorPullback(g, result)]
        }
    }
}

/// ∂ Π x / ∂ x_i is the product of the others, computed without division so that zeros are right.
private func productPullback(_ g: Tensor, _ x: Tensor, _ axes: [Int]) throws(TensorError) -> Tensor {
    let kept = x.shape.indices.filter { !axes.contains($0) }
    let order = kept + axes
    var inverse = [Int](repeating: 0, count: order.count)
    for (place, axis) in order.enumerated() { inverse[axis] = place }
    let moved = try x.transposed(order)
    let length = axes.reduce(1) { $0 * x.shape[$1] }
    let outer = moved.count == 0 ? 0 : moved.count / length
    if outer == 0 { return x.filled(with: 0) }
    let rows = try moved.reshaped([outer, length])
    // others[r, i] = Π_{j ≠ i} rows[r, j]: the product over j of a copy whose diagonal is 1.
    if length <= 256 {
        let wide = try rows.expandingDimensions(at: 1).broadcast(to: [outer, length, length])
        let others = try Tensor.select(Tensor.eye(length), 1, wide).product(axes: [2])
        return try g * others.reshaped(moved.shape).transposed(inverse)
    }
    if x.tracking != nil { throw .notDifferentiable(operation: "second derivative of a product of \(length)") }
    let values = rows.elements
    var others = [Double](repeating: 1, count: values.count)
    for row in 0..<outer {
        var running = 1.0
        for i in 0..<length {
            others[row * length + i] = running
            running *= values[row * length + i]
        }
        running = 1
        for i in stride(from: length - 1, through: 0, by: -1) {
            others[row * length + i] *= running
            running *= values[row * length + i]
        }
    }
    return try g * Tensor(shape: moved.shape, elements: others).transposed(inverse)
}

/// ∂‖x‖_p / ∂x = sign(x) (|x| / ‖x‖)^(p−1), 0 where the norm is 0.
private func normPullback(_ g: Tensor, _ x: Tensor, _ norm: Tensor, _ p: Double) throws(TensorError) -> Tensor {
    let isZero = norm.map(kind: .boolean) { $0 == 0 ? 1 : 0 }
    let safe = try Tensor.select(isZero, 1, norm)
    if p == 2 { return try Tensor.select(isZero, 0, g * x / safe) }
    let ratio = try (x.abs() / safe).power(Tensor(p - 1))
    let slope = try Tensor.select(x.equal(0), 0, x.sign() * ratio)
    return try Tensor.select(isZero, 0, g * slope)
}
