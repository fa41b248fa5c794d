import Source
import Tensors

/// Sums, maxima and norms: passes over the data.
extension LongMachine {
    mutating func reduce(
        _ reduction: ExpressionTree.Reduction, _ slot: Int, _ body: ID, _ condition: ID, _ id: ID
    ) throws(Failure) -> Long? {
        guard shape.count == 1 else { throw .notElementwise }
        let range = tree.nodes[Int(id)].range
        let found: Machine.SlotRange
        do { found = try machine.slotRange(slot, range) } catch { throw .evaluation(error) }
        guard found.count == count, found.members == nil, found.mask == nil else { throw .notElementwise }
        _ = try evaluate(body)
        var value = try register(body)
        let bit: UInt64 = 1 << UInt64(slot)
        if condition >= 0 {
            guard reduction != .mean, reduction != .argmax, reduction != .argmin else { throw .notElementwise }
            _ = try evaluate(condition)
            let holds = try register(condition)
            _ = try common([value.long, holds.long])
            let other = program.constant(Self.identity(of: reduction))
            value = (0, long(program.select(holds.register, value.register, other), bit, .float, body))
        }
        guard let summand = value.long, summand.slots == bit else { throw .notElementwise }
        return try fold(reduction, summand, id, first: found.first)
    }

    private static func identity(of reduction: ExpressionTree.Reduction) -> Double {
        switch reduction {
        case .sum, .mean, .any: 0
        case .product, .all: 1
        case .maximum, .argmax: -.infinity
        case .minimum, .argmin: .infinity
        }
    }

    mutating func norm(_ a: ID, _ order: ExpressionTree.NormOrder, _ id: ID) throws(Failure) -> Long? {
        guard let value = longs[a] else { throw .notElementwise }
        if rank(value) == 0 { return try elementwise(.abs, a, id) }
        guard value.slots == 0 else { throw .notElementwise }
        switch order {
        case .euclidean, .frobenius: break
        case .one where rank(value) == 1: return try fold(.sum, try elementwise(.abs, a, id), id)
        case .infinity where rank(value) == 1: return try fold(.maximum, try elementwise(.abs, a, id), id)
        default: throw .notElementwise
        }
        let squares = program.apply(.square, value.register)
        let plain = try folded(.sum, squares).value
        var result = plain.squareRoot()
        if !(plain > 1e-280 && plain < 1e280), !plain.isNaN {
            // Squares that leave the range: scaled by the largest magnitude.
            let largest = try folded(.maximum, program.apply(.abs, value.register)).value
            if largest == 0 || largest.isInfinite {
                result = largest
            } else {
                let scaled = program.apply(.divide, value.register, program.constant(largest))
                result = largest * (try folded(.sum, program.apply(.square, scaled)).value).squareRoot()
            }
        }
        keep(Tensor(result), id)
        return nil
    }

    /// One pass; the number becomes the machine's value of the node.
    mutating func fold(
        _ reduction: ExpressionTree.Reduction, _ value: Long, _ id: ID, first: Int = 1
    ) throws(Failure) -> Long? {
        let kind: ElementKind = value.kind == .boolean ? .integer : value.kind
        switch reduction {
        case .sum: keep(Tensor(try folded(.sum, value.register).value, kind: kind), id)
        case .product: keep(Tensor(try folded(.product, value.register).value, kind: kind), id)
        case .maximum: keep(Tensor(try folded(.maximum, value.register).value, kind: value.kind), id)
        case .minimum: keep(Tensor(try folded(.minimum, value.register).value, kind: value.kind), id)
        case .mean: keep(Tensor(try folded(.sum, value.register).value / Double(count)), id)
        case .all, .any:
            let truth = program.apply(.notEqual, value.register, program.constant(0))
            keep(Tensor(try folded(reduction == .all ? .minimum : .maximum, truth).value > 0), id)
        case .argmax, .argmin:
            let isMaximum = reduction == .argmax
            var best = 0
            var found: Double?
            try pass(value.register) { (start, block) throws(TensorError) in
                for k in block.indices {
                    guard let other = found else {
                        found = block[k]
                        continue
                    }
                    if other.isNaN { return }
                    if block[k].isNaN || (isMaximum ? block[k] > other : block[k] < other) { (best, found) = (start + k, block[k]) }
                }
            }
            keep(Tensor(Double(best + first)), id)
        }
        return nil
    }

    private mutating func keep(_ tensor: Tensor, _ id: ID) {
        machine.keep(Machine.Value(tensor: tensor, slots: 0), at: id)
    }

    private mutating func folded(_ fold: BlockProgram.Fold, _ register: BlockProgram.Register) throws(Failure) -> (value: Double, faults: BlockProgram.Faults) {
        guard count > 0 else { throw .notElementwise }
        try spend()
        do {
            let result = try program.fold(fold, register, count: count)
            note(result.faults)
            return result
        } catch { throw .evaluation(machine.fail(error, tree.nodes.last?.range ?? .empty(at: 0))) }
    }

    private mutating func spend() throws(Failure) {
        do { try budget.spend(1 &+ count / 256 &* max(program.stepCount, 1)) } catch {
            throw .evaluation(machine.fail(error, tree.nodes.last?.range ?? .empty(at: 0)))
        }
    }

    mutating func pass(
        _ register: BlockProgram.Register, _ body: (Int, UnsafeBufferPointer<Double>) throws(TensorError) -> Void
    ) throws(Failure) {
        try spend()
        do { note(try program.run(register, count: count, body)) } catch {
            throw .evaluation(machine.fail(error, tree.nodes.last?.range ?? .empty(at: 0)))
        }
    }

    /// The warning of the first step that gave what is no finite number.
    private mutating func note(_ faults: BlockProgram.Faults) {
        guard let first = faults.first else { return }
        let id = first.step < nodes.count ? nodes[first.step] : 0
        machine.warn(first.isNaN, id)
    }
}
