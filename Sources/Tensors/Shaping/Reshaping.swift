extension Tensor {
    /// The same elements under another shape; one size may be −1 and is then inferred.
    ///
    /// Errors: `elementCount` where the shape does not hold them, `invalidArgument` for more than one −1.
    public func reshaped(_ shape: [Int]) throws(TensorError) -> Tensor {
        var target = shape
        if let hole = shape.firstIndex(of: -1) {
            target[hole] = 1
            let rest = try Shape.count(target)
            if rest == 0 || count % rest != 0 { throw .elementCount(count, shape: shape) }
            target[hole] = count / rest
        }
        if target == self.shape { return self }
        guard try Shape.count(target) == count else { throw .elementCount(count, shape: shape) }
        return reshaped(unchecked: target)
    }

    /// `shape` must have as many elements.
    func reshaped(unchecked shape: [Int]) -> Tensor {
        Tape.record(.reshape, self, Tensor(shape: shape, unchecked: elements, kind: kind))
    }

    public func flattened() -> Tensor { rank == 1 ? self : reshaped(unchecked: [count]) }

    /// Repeats axes of size 1, and adds leading ones, until the shape is `target`.
    public func broadcast(to target: [Int]) throws(TensorError) -> Tensor {
        if shape == target { return self }
        guard target.count >= rank, try Shape.broadcast(shape, target) == target else {
            throw .shapeMismatch(shape, target, operation: "broadcast")
        }
        let size = try Shape.count(target)
        if tracking == nil, count == 1 {
            let value = try item
            return Tensor(shape: target, unchecked: [Double](repeating: value, count: size), kind: kind)
        }
        return viewed(through: .broadcasting(shape, to: target))
    }

    /// Sums over the axes that broadcasting to this shape added or repeated: the adjoint of `broadcast(to:)`.
    public func summed(to target: [Int]) throws(TensorError) -> Tensor {
        if shape == target { return self }
        if target.isEmpty { return try sum() }
        let lead = rank - target.count
        guard lead >= 0 else { throw .shapeMismatch(shape, target, operation: "sum to shape") }
        var axes = Array(0..<lead)
        for axis in target.indices where target[axis] != shape[axis + lead] {
            guard target[axis] == 1 else { throw .shapeMismatch(shape, target, operation: "sum to shape") }
            axes.append(axis + lead)
        }
        return try sum(axes: axes, keepDimensions: true).reshaped(target)
    }

    /// The axes in another order; without one, reversed.
    ///
    /// Errors: `invalidArgument` unless `permutation` names each axis once.
    public func transposed(_ permutation: [Int]? = nil) throws(TensorError) -> Tensor {
        var order: [Int] = []
        for axis in permutation ?? Array(shape.indices.reversed()) {
            order.append(try Shape.normalized(axis: axis, rank: rank, operation: "transpose"))
        }
        guard order.sorted() == Array(shape.indices) else {
            throw .invalidArgument("\(permutation ?? []) does not name each of \(rank) axes once", operation: "transpose")
        }
        if rank < 2 { return self }
        let strides = Shape.strides(shape)
        return viewed(through: StridedView(offset: 0, shape: order.map { shape[$0] }, strides: order.map { strides[$0] }))
    }

    public func swappingAxes(_ a: Int, _ b: Int) throws(TensorError) -> Tensor {
        var order = Array(shape.indices)
        order.swapAt(
            try Shape.normalized(axis: a, rank: rank, operation: "swapaxes"),
            try Shape.normalized(axis: b, rank: rank, operation: "swapaxes"))
        return try transposed(order)
    }

    /// The last two axes exchanged: the transpose of a matrix, or of each of a batch.
    ///
    /// Errors: `unexpectedShape` below rank 2.
    public func matrixTransposed() throws(TensorError) -> Tensor {
        guard rank >= 2 else { throw .unexpectedShape(shape, expected: "a matrix", operation: "transpose") }
        return try swappingAxes(-1, -2)
    }

    /// Without the axes of size 1, or without the named ones.
    public func squeezed(axes: [Int]? = nil) throws(TensorError) -> Tensor {
        guard let axes else { return reshaped(unchecked: shape.filter { $0 != 1 }) }
        let dropped = try Shape.normalized(axes: axes, rank: rank, operation: "squeeze")
        for axis in dropped where shape[axis] != 1 {
            throw .unexpectedShape(shape, expected: "size 1 at axis \(axis)", operation: "squeeze")
        }
        return reshaped(unchecked: shape.indices.filter { !dropped.contains($0) }.map { shape[$0] })
    }

    /// A new axis of size 1 in front of `axis` of the result.
    public func expandingDimensions(at axis: Int) throws(TensorError) -> Tensor {
        let place = try Shape.normalized(axis: axis, rank: rank + 1, operation: "expand_dims")
        var target = shape
        target.insert(1, at: place)
        _ = try Shape.count(target)
        return reshaped(unchecked: target)
    }

    /// The elements in reverse order along the axes (all when nil).
    public func flipped(axes: [Int]? = nil) throws(TensorError) -> Tensor {
        var view = StridedView.contiguous(shape)
        if count == 0 { return self }
        for axis in try Shape.normalized(axes: axes ?? Array(shape.indices), rank: rank, operation: "flip") {
            view.offset += (shape[axis] - 1) * view.strides[axis]
            view.strides[axis] = -view.strides[axis]
        }
        return viewed(through: view)
    }
}
