import Source
import Tensors

/// Elements and parts of arrays by their positions.
extension Machine {
    /// Element or part of an array: indices take its first axes.
    mutating func access(_ base: Value, _ indices: [ID], _ baseID: ID, _ range: ByteRange) throws(EvaluationError) -> Value {
        let own = rank(base)
        guard indices.count <= own else {
            throw EvaluationError(.shapeMismatch, at: range, "\(indices.count) indices for a value of \(own) axes")
        }
        if base.slots == 0, let direct = try alignedAccess(base, indices, baseID, range) { return direct }
        // Every position as a number, then one gather.
        let shape = base.tensor.shape
        let lead = base.slots.nonzeroBitCount
        var slots = base.slots
        var positions: [Value?] = []
        for index in indices {
            if index == ExpressionTree.wholeAxis {
                positions.append(nil)
            } else {
                let value = try value(index)
                slots |= value.slots
                positions.append(value)
            }
        }
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in stride(from: shape.count - 2, through: 0, by: -1) { strides[axis] = strides[axis + 1] &* shape[axis + 1] }
        let kept = (0..<own).filter { $0 >= positions.count || positions[$0] == nil }
        var linear = Value(tensor: Tensor(0), slots: 0)
        var axis = 0
        for k in 0..<64 where base.slots & (1 << UInt64(k)) != 0 {
            let steps = (0..<shape[axis]).map { Double($0 &* strides[axis]) }
            linear = try broadcastBinary(.add, linear, Value(tensor: Tensor(steps, kind: .integer), slots: 1 << UInt64(k)), range)
            axis += 1
        }
        for (k, position) in positions.enumerated() {
            guard let position else { continue }
            let size = shape[lead + k]
            let skipped = Double(1 - origin(of: baseID, axis: k))
            let isMasked = masks(position.slots)
            for x in position.tensor.elements where !isMasked && !(x + skipped >= 1 && x + skipped <= Double(size) && x == x.rounded()) {
                throw EvaluationError(.indexOutOfRange, at: range, "index \(x == x.rounded() && x.magnitude < 1e15 ? "\(Int(x))" : "\(x)") is outside \(1 - Int(skipped))…\(size - Int(skipped))")
            }
            let stride = Double(strides[lead + k])
            let zero = position.tensor.detached.map { (min(max($0 + skipped, 1), Double(max(size, 1))).rounded() - 1) * stride }
            linear = try broadcastBinary(.add, linear, Value(tensor: zero, slots: position.slots), range)
        }
        var tensor = try aligned(linear, slots: slots, rank: 0, range)
        for (place, k) in kept.enumerated() {
            var steps = [Int](repeating: 1, count: kept.count)
            steps[place] = shape[lead + k]
            let stride = strides[lead + k]
            let offsets = (0..<shape[lead + k]).map { Double($0 &* stride) }
            tensor = try tensors(range) { () throws(TensorError) in
                try tensor.expandingDimensions(at: tensor.rank)
                    + Tensor(offsets, kind: .integer)
            }
        }
        try allow(0, tensor.shape, range)
        let flat = tensor
        return Value(
            tensor: try tensors(range) { () throws(TensorError) in try base.tensor.flattened().taking(flat) }, slots: slots)
    }

    /// Whether positions that an index names may lie outside because a condition leaves them out.
    private func masks(_ slots: UInt64) -> Bool {
        for k in 0..<64 where slots & (1 << UInt64(k)) != 0 {
            if ranges[k]?.mask != nil || tree.conditioned & (1 << UInt64(k)) != 0 { return true }
        }
        return false
    }

    private func origin(of base: ID, axis: Int) -> Int {
        guard case .symbol(let s) = tree.nodes[Int(base)].kind, axis < 8 else { return 1 }
        return tree.symbols[Int(s)].zeroAxes & (1 << UInt8(axis)) != 0 ? 0 : 1
    }

    /// Indices that run over whole axes, each once: the axes themselves, put in order.
    private mutating func alignedAccess(
        _ base: Value, _ indices: [ID], _ baseID: ID, _ range: ByteRange
    ) throws(EvaluationError) -> Value? {
        var slots: UInt64 = 0
        var order: [(slot: Int, axis: Int)] = []
        var kept: [Int] = []
        for axis in 0..<base.tensor.rank {
            guard axis < indices.count, indices[axis] != ExpressionTree.wholeAxis else {
                kept.append(axis)
                continue
            }
            guard case .slot(let s) = tree.nodes[Int(indices[axis])].kind, slots & slotBit(Int(s)) == 0 else { return nil }
            let found = try slotRange(Int(s), range)
            guard found.first == origin(of: baseID, axis: axis), found.count == base.tensor.shape[axis], found.members == nil else { return nil }
            slots |= slotBit(Int(s))
            order.append((Int(s), axis))
        }
        let permutation = order.sorted { $0.slot < $1.slot }.map(\.axis) + kept
        if permutation == Array(0..<base.tensor.rank) { return Value(tensor: base.tensor, slots: slots) }
        return Value(tensor: try tensors(range) { () throws(TensorError) in try base.tensor.transposed(permutation) }, slots: slots)
    }
}
