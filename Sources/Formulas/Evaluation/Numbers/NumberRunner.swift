import Source
import Tensors

/// Runs a `NumberProgram` on data: numbers in one array, and for each step where its own begin and which axes they have.
///
/// What it cannot settle (an error, a value that is not finite, a shape that no step of a program is for) it leaves to `Machine`.
struct NumberRunner {
    typealias Step = NumberProgram.Step

    /// A value: as `Machine.Value`, an axis for each index in slot order before its own ones.
    struct Register {
        var start = 0
        var count = 1
        var slots: UInt64 = 0
        var rank = 0
        var dims = SIMD8<Int32>(repeating: 1)
        var kind = ElementKind.float

        var ownRank: Int { rank - slots.nonzeroBitCount }
    }

    struct Span {
        var first = 0
        /// -1 before it is known.
        var count = -1
    }

    /// Longer arrays are computed by loops of their own, which may round otherwise.
    static let mostElements = 10_000
    static let mostAxes = 8

    let program: NumberProgram
    let tree: ExpressionTree
    /// Data of the program's symbols.
    private let inputs: [Tensor?]
    /// Variables of integrals and limits.
    var locals: [Double?] = []
    /// Which functions stand in for undefined ones, and their numbers as far as they were needed.
    let sample: UInt64
    var waves: [Int32: StandIn.Waves] = [:]
    var numbers: [Double] = []
    var registers: [Register]
    var sizes: [Int]
    /// Those that the data say; `nil` before they were asked.
    private var learned: [Int]?
    private var spans: [Span]
    private var magnitude = 0.0
    var spent = 0

    init(_ program: NumberProgram, _ tree: ExpressionTree, _ bindings: Bindings) {
        self.program = program
        self.tree = tree
        var inputs: [Tensor?] = []
        inputs.reserveCapacity(program.symbols.count)
        for k in program.symbols.indices { inputs.append(bindings[program.symbols[k].key] ?? program.symbols[k].value) }
        self.inputs = inputs
        sample = program.standIns.isEmpty ? 0 : StandIn.sample(of: bindings)
        sizes = program.sizes
        registers = []
        registers.reserveCapacity(program.steps.count)
        spans = program.slots.isEmpty ? [] : [Span](repeating: Span(), count: program.slots.count)
        numbers.reserveCapacity(8 * program.steps.count)
    }

    /// The value and how many steps of a budget it takes; `nil` where it is for `Machine` to say.
    mutating func run() -> (value: Evaluated, spent: Int)? {
        compute().map { (Evaluated(value: tensor($0), magnitude: magnitude), spent) }
    }

    /// The same of one number, whatever was run before.
    mutating func runAgain() -> (value: Double, spent: Int)? {
        numbers.removeAll(keepingCapacity: true)
        registers.removeAll(keepingCapacity: true)
        if let learned { sizes = learned }
        for k in spans.indices { spans[k] = Span() }
        spent = 0
        guard let result = compute(), result.rank == 0 else { return nil }
        return (numbers[result.start], spent)
    }

    private mutating func compute() -> Register? {
        if learned == nil {
            guard learnSizes(inputs) else { return nil }
            learned = sizes
        }
        for k in program.steps.indices {
            guard let register = value(of: program.steps[k]), take(register) else { return nil }
            registers.append(register)
        }
        return registers[Int(program.result)]
    }

    /// Looks at a step's numbers: all must be finite.
    private mutating func take(_ register: Register) -> Bool {
        var largest = magnitude
        for k in register.start..<register.start + register.count {
            let size = numbers[k].magnitude
            guard size <= .greatestFiniteMagnitude else { return false }
            if size > largest { largest = size }
        }
        magnitude = largest
        return true
    }

    func tensor(_ register: Register) -> Tensor {
        if register.rank == 0 { return Tensor(numbers[register.start], kind: register.kind) }
        var shape: [Int] = []
        for axis in 0..<register.rank { shape.append(Int(register.dims[axis])) }
        return Tensor(shape: shape, unchecked: Array(numbers[register.start..<register.start + register.count]), kind: register.kind)
    }

    // MARK: Data

    private mutating func learnSizes(_ inputs: [Tensor?]) -> Bool {
        for k in program.symbols.indices {
            guard let value = inputs[k] else { continue }
            guard !value.isTracked, value.rank == program.symbols[k].rank, value.rank <= TypeTerm.maximumRank else { return false }
            for axis in 0..<value.rank {
                let root = Int(program.symbols[k].axes[axis])
                let size = value.shape[axis]
                guard root >= 0, size > 0 else { return false }
                if sizes[root] < 0 { sizes[root] = size } else if sizes[root] != size { return false }
            }
        }
        for k in program.symbols.indices where program.symbols[k].sizeOf >= 0 {
            guard let value = inputs[k]?.scalar, value.magnitude < 1e12, let size = Int(exactly: value - Double(program.symbols[k].sizeOffset)), size >= 0
            else { continue }
            let root = Int(program.symbols[k].sizeOf)
            if sizes[root] < 0 { sizes[root] = size }
        }
        return true
    }

    mutating func number(_ value: Double, _ kind: ElementKind = .float) -> Register {
        var register = Register()
        register.start = numbers.count
        register.kind = kind
        numbers.append(value)
        return register
    }

    mutating func input(_ tensor: Tensor, slots: UInt64 = 0) -> Register? {
        if let value = tensor.scalar { return slots == 0 ? number(value, tensor.kind) : nil }
        guard tensor.rank <= Self.mostAxes, tensor.count > 0, tensor.count <= Self.mostElements else { return nil }
        var register = Register()
        register.start = numbers.count
        register.count = tensor.count
        register.slots = slots
        register.rank = tensor.rank
        register.kind = tensor.kind
        for axis in 0..<tensor.rank { register.dims[axis] = Int32(truncatingIfNeeded: tensor.shape[axis]) }
        numbers.append(contentsOf: tensor.elements)
        return register
    }

    private mutating func symbol(_ k: Int) -> Register? {
        if let tensor = inputs[k] { return input(tensor) }
        let symbol = program.symbols[k]
        if let constant = symbol.constant { return symbol.rank > 0 ? nil : number(constant) }
        guard symbol.sizeOf >= 0, sizes[Int(symbol.sizeOf)] >= 0 else { return nil }
        return number(Double(sizes[Int(symbol.sizeOf)] &+ symbol.sizeOffset), .integer)
    }

    // MARK: Indices

    mutating func span(_ k: Int) -> Span? {
        if spans[k].count >= 0 { return spans[k] }
        let slot = program.slots[k]
        var span = Span()
        if slot.isInferred {
            let root = Int(slot.dimension)
            if sizes[root] < 0, !program.isStrict { sizes[root] = Machine.freeSize }
            span = Span(first: slot.first, count: sizes[root])
        } else {
            let (lower, upper) = (registers[Int(slot.bounds.lower)], registers[Int(slot.bounds.upper)])
            guard lower.rank == 0, upper.rank == 0, let first = Int(exactly: numbers[lower.start]), let last = Int(exactly: numbers[upper.start]),
                first.magnitude < 1 << 40, last.magnitude < 1 << 40
            else { return nil }
            span = Span(first: first, count: last - first + 1)
        }
        guard span.count > 0, span.count <= Self.mostElements else { return nil }
        spans[k] = span
        return span
    }

    // MARK: Steps

    private mutating func value(of step: Step) -> Register? {
        switch step.operation {
        case .number(let value): return number(value)
        case .truth(let value): return number(value ? 1 : 0, .boolean)
        case .symbol(let s): return symbol(Int(s))
        case .local(let l):
            guard locals.indices.contains(Int(l)), let value = locals[Int(l)] else { return nil }
            return number(value)
        case .slot(let s):
            guard let span = span(Int(s)) else { return nil }
            var register = Register()
            register.start = numbers.count
            register.count = span.count
            register.slots = 1 << UInt64(s)
            register.rank = 1
            register.dims[0] = Int32(truncatingIfNeeded: span.count)
            register.kind = .integer
            for k in 0..<span.count { numbers.append(Double(span.first &+ k)) }
            return register
        case .count(let s): return span(Int(s)).flatMap { number(Double($0.count), .integer) }
        case .same: return registers[Int(step.a)]
        case .unary(let function): return applied(function, registers[Int(step.a)])
        case .inverted(let function):
            let inner = applied(function, registers[Int(step.a)])
            return applied(.reciprocal, inner)
        case .factorial:
            var register = registers[Int(step.a)]
            let start = register.start
            register.start = numbers.count
            register.kind = .float
            for k in 0..<register.count { numbers.append(Machine.factorial(numbers[start + k])) }
            return register
        case .magnitude:
            let register = registers[Int(step.a)]
            guard register.ownRank != 2, register.ownRank == 0 || !program.isStrict else { return nil }
            return applied(.abs, register)
        case .reciprocalOfNumber:
            let register = registers[Int(step.a)]
            return register.ownRank == 0 ? applied(.reciprocal, register) : nil
        case .numberOnly:
            let register = registers[Int(step.a)]
            return register.ownRank == 0 ? register : nil
        case .transpose: return transposed(registers[Int(step.a)])
        case .binary(let function): return combined(function, registers[Int(step.a)], registers[Int(step.b)])
        case .inner:
            guard let both = combined(.multiply, registers[Int(step.a)], registers[Int(step.b)]) else { return nil }
            return folded(.sum, both, from: both.slots.nonzeroBitCount)
        case .product(let style, let leftIsRow, let rightIsRow):
            return product(registers[Int(step.a)], registers[Int(step.b)], style, leftIsRow, rightIsRow)
        case .power: return power(registers[Int(step.a)], registers[Int(step.b)])
        case .reduce(let reduction, let slot):
            return reduced(reduction, Int(slot), registers[Int(step.a)], step.b >= 0 ? registers[Int(step.b)] : nil)
        case .reduceAll(let reduction):
            let register = registers[Int(step.a)]
            return register.ownRank == 0 ? register : folded(reduction, register, from: register.slots.nonzeroBitCount)
        case .norm(let order): return norm(registers[Int(step.a)], order)
        case .choose: return chosen(step.list)
        case .access(let zeroAxes): return element(registers[Int(step.a)], at: step.list, zeroAxes)
        case .stack(let rows): return stacked(step.list, rows: Int(rows))
        case .call(let function, let isElementwise): return called(Int(function), step.list, isElementwise)
        case .standIn(let function, let type): return standIn(function, step.list, type)
        }
    }

    mutating func applied(_ function: UnaryFunction, _ operand: Register) -> Register {
        var register = operand
        register.start = numbers.count
        register.kind = function.resultKind(operand.kind)
        switch function {
        case .negate: for k in operand.start..<operand.start + operand.count { numbers.append(-numbers[k]) }
        case .square: for k in operand.start..<operand.start + operand.count { numbers.append(numbers[k] * numbers[k]) }
        default:
            let f = function.scalarFunction
            for k in operand.start..<operand.start + operand.count { numbers.append(f(numbers[k])) }
        }
        return register
    }
}
