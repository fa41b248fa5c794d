import CKernels

/// Runs the steps of a program that one result needs. Buffers are given to steps so that a value is overwritten as soon as
/// nothing reads it any more.
struct BlockRunner: ~Copyable {
    private let steps: [BlockProgram.Step]
    /// Steps that are run for every block, in order.
    private var order: [Int] = []
    /// The buffer of each step's value; -1 for none.
    private var places: [Int]
    private let result: Int
    /// Of each buffer where its block is; a buffer that an input fills holds several blocks, read at once.
    private let blocks: UnsafeMutablePointer<UnsafeMutablePointer<Double>>
    private let memory: UnsafeMutablePointer<Double>
    /// Where each input reads to; `nil` for other steps.
    private var inputs: [UnsafeMutablePointer<Double>?]
    private let loops: gloss_block_loops

    private static var length: Int { BlockProgram.blockLength }
    /// Blocks that are read at once: one call of the system for 64 kB, which the next cache holds.
    private static let chunk = 8

    init(_ program: BlockProgram, _ result: BlockProgram.Register) {
        steps = program.steps
        self.result = result
        loops = gloss_block_loops_best().pointee
        var lastUse = [Int](repeating: -1, count: steps.count)
        lastUse[result] = steps.count
        for step in stride(from: result, through: 0, by: -1) where lastUse[step] >= 0 {
            for operand in Self.operands(steps[step]) where lastUse[operand] < 0 { lastUse[operand] = step }
        }
        places = [Int](repeating: -1, count: steps.count)
        var free: [Int] = []
        var count = 0
        var constants: [(place: Int, value: Double)] = []
        var filled: [(step: Int, place: Int)] = []
        for step in 0...result where lastUse[step] >= 0 {
            var isConstant = false
            if case .constant = steps[step] { isConstant = true }
            // What is read here for the last time makes room; a constant keeps its place.
            for operand in Set(Self.operands(steps[step])) where lastUse[operand] == step {
                if case .constant = steps[operand] { continue }
                free.append(places[operand])
            }
            if !isConstant, let place = free.popLast() {
                places[step] = place
            } else {
                places[step] = count
                count += 1
            }
            if case .input = steps[step] { filled.append((step, places[step])) }
            if case .constant(let value) = steps[step] {
                constants.append((places[step], value))
            } else {
                order.append(step)
            }
        }
        let size = (count + filled.count * Self.chunk + 1) * Self.length
        memory = .allocate(capacity: size)
        memory.initialize(repeating: 0, count: size)
        blocks = .allocate(capacity: count + 1)
        for place in 0...count { (blocks + place).initialize(to: memory + place * Self.length) }
        inputs = [UnsafeMutablePointer<Double>?](repeating: nil, count: steps.count)
        for (k, input) in filled.enumerated() { inputs[input.step] = memory + (count + 1 + k * Self.chunk) * Self.length }
        for constant in constants {
            for k in 0..<Self.length { memory[constant.place * Self.length + k] = constant.value }
        }
    }

    deinit {
        blocks.deallocate()
        memory.deallocate()
    }

    private static func operands(_ step: BlockProgram.Step) -> [Int] {
        switch step {
        case .input, .constant, .positions: []
        case .loop(_, let operands), .function(_, let operands): operands
        case .unary(_, let a): [a]
        case .binary(_, let a, let b): [a, b]
        }
    }

    private func buffer(_ step: Int) -> UnsafeMutablePointer<Double> { blocks[places[step]] }

    func run(
        count: Int, _ body: (Int, UnsafeBufferPointer<Double>) throws(TensorError) -> Void
    ) throws(TensorError) -> BlockProgram.Faults {
        var faults = BlockProgram.Faults(count: steps.count)
        var start = 0
        while start < count {
            let length = min(Self.length, count - start)
            for step in order {
                if case .input(let array) = steps[step], let room = inputs[step] {
                    let place = start % (Self.chunk * Self.length)
                    if place == 0 { try array.read(from: start, count: min(Self.chunk * Self.length, count - start), into: room) }
                    blocks[places[step]] = room + place
                }
                let out = buffer(step)
                try run(step, start, length, out)
                if faults.bits[step] == 0, steps[step].mayLeaveTheRange { faults.bits[step] = loops.nonfinite(out, length) }
            }
            try body(start, UnsafeBufferPointer(start: buffer(result), count: length))
            start += length
        }
        faults.close()
        return faults
    }

    @inline(__always)
    private func run(_ step: Int, _ start: Int, _ length: Int, _ out: UnsafeMutablePointer<Double>) throws(TensorError) {
        switch steps[step] {
        case .constant, .input: break
        case .positions(let first):
            for k in 0..<length { out[k] = first + Double(start + k) }
        case .loop(let operation, let operands):
            let a = buffer(operands[0])
            let b = operands.count > 1 ? buffer(operands[1]) : a
            loops.apply(operation, a, b, operands.count > 2 ? buffer(operands[2]) : a, out, length)
        case .unary(let function, let a):
            let x = buffer(a)
            let f = function.scalarFunction
            for k in 0..<length { out[k] = f(x[k]) }
        case .binary(let function, let a, let b):
            let x = buffer(a)
            let y = buffer(b)
            let f = function.scalarFunction
            for k in 0..<length { out[k] = f(x[k], y[k]) }
        case .function(let function, let operands):
            let arguments = operands.map { Tensor(Array(UnsafeBufferPointer(start: buffer($0), count: length))) }
            let value = try function(arguments)
            guard value.isScalar || value.shape == [length] else { throw .unexpectedShape(value.shape, expected: "\(length) elements", operation: "block") }
            value.withElements { elements in
                for k in 0..<length { out[k] = value.isScalar ? elements[0] : elements[k] }
            }
        }
    }
}

extension BlockProgram.Step {
    /// Whether it may give what is no finite number from finite ones.
    fileprivate var mayLeaveTheRange: Bool {
        switch self {
        case .input, .unary, .binary, .function: true
        case .constant, .positions: false
        case .loop(let operation, _):
            switch operation {
            case GLOSS_EXP, GLOSS_LOG, GLOSS_SQRT, GLOSS_SQUARE, GLOSS_RECIPROCAL, GLOSS_ADD, GLOSS_SUBTRACT, GLOSS_MULTIPLY, GLOSS_DIVIDE,
                GLOSS_POWER: true
            default: false
            }
        }
    }
}
