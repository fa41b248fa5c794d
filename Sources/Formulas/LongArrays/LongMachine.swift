import Source
import Tensors

/// Evaluates a tree on arrays that are too long to be held several times over: what depends on them element by element
/// becomes a program over blocks, and each sum, maximum or norm one pass over the data. Everything else is left to the
/// machine. All long arrays of a formula have one shape.
///
/// Invariant: the machine never sees a node that depends on a long array unless its value is there already.
struct LongMachine {
    typealias ID = ExpressionTree.ID

    enum Failure: Error {
        /// The formula needs an operation that does not go element by element: the caller evaluates it in memory.
        case notElementwise
        case evaluation(EvaluationError)
    }

    /// A value with one element for each element of the long arrays: an axis an index, then its own axes.
    struct Long {
        var register: BlockProgram.Register
        var slots: UInt64
        var kind: ElementKind
    }

    let tree: ExpressionTree
    let shape: [Int]
    let count: Int
    let budget: Budget
    private let arrays: [SymbolKey: any LongArray]
    var machine: Machine
    var program = BlockProgram()
    var longs: [ID: Long] = [:]
    private var inputs: [Int32: BlockProgram.Register] = [:]
    private var positions: [Int32: BlockProgram.Register] = [:]
    /// Of each step of the program, the node that it computes.
    var nodes: [ID] = []
    private var dependence: [ID: Bool] = [:]

    init(
        _ tree: ExpressionTree, arrays: [SymbolKey: any LongArray], bindings: Bindings, budget: Budget
    ) throws(Failure) {
        self.tree = tree
        self.arrays = arrays
        self.budget = budget
        shape = arrays.values.first?.shape ?? []
        count = shape.reduce(1, { $0 &* $1 })
        do { machine = try Machine(tree, bindings: bindings, budget: budget) } catch { throw .evaluation(error) }
    }

    enum Outcome {
        case number(Tensor)
        case array(Long)
    }

    mutating func evaluate(_ root: ID) throws(Failure) -> Outcome {
        for id in tree.order(of: root) where longs[id] == nil && !machine.values.has(id) {
            let range = tree.nodes[Int(id)].range
            if let value = try step(id, range) { longs[id] = value }
        }
        if let long = longs[root] { return .array(long) }
        guard let value = machine.values[root] else { throw .notElementwise }
        return .number(value.tensor)
    }

    // MARK: What depends on long arrays

    /// Whether a long array or an index that runs along one is below a node.
    mutating func isLong(_ id: ID) throws(Failure) -> Bool {
        if let known = dependence[id] { return known }
        var found = false
        for below in tree.reachable(from: id) where !found {
            switch tree.nodes[Int(below)].kind {
            case .symbol(let s): found = arrays[tree.symbols[Int(s)].key] != nil
            case .slot(let s): found = try isLongSlot(Int(s))
            default: continue
            }
        }
        dependence[id] = found
        return found
    }

    private var openSlots: UInt64 = 0

    mutating func isLongSlot(_ slot: Int) throws(Failure) -> Bool {
        // Bounds that name their own index are no bounds.
        guard openSlots & (1 << UInt64(slot)) == 0 else { throw .notElementwise }
        openSlots |= 1 << UInt64(slot)
        defer { openSlots &= ~(1 << UInt64(slot)) }
        switch tree.slotEntries[slot].bounds {
        case .inferred: break
        case .bounds(let first, let last):
            for id in [first, last] where try isLong(id) { throw .notElementwise }
        case .set(let list):
            for id in tree.children(list) where try isLong(id) { throw .notElementwise }
        }
        let entry = tree.slotEntries[slot]
        let found: Machine.SlotRange
        do { found = try machine.slotRange(slot, entry.range) } catch { throw .evaluation(error) }
        guard found.mask == nil else { throw .notElementwise }
        return shape.count == 1 && found.count == count && found.members == nil
    }

    // MARK: Nodes

    /// The program's value of a node, or `nil` where the machine has it.
    private mutating func step(_ id: ID, _ range: ByteRange) throws(Failure) -> Long? {
        let kind = tree.nodes[Int(id)].kind
        guard try isLong(id) else {
            do { _ = try machine.evaluate(id) } catch { throw .evaluation(error) }
            return nil
        }
        switch kind {
        case .symbol(let s): return try input(s)
        case .slot: return nil
        case .unary(let operation, let a): return try unary(operation, a, id)
        case .binary(let operation, let a, let b): return try binary(operation, a, b, id)
        case .product(let a, let b, let style): return try product(a, b, style, id)
        case .power(let a, let b): return try power(a, b, id)
        case .call(let f, let list): return try call(tree.functions[Int(f)], Array(tree.children(list)), id)
        case .access(let base, let list): return try access(base, Array(tree.children(list)))
        case .reduce(let reduction, let slot, let body, let condition):
            return try reduce(reduction, Int(slot), body, condition, id)
        case .reduceAll(let reduction, let a):
            guard let value = longs[a], value.slots == 0 else { throw .notElementwise }
            return try fold(reduction, value, id)
        case .choose(let list): return try choose(Array(tree.children(list)), id)
        case .norm(let a, let order, _): return try norm(a, order, id)
        // A size that the bounds of an index give.
        case .count: throw .notElementwise
        case .number, .truth, .local, .matrix, .vector, .derivative, .limit, .integral, .optimum, .identity: throw .notElementwise
        }
    }

    private mutating func input(_ symbol: Int32) throws(Failure) -> Long {
        guard let array = arrays[tree.symbols[Int(symbol)].key] else { throw .notElementwise }
        if let known = inputs[symbol] { return Long(register: known, slots: 0, kind: array.kind) }
        let register = program.input(array)
        inputs[symbol] = register
        return Long(register: register, slots: 0, kind: array.kind)
    }

    /// Remembers which node the newest steps compute.
    mutating func long(_ register: BlockProgram.Register, _ slots: UInt64, _ kind: ElementKind, _ id: ID) -> Long {
        while nodes.count <= register { nodes.append(id) }
        return Long(register: register, slots: slots, kind: kind)
    }

    /// The number of own axes.
    func rank(_ value: Long) -> Int { shape.count - value.slots.nonzeroBitCount }

    /// What an operation that changes nothing gives.
    private mutating func operand(_ id: ID) throws(Failure) -> Long? { try register(id).long }

    /// A long value, or a number repeated.
    mutating func register(_ id: ID) throws(Failure) -> (register: BlockProgram.Register, long: Long?) {
        if let long = longs[id] { return (long.register, long) }
        if case .slot(let s) = tree.nodes[Int(id)].kind, !machine.values.has(id) {
            guard shape.count == 1 else { throw .notElementwise }
            let found: Machine.SlotRange
            do { found = try machine.slotRange(Int(s), tree.nodes[Int(id)].range) } catch { throw .evaluation(error) }
            guard found.count == count, found.members == nil else { throw .notElementwise }
            let register = positions[s] ?? program.positions(from: found.first)
            positions[s] = register
            let value = long(register, 1 << UInt64(s), .integer, id)
            return (register, value)
        }
        // Arrays beside long ones would have to be spread over them.
        guard let number = machine.values[id]?.tensor.scalar else { throw .notElementwise }
        return (program.constant(number), nil)
    }

    mutating func elementwise(_ function: UnaryFunction, _ a: ID, _ id: ID) throws(Failure) -> Long {
        let x = try register(a)
        guard let value = x.long else { throw .notElementwise }
        return long(program.apply(function, x.register), value.slots, function.resultKind(value.kind), id)
    }

    mutating func elementwise(_ function: BinaryFunction, _ a: ID, _ b: ID, _ id: ID) throws(Failure) -> Long {
        let x = try register(a)
        let y = try register(b)
        let slots = try common([x.long, y.long])
        return long(program.apply(function, x.register, y.register), slots, function.isPredicate ? .boolean : .float, id)
    }

    /// The index axes of operands, which must be the same: an axis of its own on one side is another on the other.
    func common(_ values: [Long?]) throws(Failure) -> UInt64 {
        let found = values.compactMap { $0 }
        guard let first = found.first, found.allSatisfy({ $0.slots == first.slots }) else { throw .notElementwise }
        return first.slots
    }

    private mutating func unary(_ operation: ExpressionTree.UnaryOperation, _ a: ID, _ id: ID) throws(Failure) -> Long? {
        switch operation {
        case .plus: return try operand(a)
        case .negate: return try elementwise(.negate, a, id)
        case .elementwise(let function): return try elementwise(function, a, id)
        case .not: return try elementwise(.logicalNot, a, id)
        case .gamma: return try elementwise(.gamma, a, id)
        case .asinh: return try elementwise(.asinh, a, id)
        case .acosh: return try elementwise(.acosh, a, id)
        case .atanh: return try elementwise(.atanh, a, id)
        case .sec: return try reciprocal(of: .cos, a, id)
        case .csc: return try reciprocal(of: .sin, a, id)
        case .cot: return try reciprocal(of: .tan, a, id)
        case .magnitude:
            guard let value = longs[a], rank(value) == 0 || rank(value) == 1 && !tree.isStrict else { throw .notElementwise }
            return try elementwise(.abs, a, id)
        case .transpose:
            guard let value = longs[a], rank(value) != 2 else { throw .notElementwise }
            return value
        case .inverse:
            guard let value = longs[a], rank(value) == 0 else { throw .notElementwise }
            return try elementwise(.reciprocal, a, id)
        case .factorial, .determinant, .trace, .diagonal, .rank, .cardinality, .pseudoInverse, .vectorize, .softmaxLike:
            throw .notElementwise
        }
    }

    private mutating func reciprocal(of function: UnaryFunction, _ a: ID, _ id: ID) throws(Failure) -> Long {
        let value = try elementwise(function, a, id)
        return long(program.apply(.reciprocal, value.register), value.slots, .float, id)
    }

    private mutating func binary(
        _ operation: ExpressionTree.BinaryOperation, _ a: ID, _ b: ID, _ id: ID
    ) throws(Failure) -> Long? {
        switch operation {
        case .add: return try elementwise(.add, a, b, id)
        case .subtract: return try elementwise(.subtract, a, b, id)
        case .divide: return try elementwise(.divide, a, b, id)
        case .elementwise(let function): return try elementwise(function, a, b, id)
        case .modulo: return try elementwise(.remainder, a, b, id)
        case .inner:
            let both = try elementwise(.multiply, a, b, id)
            guard both.slots == 0 else { throw .notElementwise }
            return try fold(.sum, both, id)
        case .binomial, .outer, .kronecker, .cross, .gcd: throw .notElementwise
        }
    }

    /// As the machine: a number scales, and a product of two vectors by a dot is their sum of products.
    private mutating func product(
        _ a: ID, _ b: ID, _ style: ExpressionTree.ProductStyle, _ id: ID
    ) throws(Failure) -> Long? {
        let left = rank(of: a)
        let right = rank(of: b)
        if style == .hadamard || left == 0 || right == 0 { return try elementwise(.multiply, a, b, id) }
        guard left == 1, right == 1, longs[a]?.slots == 0, longs[b]?.slots == 0 else { throw .notElementwise }
        if tree.elementwiseProducts { return try elementwise(.multiply, a, b, id) }
        let isRow = machine.rowness(a)
        let isDotted = style == .dot || style == .juxtaposed && (isRow || !tree.isStrict)
        guard isDotted, isRow || !machine.rowness(b) else { throw .notElementwise }
        return try fold(.sum, try elementwise(.multiply, a, b, id), id)
    }

    /// Own axes of a value that may be long or not.
    private func rank(of id: ID) -> Int {
        if let long = longs[id] { return rank(long) }
        guard let value = machine.values[id] else { return 0 }
        return machine.rank(value)
    }

    private static let euler = 2.718281828459045

    private mutating func power(_ a: ID, _ b: ID, _ id: ID) throws(Failure) -> Long? {
        if let base = longs[a], rank(base) == 2, base.slots == 0, longs[b] == nil { throw .notElementwise }
        if longs[b] == nil, let exponent = machine.values[b]?.tensor.scalar {
            if exponent == 2 { return try elementwise(.square, a, id) }
            if exponent == 1 { return try operand(a) }
            if exponent == 0.5 { return try elementwise(.sqrt, a, id) }
            if exponent == -1 { return try elementwise(.reciprocal, a, id) }
            if let base = longs[a], exponent >= 3, exponent <= 8, let count = Int(exactly: exponent) {
                // By multiplications: error below `count` / 2 ulp, and negative bases cost no more than others.
                let square = program.apply(.square, base.register)
                var result = count % 2 == 0 ? square : program.apply(.multiply, square, base.register)
                for _ in 1..<count / 2 { result = program.apply(.multiply, result, square) }
                return long(result, base.slots, base.kind, id)
            }
        }
        if longs[a] == nil, machine.values[a]?.tensor.scalar == Self.euler { return try elementwise(.exp, b, id) }
        return try elementwise(.power, a, b, id)
    }

    private mutating func call(_ function: any KnownFunction, _ arguments: [ID], _ id: ID) throws(Failure) -> Long? {
        guard function.signature.isElementwise, function.standing != .standIn else { throw .notElementwise }
        var registers: [BlockProgram.Register] = []
        var values: [Long?] = []
        for argument in arguments {
            let x = try register(argument)
            registers.append(x.register)
            values.append(x.long)
        }
        let slots = try common(values)
        let register = program.call(registers) { inputs throws(TensorError) in try function.apply(inputs) }
        return long(register, slots, .float, id)
    }

    /// Indices that run over the axes in their order, each once.
    private mutating func access(_ base: ID, _ indices: [ID]) throws(Failure) -> Long? {
        guard let value = longs[base], value.slots == 0, indices.count <= shape.count, case .symbol(let s) = tree.nodes[Int(base)].kind else { throw .notElementwise }
        var slots: UInt64 = 0
        var last = -1
        for axis in shape.indices {
            guard axis < indices.count, indices[axis] != ExpressionTree.wholeAxis else { continue }
            // Axes of indices come before own axes.
            guard axis == slots.nonzeroBitCount, case .slot(let slot) = tree.nodes[Int(indices[axis])].kind, Int(slot) > last else { throw .notElementwise }
            let range = tree.nodes[Int(indices[axis])].range
            let found: Machine.SlotRange
            do { found = try machine.slotRange(Int(slot), range) } catch { throw .evaluation(error) }
            let origin = axis < 8 && tree.symbols[Int(s)].zeroAxes & (1 << UInt8(axis)) != 0 ? 0 : 1
            guard found.first == origin, found.count == shape[axis], found.members == nil, found.mask == nil else { throw .notElementwise }
            slots |= 1 << UInt64(slot)
            last = Int(slot)
        }
        return Long(register: value.register, slots: slots, kind: value.kind)
    }

    private mutating func choose(_ parts: [ID], _ id: ID) throws(Failure) -> Long? {
        var result: (register: BlockProgram.Register, long: Long?)
        var end = parts.count
        if parts.count % 2 == 1, let last = parts.last {
            result = try register(last)
            end -= 1
        } else {
            result = (program.constant(.nan), nil)
        }
        var values = [result.long]
        var k = end - 2
        while k >= 0 {
            let choice = try register(parts[k])
            let condition = try register(parts[k + 1])
            values += [choice.long, condition.long]
            result.register = program.select(condition.register, choice.register, result.register)
            k -= 2
        }
        return long(result.register, try common(values), .float, id)
    }
}
