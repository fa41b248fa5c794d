import Tensors

/// Two values, and products.
extension NumberRunner {

    /// How far to go in an operand's numbers for one step along each axis of a joint shape: 0 along axes that it lacks.
    func strides(_ operand: Register, in joint: Register) -> SIMD8<Int32> {
        var strides = SIMD8<Int32>(repeating: 0)
        var stride: Int32 = 1
        var axis = operand.rank - 1
        var place = joint.rank - 1
        let own = operand.ownRank
        for _ in 0..<own {
            if operand.dims[axis] != 1 { strides[place] = stride }
            stride &*= operand.dims[axis]
            axis -= 1
            place -= 1
        }
        var rest = operand.slots
        while rest != 0 {
            let bit: UInt64 = 1 << UInt64(63 - rest.leadingZeroBitCount)
            place = (joint.slots & (bit &- 1)).nonzeroBitCount
            if operand.dims[axis] != 1 { strides[place] = stride }
            stride &*= operand.dims[axis]
            axis -= 1
            rest &= ~bit
        }
        return strides
    }

    /// The shape of all operands together, as `Machine` aligns and NumPy broadcasts them; `nil` where they do not conform.
    func joint(_ a: Register, _ b: Register) -> Register? {
        if b.rank == 0 || a.slots == b.slots && a.rank == b.rank && a.dims == b.dims { return a }
        if a.rank == 0 { return b }
        var joint = Register()
        joint.slots = a.slots | b.slots
        let axes = joint.slots.nonzeroBitCount
        let own = max(a.ownRank, b.ownRank)
        joint.rank = axes + own
        guard joint.rank <= Self.mostAxes else { return nil }
        for operand in [a, b] {
            var axis = 0
            var rest = operand.slots
            while rest != 0 {
                let bit = rest & (~rest &+ 1)
                guard Self.fit(&joint.dims[(joint.slots & (bit &- 1)).nonzeroBitCount], operand.dims[axis]) else { return nil }
                axis += 1
                rest &= rest &- 1
            }
            var place = joint.rank - operand.ownRank
            while axis < operand.rank {
                guard Self.fit(&joint.dims[place], operand.dims[axis]) else { return nil }
                axis += 1
                place += 1
            }
        }
        joint.count = 1
        for axis in 0..<joint.rank { joint.count *= Int(joint.dims[axis]) }
        return joint.count <= Self.mostElements ? joint : nil
    }

    static func fit(_ size: inout Int32, _ other: Int32) -> Bool {
        if size == other || other == 1 { return true }
        guard size == 1 else { return false }
        size = other
        return true
    }

    /// Goes through a shape in row-major order with the places that two operands have there.
    static func walk(_ joint: Register, _ a: SIMD8<Int32>, _ b: SIMD8<Int32>, _ visit: (Int, Int) -> Void) {
        var index = SIMD8<Int32>(repeating: 0)
        var (x, y) = (0, 0)
        for _ in 0..<joint.count {
            visit(x, y)
            var axis = joint.rank - 1
            while axis >= 0 {
                index[axis] &+= 1
                x += Int(a[axis])
                y += Int(b[axis])
                if index[axis] < joint.dims[axis] { break }
                x -= Int(a[axis]) * Int(joint.dims[axis])
                y -= Int(b[axis]) * Int(joint.dims[axis])
                index[axis] = 0
                axis -= 1
            }
        }
    }

    mutating func combined(_ function: BinaryFunction, _ a: Register, _ b: Register) -> Register? {
        switch function {
        case .add: return combined(a, b, Self.arithmetic(a.kind, b.kind)) { $0 + $1 }
        case .subtract: return combined(a, b, Self.arithmetic(a.kind, b.kind)) { $0 - $1 }
        case .multiply: return combined(a, b, Self.arithmetic(a.kind, b.kind)) { $0 * $1 }
        case .divide: return combined(a, b, .float) { $0 / $1 }
        case .maximum, .minimum: return combined(a, b, max(a.kind, b.kind), function.scalarFunction)
        case .power, .remainder, .floorDivide:
            // Of whole numbers the result may be whole.
            guard a.kind == .float || b.kind == .float else { return nil }
            return combined(a, b, .float, function.scalarFunction)
        default: return combined(a, b, function.isPredicate ? .boolean : .float, function.scalarFunction)
        }
    }

    static func arithmetic(_ a: ElementKind, _ b: ElementKind) -> ElementKind { max(a, b, .integer) }

    @inline(__always)
    private mutating func combined(_ a: Register, _ b: Register, _ kind: ElementKind, _ f: (Double, Double) -> Double) -> Register? {
        guard var joint = joint(a, b) else { return nil }
        joint.start = numbers.count
        joint.kind = kind
        if a.count == joint.count, b.count == joint.count, a.rank == b.rank, a.slots == b.slots {
            for k in 0..<joint.count { numbers.append(f(numbers[a.start + k], numbers[b.start + k])) }
        } else if a.rank == 0 {
            let x = numbers[a.start]
            for k in 0..<joint.count { numbers.append(f(x, numbers[b.start + k])) }
        } else if b.rank == 0 {
            let y = numbers[b.start]
            for k in 0..<joint.count { numbers.append(f(numbers[a.start + k], y)) }
        } else {
            let (left, right) = (strides(a, in: joint), strides(b, in: joint))
            numbers.append(contentsOf: repeatElement(0, count: joint.count))
            let (start, p, q) = (joint.start, a.start, b.start)
            numbers.withUnsafeMutableBufferPointer { numbers in
                var k = start
                Self.walk(joint, left, right) { x, y in
                    numbers[k] = f(numbers[p + x], numbers[q + y])
                    k += 1
                }
            }
        }
        return joint
    }

    mutating func transposed(_ operand: Register) -> Register? {
        guard operand.ownRank == 2 else { return operand }
        guard operand.slots == 0 else { return nil }
        var register = operand
        let (rows, columns) = (Int(operand.dims[0]), Int(operand.dims[1]))
        register.start = numbers.count
        register.dims[0] = operand.dims[1]
        register.dims[1] = operand.dims[0]
        for j in 0..<columns { for i in 0..<rows { numbers.append(numbers[operand.start + i * columns + j]) } }
        return register
    }

    mutating func power(_ a: Register, _ b: Register) -> Register? {
        if b.rank == 0 {
            if a.ownRank == 2, a.slots == 0 { return nil }
            switch numbers[b.start] {
            case 2: return applied(.square, a)
            case 1: return a
            case 0.5: return applied(.sqrt, a)
            case -1: return applied(.reciprocal, a)
            default: break
            }
        }
        return combined(.power, a, b)
    }

    mutating func product(
        _ a: Register, _ b: Register, _ style: ExpressionTree.ProductStyle, _ leftIsRow: Bool, _ rightIsRow: Bool
    ) -> Register? {
        let (left, right) = (a.ownRank, b.ownRank)
        if style == .hadamard || left == 0 || right == 0 { return combined(.multiply, a, b) }
        if left == 1, right == 1 {
            guard leftIsRow || !rightIsRow, style == .dot || style == .juxtaposed, leftIsRow || rightIsRow || style == .dot || !program.isStrict else { return nil }
            if a.slots == 0, b.slots == 0, a.count != b.count || a.count > 16 { return nil }
            guard let both = combined(.multiply, a, b) else { return nil }
            return folded(.sum, both, from: both.rank - 1)
        }
        guard left <= 2, right <= 2, a.slots == 0, b.slots == 0, style != .asterisk else { return nil }
        return multiplied(a, b)
    }

    /// Of matrices, or a matrix and a vector.
    mutating func multiplied(_ a: Register, _ b: Register) -> Register? {
        let (m, k) = a.rank == 2 ? (Int(a.dims[0]), Int(a.dims[1])) : (1, Int(a.dims[0]))
        let (rows, n) = b.rank == 2 ? (Int(b.dims[0]), Int(b.dims[1])) : (Int(b.dims[0]), 1)
        guard rows == k, max(m, k, n) <= 16 else { return nil }
        var register = Register()
        register.start = numbers.count
        register.count = m * n
        register.kind = Self.arithmetic(a.kind, b.kind)
        if a.rank == 2 {
            register.dims[0] = Int32(truncatingIfNeeded: m)
            register.rank = 1
        }
        if b.rank == 2 {
            register.dims[register.rank] = Int32(truncatingIfNeeded: n)
            register.rank += 1
        }
        spent += m * n * k / 32
        for i in 0..<m {
            for j in 0..<n {
                var sum = 0.0
                for p in 0..<k { sum += numbers[a.start + i * k + p] * numbers[b.start + p * n + j] }
                numbers.append(sum)
            }
        }
        return register
    }
}
