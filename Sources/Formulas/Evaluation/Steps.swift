import Glibc
import Source
import Tensors

/// One step a node.
extension Machine {
    mutating func step(_ id: ID, _ range: ByteRange) throws(EvaluationError) -> Value {
        switch tree.nodes[Int(id)].kind {
        case .number(let value, _): return Value(tensor: Tensor(value), slots: 0)
        case .truth(let value): return Value(tensor: Tensor(value), slots: 0)
        case .symbol(let s): return try symbol(Int(s), range)
        case .slot(let s): return try slotValue(Int(s), range)
        case .count(let s): return Value(tensor: Tensor(try slotRange(Int(s), range).count), slots: 0)
        case .local(let l):
            guard let value = locals[Int(l)] else {
                throw EvaluationError(.notEvaluable, at: range, "\(tree.locals[Int(l)].key) has no value here")
            }
            return value
        case .unary(let operation, let a): return try unary(operation, try value(a), range)
        case .binary(let operation, let a, let b): return try binary(operation, try value(a), try value(b), range)
        case .product(let a, let b, let style): return try product(a, b, style, range)
        case .power(let a, let b): return try power(try value(a), try value(b), range)
        case .call(let f, let list):
            var arguments: [Value] = []
            for argument in tree.children(list) { arguments.append(try value(argument)) }
            if let function = tree.functions[Int(f)] as? StandIn { return try standIn(function, arguments, tree.facts[Int(id)].type, range) }
            return try call(tree.functions[Int(f)], arguments, range)
        case .access(let base, let list): return try access(try value(base), Array(tree.children(list)), base, range)
        case .reduce(let reduction, let slot, let body, let condition):
            return try reduce(reduction, Int(slot), body, condition, range)
        case .reduceAll(let reduction, let a): return try reduceAll(reduction, try value(a), range)
        case .choose(let list): return try choose(Array(tree.children(list)), range)
        case .norm(let a, let order, let exponent): return try norm(try value(a), order, exponent, range)
        case .matrix(let rows, let columns, let list):
            let cells = try stack(Array(tree.children(list)), range)
            return try reshapeOwn(cells, [Int(rows), Int(columns)], range)
        case .vector(let list): return try stack(Array(tree.children(list)), range)
        case .derivative(let body, let local, let at, let isElementwise):
            if usesDifferences { return try centralDifference(body, Int(local), try value(at), isElementwise, range) }
            return try derivative(body, Int(local), try value(at), isElementwise, range)
        case .limit(let body, let local, let at, let side): return try limit(body, Int(local), try value(at), side, range)
        case .optimum(let body, let variables, let isMinimum, let isPlace):
            return try optimum(body, Array(tree.children(variables)), isMinimum: isMinimum, isPlace: isPlace, range)
        case .integral(let body, let local, let from, let to):
            return try integral(body, Int(local), try value(from), try value(to), range)
        case .identity:
            let type = tree.facts[Int(id)].type
            guard type.rank == 2 else { return Value(tensor: Tensor(1), slots: 0) }
            let size = sizes[Int(tree.dimensions.root(type.d0))]
            guard size >= 0 else { throw EvaluationError(.notEvaluable, at: range, "the size of the identity is not known") }
            return Value(tensor: try tensors(range) { () throws(TensorError) in try Tensor.eye(size) }, slots: 0)
        }
    }

    private func symbol(_ index: Int, _ range: ByteRange) throws(EvaluationError) -> Value {
        let entry = tree.symbols[index]
        if let value = tracked[index] { return value }
        if let value = value(of: entry) { return Value(tensor: value, slots: 0) }
        if let constant = entry.isConstant {
            guard entry.type.rank > 0 else { return Value(tensor: Tensor(constant), slots: 0) }
            var shape: [Int] = []
            for axis in 0..<Int(entry.type.rank) {
                let size = sizes[Int(tree.dimensions.root(entry.type[axis]))]
                guard size >= 0 else { throw EvaluationError(.notEvaluable, at: range, "the size of this array of equal numbers is not known") }
                shape.append(size)
            }
            let filled = try tensors(range) { () throws(TensorError) in try Tensor(constant).broadcast(to: shape) }
            return Value(tensor: filled, slots: 0)
        }
        if entry.sizeOf >= 0 {
            let size = sizes[Int(tree.dimensions.root(entry.sizeOf))]
            if size >= 0 { return Value(tensor: Tensor(size &+ entry.sizeOffset), slots: 0) }
        }
        throw EvaluationError(.undefinedSymbol, at: range, "\(entry.key) has no value")
    }

    // MARK: Indices

    mutating func slotRange(_ slot: Int, _ range: ByteRange) throws(EvaluationError) -> SlotRange {
        if let known = ranges[slot] { return known }
        let entry = tree.slotEntries[slot]
        var found: SlotRange
        switch entry.bounds {
        case .inferred:
            let root = Int(tree.dimensions.root(entry.dimension))
            // Where nothing says how far an index runs, a few values show what is meant.
            if sizes[root] < 0, !tree.isStrict { sizes[root] = Self.freeSize }
            let size = sizes[root]
            guard size >= 0 else {
                throw EvaluationError(.unboundIndex, at: range, "the range of index \(entry.key) is not known")
            }
            found = SlotRange(first: entry.first, count: size)
        case .bounds(let first, let last): found = try boundedRange(slot, first, last, range)
        case .set(let list):
            var members: [Double] = []
            for id in tree.children(list) {
                let value = try evaluate(id)
                guard let member = value.tensor.scalar else {
                    throw EvaluationError(.notEvaluable, at: range, "a member of the set is no number")
                }
                members.append(member)
            }
            found = SlotRange(first: 1, count: members.count, members: members)
        }
        ranges[slot] = found
        return found
    }

    private mutating func boundedRange(
        _ slot: Int, _ first: ID, _ last: ID, _ range: ByteRange
    ) throws(EvaluationError) -> SlotRange {
        let low = try evaluate(first)
        let high = try evaluate(last)
        if let a = low.tensor.scalar, let b = high.tensor.scalar {
            return SlotRange(first: try bound(a, first), count: try length(a, b, first, last))
        }
        let a = low.tensor.elements.min() ?? 1
        let b = high.tensor.elements.max() ?? 0
        let start = try bound(a, first)
        let count = try length(a, b, first, last)
        ranges[slot] = SlotRange(first: start, count: count)
        let all = try slotValue(slot, range)
        let below = try broadcastBinary(.lessEqual, low, all, range)
        let above = try broadcastBinary(.lessEqual, all, high, range)
        let mask = try broadcastBinary(.logicalAnd, below, above, range)
        return SlotRange(first: start, count: count, mask: mask)
    }

    private func bound(_ value: Double, _ id: ID) throws(EvaluationError) -> Int {
        guard let whole = Int(exactly: value), whole.magnitude < 1 << 52 else {
            throw EvaluationError(.domain, at: tree.nodes[Int(id)].range, "a bound of an index is no whole number: \(value)")
        }
        return whole
    }

    private mutating func length(_ a: Double, _ b: Double, _ first: ID, _ last: ID) throws(EvaluationError) -> Int {
        if b == .infinity { return .max }
        let low = try bound(a, first)
        let high = try bound(b, last)
        if high < low - 1 { hasReversedRange = true }
        return max(0, high - low + 1)
    }

    func slotBit(_ slot: Int) -> UInt64 { 1 << UInt64(slot) }

    mutating func slotValue(_ slot: Int, _ range: ByteRange) throws(EvaluationError) -> Value {
        let found = try slotRange(slot, range)
        if let members = found.members { return Value(tensor: Tensor(members), slots: slotBit(slot)) }
        do { try budget.allow(elements: found.count) } catch { throw fail(error, range) }
        let values = (0..<found.count).map { Double(found.first &+ $0) }
        return Value(tensor: Tensor(values, kind: .integer), slots: slotBit(slot))
    }

    func position(of slot: Int, in slots: UInt64) -> Int { (slots & (slotBit(slot) &- 1)).nonzeroBitCount }

    // MARK: Sums and their like

    private mutating func reduce(
        _ reduction: ExpressionTree.Reduction, _ slot: Int, _ body: ID, _ condition: ID, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        let found = try slotRange(slot, range)
        if found.count == .max { return try infiniteSum(reduction, slot, body, condition, found, range) }
        if found.count > 1 << 16, found.mask == nil { return try reduceInBlocks(reduction, slot, body, condition, found, range) }
        var value = try evaluate(body)
        try spend(value.tensor.count, range)
        var mask = found.mask
        if condition >= 0 {
            let holds = try evaluate(condition)
            mask = try mask.map { other throws(EvaluationError) in try broadcastBinary(.logicalAnd, other, holds, range) } ?? holds
        }
        let bit = slotBit(slot)
        if value.slots & bit == 0 || mask != nil {
            let slots = value.slots | bit | (mask?.slots ?? 0)
            value = try spread(value, slots: slots, range)
        }
        if let mask {
            let rank = self.rank(value)
            let filler = Tensor(identity(of: reduction))
            let condition = try aligned(mask, slots: value.slots, rank: rank, range)
            let tensor = value.tensor
            value.tensor = try tensors(range) { () throws(TensorError) in try Tensor.select(condition, tensor, filler) }
        }
        let axis = position(of: slot, in: value.slots)
        let tensor = value.tensor
        let result: Tensor = try tensors(range) { () throws(TensorError) in
            switch reduction {
            case .sum: try tensor.sum(axes: [axis])
            case .product: try tensor.product(axes: [axis])
            case .maximum: try tensor.maximum(axes: [axis])
            case .minimum: try tensor.minimum(axes: [axis])
            case .mean: try tensor.mean(axes: [axis])
            case .argmax: try tensor.argmax(axis: axis) + Tensor(Double(found.first))
            case .argmin: try tensor.argmin(axis: axis) + Tensor(Double(found.first))
            case .all: try tensor.all(axes: [axis])
            case .any: try tensor.any(axes: [axis])
            }
        }
        return Value(tensor: result, slots: value.slots & ~bit)
    }

    private func identity(of reduction: ExpressionTree.Reduction) -> Double {
        switch reduction {
        case .sum, .mean, .any: 0
        case .product, .all: 1
        case .maximum, .argmax: -.infinity
        case .minimum, .argmin: .infinity
        }
    }

    /// Repeats a value along the index axes that it lacks.
    mutating func spread(_ value: Value, slots: UInt64, _ range: ByteRange) throws(EvaluationError) -> Value {
        if value.slots == slots { return value }
        let rank = self.rank(value)
        let tensor = try aligned(value, slots: slots, rank: rank, range)
        var shape: [Int] = []
        for k in 0..<64 where slots & (1 << UInt64(k)) != 0 { shape.append(try slotRange(k, range).count) }
        try allow(slots, Array(tensor.shape[shape.count...]), range)
        let target = shape + tensor.shape[shape.count...]
        return Value(tensor: try tensors(range) { () throws(TensorError) in try tensor.broadcast(to: target) }, slots: slots)
    }

    /// A long sum in blocks of its index, so that memory stays small.
    private mutating func reduceInBlocks(
        _ reduction: ExpressionTree.Reduction, _ slot: Int, _ body: ID, _ condition: ID, _ found: SlotRange,
        _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        guard found.count <= budget.limits.steps else {
            throw EvaluationError(.limit, at: range, "the range of \(tree.slotEntries[slot].key) is larger than the limit of \(budget.limits.steps) steps")
        }
        let size = 1 << 14
        var total: Value?
        var start = 0
        while start < found.count {
            let count = min(size, found.count - start)
            do { try budget.spend(count) } catch { throw fail(error, range) }
            var inner = self
            inner.ranges[slot] = SlotRange(first: found.first + start, count: count)
            let part = try inner.reduce(reduction, slot, body, condition, range)
            magnitude = max(magnitude, inner.magnitude)
            warnings = inner.warnings
            if let before = total {
                let function: BinaryFunction
                switch reduction {
                case .sum: function = .add
                case .product: function = .multiply
                case .maximum: function = .maximum
                case .minimum: function = .minimum
                default: throw EvaluationError(.limit, at: range, "the range is too long")
                }
                total = try broadcastBinary(function, before, part, range)
            } else {
                total = part
            }
            start += count
        }
        return total ?? Value(tensor: Tensor(identity(of: reduction)), slots: 0)
    }

    private func reduceAll(
        _ reduction: ExpressionTree.Reduction, _ value: Value, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        let own = rank(value)
        let axes = Array((value.tensor.rank - own)..<value.tensor.rank)
        let tensor = value.tensor
        if own == 0, reduction != .argmax, reduction != .argmin { return value }
        let result: Tensor = try tensors(range) { () throws(TensorError) in
            switch reduction {
            case .sum: try tensor.sum(axes: axes)
            case .product: try tensor.product(axes: axes)
            case .maximum: try tensor.maximum(axes: axes)
            case .minimum: try tensor.minimum(axes: axes)
            case .mean: try tensor.mean(axes: axes)
            case .argmax: try tensor.argmax(axis: axes.last) + Tensor(1.0)
            case .argmin: try tensor.argmin(axis: axes.last) + Tensor(1.0)
            case .all: try tensor.all(axes: axes)
            case .any: try tensor.any(axes: axes)
            }
        }
        return Value(tensor: result, slots: value.slots)
    }

    // MARK: Derivatives

    private mutating func derivative(
        _ body: ID, _ local: Int, _ at: Value, _ isElementwise: Bool, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        let tape = self.tape ?? Tape()
        self.tape = tape
        let slots = tree.facts[Int(body)].slots | at.slots
        let spreadAt = try spread(at, slots: slots, range)
        // Where an outer derivative follows the point already, adding a followed zero keeps both links.
        let zero = tape.track(spreadAt.tensor.detached.filled(with: 0))
        let followed = Value(tensor: try tensors(range) { () throws(TensorError) in try spreadAt.tensor + zero }, slots: slots)
        locals[local] = followed
        derivativeDepth += 1
        defer { derivativeDepth -= 1 }
        let result = try evaluate(body)
        let recording = derivativeDepth > 1 || tree.hasNestedDerivatives
        if isElementwise || rank(result) == 0 {
            let sum = try tensors(range) { () throws(TensorError) in try result.tensor.sum() }
            let gradient = try tensors(range) { () throws(TensorError) in
                try tape.gradient(of: sum, withRespectTo: [zero], recording: recording)
            }
            guard let first = gradient.first else { throw EvaluationError(.notEvaluable, at: range, "no gradient") }
            return Value(tensor: recording ? first : first.detached, slots: slots)
        }
        guard slots == 0 else {
            throw EvaluationError(.notEvaluable, at: range, "a Jacobian for every index is not evaluated")
        }
        try spend(result.tensor.count &* result.tensor.count, range)
        let jacobian = try tensors(range) { () throws(TensorError) in
            try tape.jacobian(of: result.tensor, withRespectTo: zero, recording: recording)
        }
        return Value(tensor: jacobian, slots: 0)
    }

    mutating func gradient(of root: ID, withRespectTo key: SymbolKey) throws(EvaluationError) -> Evaluated {
        let range = tree.nodes[Int(root)].range
        guard let index = tree.symbols.firstIndex(where: { $0.key == key }), let value = value(of: tree.symbols[index])
        else { throw EvaluationError(.undefinedSymbol, at: range, "the formula does not depend on \(key)") }
        let tape = self.tape ?? Tape()
        self.tape = tape
        let variable = tape.track(value)
        tracked[index] = Value(tensor: variable, slots: 0)
        derivativeDepth += 1
        let result = try evaluate(root)
        let sum = try tensors(range) { () throws(TensorError) in try result.tensor.sum() }
        let gradients = try tensors(range) { () throws(TensorError) in try tape.gradient(of: sum, withRespectTo: [variable]) }
        guard let gradient = gradients.first else { throw EvaluationError(.notEvaluable, at: range, "no gradient") }
        return Evaluated(value: gradient, magnitude: magnitude, warnings: warnings)
    }
}
