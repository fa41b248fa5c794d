import Glibc
import Tensors

/// Sums and their like, elements, cases, calls.
extension NumberRunner {
    // MARK: Along axes

    /// One number for `length` of them that lie `stride` apart from `start` on, as `Tensor` computes it.
    private func fold(_ reduction: ExpressionTree.Reduction, _ start: Int, _ length: Int, _ stride: Int) -> Double {
        switch reduction {
        case .sum, .mean:
            var total = 0.0
            var k = 0
            while k < length {
                let end = min(k + 128, length)
                var block = 0.0
                while k < end {
                    block += numbers[start + k * stride]
                    k += 1
                }
                total += block
            }
            return reduction == .mean ? total / Double(length) : total
        case .product:
            var product = 1.0
            for k in 0..<length { product *= numbers[start + k * stride] }
            return product
        default:
            var best = numbers[start]
            for k in 0..<length {
                let x = numbers[start + k * stride]
                if reduction == .maximum ? x > best : x < best { best = x }
            }
            return best
        }
    }

    private static func kind(of reduction: ExpressionTree.Reduction, _ kind: ElementKind) -> ElementKind {
        switch reduction {
        case .sum, .product: arithmetic(kind, kind)
        case .mean: .float
        default: kind
        }
    }

    /// Over all axes from one on.
    mutating func folded(_ reduction: ExpressionTree.Reduction, _ operand: Register, from axis: Int) -> Register? {
        var register = operand
        var length = 1
        for k in axis..<operand.rank {
            length *= Int(operand.dims[k])
            register.dims[k] = 1
        }
        guard axis < operand.rank, length > 0 else { return nil }
        register.start = numbers.count
        register.count = operand.count / length
        register.rank = axis
        register.kind = Self.kind(of: reduction, operand.kind)
        for k in 0..<register.count { numbers.append(fold(reduction, operand.start + k * length, length, 1)) }
        return register
    }

    mutating func reduced(_ reduction: ExpressionTree.Reduction, _ slot: Int, _ body: Register, _ condition: Register?) -> Register? {
        guard let span = span(slot) else { return nil }
        spent += 1 + body.count / 16
        var body = body
        if let condition {
            guard condition.ownRank == 0, let kept = masked(body, condition, slot, span.count, reduction) else { return nil }
            body = kept
        }
        let bit: UInt64 = 1 << UInt64(slot)
        var register = body
        register.start = numbers.count
        register.kind = Self.kind(of: reduction, body.kind)
        guard body.slots & bit != 0 else {
            // The same for each value of the index.
            for k in 0..<body.count { numbers.append(fold(reduction, body.start + k, span.count, 0)) }
            return register
        }
        let axis = (body.slots & (bit &- 1)).nonzeroBitCount
        var (outer, inner) = (1, 1)
        for k in 0..<axis { outer *= Int(body.dims[k]) }
        for k in (axis + 1)..<max(axis + 1, body.rank) { inner *= Int(body.dims[k]) }
        let length = Int(body.dims[axis])
        register.slots &= ~bit
        register.rank -= 1
        register.count = outer * inner
        for k in axis..<register.rank { register.dims[k] = body.dims[k + 1] }
        register.dims[register.rank] = 1
        for o in 0..<outer {
            for i in 0..<inner { numbers.append(fold(reduction, body.start + o * length * inner + i, length, inner)) }
        }
        return register
    }

    /// What a condition leaves out is what changes nothing.
    private mutating func masked(
        _ body: Register, _ condition: Register, _ slot: Int, _ count: Int, _ reduction: ExpressionTree.Reduction
    ) -> Register? {
        var index = Register()
        index.slots = 1 << UInt64(slot)
        index.rank = 1
        index.count = count
        index.dims[0] = Int32(truncatingIfNeeded: count)
        guard let some = joint(body, condition), var joint = joint(some, index) else { return nil }
        let filler: Double =
            switch reduction {
            case .product: 1
            case .maximum: -.infinity
            case .minimum: .infinity
            default: 0
            }
        let (values, choices) = (expanded(body, to: joint), expanded(condition, to: joint))
        joint.start = numbers.count
        joint.kind = .float
        for k in 0..<joint.count { numbers.append(numbers[choices + k] != 0 ? numbers[values + k] : filler) }
        return joint
    }

    /// Where a copy of an operand in a joint shape begins.
    private mutating func expanded(_ operand: Register, to joint: Register) -> Int {
        let start = numbers.count
        let strides = strides(operand, in: joint)
        numbers.append(contentsOf: repeatElement(0, count: joint.count))
        numbers.withUnsafeMutableBufferPointer { numbers in
            var k = start
            Self.walk(joint, strides, strides) { x, _ in
                numbers[k] = numbers[operand.start + x]
                k += 1
            }
        }
        return start
    }

    // MARK: Vectors

    mutating func norm(_ operand: Register, _ order: ExpressionTree.NormOrder) -> Register? {
        let own = operand.ownRank
        if own == 0 { return applied(.abs, operand) }
        if order == .one {
            guard own == 1 else { return nil }
            var register = folded(.sum, applied(.abs, operand), from: operand.rank - 1)
            register?.kind = .float
            return register
        }
        var length = 1
        for axis in (operand.rank - own)..<operand.rank { length *= Int(operand.dims[axis]) }
        var register = operand
        register.start = numbers.count
        register.count = operand.count / max(length, 1)
        register.rank -= own
        register.kind = .float
        for axis in register.rank..<operand.rank { register.dims[axis] = 1 }
        for row in 0..<register.count {
            let start = operand.start + row * length
            var largest = 0.0
            for k in 0..<length { largest = max(largest, numbers[start + k].magnitude) }
            if largest == 0 {
                numbers.append(0)
                continue
            }
            guard largest > 1e-140, largest < 1e140 else { return nil }
            var total = 0.0
            for k in 0..<length { total += numbers[start + k] * numbers[start + k] }
            numbers.append(total.squareRoot())
        }
        return register
    }

    /// Positions of some axes, at most one other axis whole.
    mutating func element(_ base: Register, at list: Range<Int32>, _ zeroAxes: UInt8) -> Register? {
        guard base.slots == 0, list.count <= base.rank else { return nil }
        // Of each axis its stride, from the last one on; of the whole one its size too.
        var whole = (size: 1, stride: 0)
        var wholeCount = 0
        var joint = Register()
        var isFirst = true
        var axis = base.rank - 1
        var stride = 1
        while axis >= 0 {
            let place = axis < list.count ? program.lists[Int(list.lowerBound) + axis] : -1
            if place < 0 {
                whole = (Int(base.dims[axis]), stride)
                wholeCount += 1
            } else {
                let position = registers[Int(place)]
                guard position.ownRank == 0, let both = isFirst ? position : self.joint(joint, position) else { return nil }
                joint = both
                isFirst = false
            }
            stride *= Int(base.dims[axis])
            axis -= 1
        }
        guard !isFirst, wholeCount <= 1, joint.count * whole.size <= Self.mostElements, joint.rank < Self.mostAxes else { return nil }
        // Where each element of the result begins.
        var offsets = [Int](repeating: base.start, count: joint.count)
        axis = base.rank - 1
        stride = 1
        while axis >= 0 {
            let place = axis < list.count ? program.lists[Int(list.lowerBound) + axis] : -1
            let size = Int(base.dims[axis])
            if place >= 0 {
                let position = registers[Int(place)]
                let origin: Double = zeroAxes & (1 << UInt8(axis & 7)) != 0 ? 0 : 1
                let strides = strides(position, in: joint)
                var isInside = true
                var k = 0
                Self.walk(joint, strides, strides) { x, _ in
                    let value = numbers[position.start + x] - origin
                    if value >= 0, value < Double(size), value == value.rounded() { offsets[k] += Int(value) * stride } else { isInside = false }
                    k += 1
                }
                guard isInside else { return nil }
            }
            stride *= size
            axis -= 1
        }
        joint.start = numbers.count
        joint.kind = base.kind
        if wholeCount == 1 {
            joint.dims[joint.rank] = Int32(truncatingIfNeeded: whole.size)
            joint.rank += 1
            joint.count *= whole.size
        }
        for offset in offsets { for place in 0..<whole.size { numbers.append(numbers[offset + place * whole.stride]) } }
        return joint
    }

    /// A vector or a matrix of numbers.
    mutating func stacked(_ list: Range<Int32>, rows: Int) -> Register? {
        var register = Register()
        register.start = numbers.count
        register.count = list.count
        register.kind = .boolean
        guard list.count > 0 else { return nil }
        for k in list {
            let part = registers[Int(program.lists[Int(k)])]
            guard part.rank == 0 else { return nil }
            register.kind = max(register.kind, part.kind)
            numbers.append(numbers[part.start])
        }
        if rows == 0 {
            register.rank = 1
            register.dims[0] = Int32(truncatingIfNeeded: list.count)
        } else {
            guard list.count % rows == 0 else { return nil }
            register.rank = 2
            register.dims[0] = Int32(truncatingIfNeeded: rows)
            register.dims[1] = Int32(truncatingIfNeeded: list.count / rows)
        }
        return register
    }

    // MARK: Cases and calls

    /// The first value whose condition holds; the last stands alone for what else.
    mutating func chosen(_ list: Range<Int32>) -> Register? {
        func register(_ k: Int) -> Register { registers[Int(program.lists[Int(list.lowerBound) + k])] }
        var end = list.count
        var result: Register
        if end % 2 == 1 {
            result = register(end - 1)
            end -= 1
        } else {
            result = number(.nan)
        }
        var k = end - 2
        while k >= 0 {
            let (choice, condition) = (register(k), register(k + 1))
            guard let some = joint(condition, choice), var joint = joint(some, result) else { return nil }
            let kind = max(choice.kind, result.kind)
            let (c, x, y) = (expanded(condition, to: joint), expanded(choice, to: joint), expanded(result, to: joint))
            joint.start = numbers.count
            joint.kind = kind
            for i in 0..<joint.count { numbers.append(numbers[c + i] != 0 ? numbers[x + i] : numbers[y + i]) }
            result = joint
            k -= 2
        }
        return result
    }

    mutating func called(_ function: Int, _ list: Range<Int32>, _ isElementwise: Bool) -> Register? {
        var arguments: [Tensor] = []
        var slots: UInt64 = 0
        var count = 1
        var shape: Register?
        for k in list {
            let register = registers[Int(program.lists[Int(k)])]
            slots |= register.slots
            count += register.count
            if isElementwise, register.rank > 0 {
                // Of one shape, or numbers beside it.
                if let shape, shape.slots != register.slots || shape.rank != register.rank { return nil }
                shape = register
            }
            arguments.append(tensor(register))
        }
        guard slots == 0 || isElementwise else { return nil }
        spent += 1 + count / 16
        do throws(TensorError) {
            let value = try tree.functions[function].apply(arguments)
            guard !value.isTracked, value.rank >= slots.nonzeroBitCount else { return nil }
            return input(value, slots: slots)
        } catch {
            return nil
        }
    }

    mutating func standIn(_ place: Int32, _ list: Range<Int32>, _ type: TypeTerm) -> Register? {
        var register = Register()
        var arguments: [[Double]] = []
        for k in list {
            let argument = registers[Int(program.lists[Int(k)])]
            let axes = argument.slots.nonzeroBitCount
            // All for the same values of the indices.
            if k == list.lowerBound {
                register.slots = argument.slots
                register.rank = axes
                for axis in 0..<axes { register.dims[axis] = argument.dims[axis] }
            } else if register.slots != argument.slots || (0..<axes).contains(where: { register.dims[$0] != argument.dims[$0] }) {
                return nil
            }
            arguments.append(Array(numbers[argument.start..<argument.start + argument.count]))
        }
        var rows = 1
        for axis in 0..<register.rank { rows *= Int(register.dims[axis]) }
        var count = 1
        for axis in 0..<max(0, Int(type.rank)) {
            let root = Int(type[axis])
            if sizes[root] < 0 { sizes[root] = Machine.freeSize }
            guard sizes[root] > 0, sizes[root] <= 16, register.rank < Self.mostAxes else { return nil }
            count *= sizes[root]
            register.dims[register.rank] = Int32(truncatingIfNeeded: sizes[root])
            register.rank += 1
        }
        let waves: StandIn.Waves
        if let known = self.waves[place], known.suits(arguments, rows: rows, count: count) {
            waves = known
        } else {
            guard let made = program.standIns[Int(place)].waves(arguments, rows: rows, count: count, sample: sample) else { return nil }
            self.waves[place] = made
            waves = made
        }
        let values = waves.values(arguments, rows: rows)
        for argument in arguments { spent += 1 + (argument.count / rows + rows) * count * 3 }
        register.start = numbers.count
        register.count = values.count
        numbers.append(contentsOf: values)
        return register
    }
}
