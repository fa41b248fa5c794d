extension Tensor {
    /// The tensors one after another along an existing axis.
    ///
    /// Errors: `shapeMismatch` where other axes differ, `invalidArgument` for no tensors.
    public static func concatenate(_ tensors: [Tensor], axis: Int = 0) throws(TensorError) -> Tensor {
        guard let first = tensors.first else { throw .invalidArgument("no tensors", operation: "concatenate") }
        let axis = try Shape.normalized(axis: axis, rank: first.rank, operation: "concatenate")
        var shape = first.shape
        shape[axis] = 0
        var kind = first.kind
        for tensor in tensors {
            guard tensor.rank == first.rank,
                shape.indices.allSatisfy({ $0 == axis || tensor.shape[$0] == shape[$0] })
            else { throw .shapeMismatch(first.shape, tensor.shape, operation: "concatenate") }
            shape[axis] += tensor.shape[axis]
            kind = max(kind, tensor.kind)
            _ = try Shape.count(shape)
        }
        let inner = shape[(axis + 1)...].reduce(1, *), outer = shape[..<axis].reduce(1, *)
        var elements: [Double] = []
        elements.reserveCapacity(try Shape.count(shape))
        for row in 0..<outer {
            for tensor in tensors {
                let run = tensor.shape[axis] * inner
                tensor.withElements { elements.append(contentsOf: $0[row * run..<(row + 1) * run]) }
            }
        }
        return try Tape.record(
            .concatenate(axis: axis), tensors, Tensor(shape: shape, unchecked: elements, kind: kind))
    }

    /// The tensors, of one shape, along a new axis.
    public static func stack(_ tensors: [Tensor], axis: Int = 0) throws(TensorError) -> Tensor {
        var expanded: [Tensor] = []
        for tensor in tensors {
            guard tensor.shape == tensors[0].shape else {
                throw .shapeMismatch(tensors[0].shape, tensor.shape, operation: "stack")
            }
            expanded.append(try tensor.expandingDimensions(at: axis))
        }
        guard let rank = expanded.first?.rank else { throw .invalidArgument("no tensors", operation: "stack") }
        return try concatenate(expanded, axis: Shape.normalized(axis: axis, rank: rank, operation: "stack"))
    }

    /// Each element `times` times in a row along the axis; flattened first when the axis is nil.
    public func repeated(_ times: Int, axis: Int? = nil) throws(TensorError) -> Tensor {
        guard times >= 0 else { throw .invalidArgument("negative count", operation: "repeat") }
        guard let axis else { return try flattened().repeated(times, axis: 0) }
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "repeat")
        var wide = try expandingDimensions(at: place + 1).shape
        wide[place + 1] = times
        var target = shape
        let (size, overflow) = target[place].multipliedReportingOverflow(by: times)
        if overflow { throw .sizeOverflow(wide) }
        target[place] = size
        return try expandingDimensions(at: place + 1).broadcast(to: wide).reshaped(target)
    }

    /// The whole tensor repeated along each axis, as NumPy's `tile`.
    public func tiled(_ times: [Int]) throws(TensorError) -> Tensor {
        let rank = max(self.rank, times.count)
        let sizes = [Int](repeating: 1, count: rank - self.rank) + shape
        let counts = [Int](repeating: 1, count: rank - times.count) + times
        var interleaved: [Int] = [], wide: [Int] = [], target: [Int] = []
        for (size, count) in zip(sizes, counts) {
            guard count >= 0 else { throw .invalidArgument("negative count", operation: "tile") }
            interleaved += [1, size]
            wide += [count, size]
            let (product, overflow) = size.multipliedReportingOverflow(by: count)
            if overflow { throw .sizeOverflow(wide) }
            target.append(product)
        }
        return try reshaped(interleaved).broadcast(to: wide).reshaped(target)
    }

    /// Consecutive parts along an axis; `sizes` must add up to its size.
    public func split(sizes: [Int], axis: Int = 0) throws(TensorError) -> [Tensor] {
        let axis = try Shape.normalized(axis: axis, rank: rank, operation: "split")
        var parts: [Tensor] = []
        var start = 0
        for size in sizes {
            guard size >= 0, size <= shape[axis] - start else {
                throw .shapeMismatch([shape[axis]], sizes, operation: "split")
            }
            parts.append(try slice(axis: axis, start: start, stop: start + size))
            start += size
        }
        guard start == shape[axis] else { throw .shapeMismatch([shape[axis]], sizes, operation: "split") }
        return parts
    }
}
