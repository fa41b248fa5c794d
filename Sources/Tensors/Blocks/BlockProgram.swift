import CKernels

/// An expression on arrays of one length, element by element, that runs over blocks small enough for the processor's nearest
/// cache: no array of the length of its operands is made on the way.
///
///     var program = BlockProgram()
///     let x = program.input(array)
///     let y = program.apply(.exp, x)
///     let sum = try program.fold(.sum, y, count: array.count)
///
/// Steps that the result of a run does not depend on are not run.
public struct BlockProgram: Sendable {
    /// The place of a value among the steps.
    public typealias Register = Int

    public enum Fold: Sendable { case sum, product, maximum, minimum }

    enum Step: Sendable {
        case input(any LongArray)
        case constant(Double)
        /// `first`, `first` + 1, …
        case positions(first: Double)
        case loop(gloss_block_operation, [Register])
        case unary(UnaryFunction, Register)
        case binary(BinaryFunction, Register, Register)
        case function(@Sendable ([Tensor]) throws(TensorError) -> Tensor, [Register])
    }

    /// Elements a block: three or four blocks fit in 32 kB.
    static let blockLength = 1024

    private(set) var steps: [Step] = []

    public init() {}

    public var stepCount: Int { steps.count }

    private mutating func add(_ step: Step) -> Register {
        steps.append(step)
        return steps.count - 1
    }

    public mutating func input(_ array: any LongArray) -> Register { add(.input(array)) }

    public mutating func constant(_ value: Double) -> Register { add(.constant(value)) }

    public mutating func positions(from first: Int) -> Register { add(.positions(first: Double(first))) }

    public mutating func apply(_ function: UnaryFunction, _ a: Register) -> Register {
        if let loop = function.blockLoop { return add(.loop(loop, [a])) }
        return add(.unary(function, a))
    }

    public mutating func apply(_ function: BinaryFunction, _ a: Register, _ b: Register) -> Register {
        switch function {
        case .greater: add(.loop(GLOSS_LESS, [b, a]))
        case .greaterEqual: add(.loop(GLOSS_LESS_EQUAL, [b, a]))
        default:
            if let loop = function.blockLoop { add(.loop(loop, [a, b])) } else { add(.binary(function, a, b)) }
        }
    }

    /// `a` where `condition` is not 0, else `b`.
    public mutating func select(_ condition: Register, _ a: Register, _ b: Register) -> Register {
        add(.loop(GLOSS_SELECT, [condition, a, b]))
    }

    /// A function that works element by element on vectors of one length and gives such a vector, or a number for all.
    public mutating func call(
        _ arguments: [Register], _ function: @escaping @Sendable ([Tensor]) throws(TensorError) -> Tensor
    ) -> Register {
        add(.function(function, arguments))
    }

    /// Which steps gave what is no finite number, and the first of them.
    public struct Faults: Sendable {
        public internal(set) var first: (step: Register, isNaN: Bool)?
        /// By step: bit 0 infinite, bit 1 NaN.
        var bits: [Int32]

        init(count: Int) { bits = [Int32](repeating: 0, count: count) }

        mutating func close() {
            guard let step = bits.firstIndex(where: { $0 != 0 }) else { return }
            first = (step, bits[step] & 2 != 0)
        }
    }

    /// Hands the value of `result` to `body` block by block: the first element's position, and the elements.
    ///
    /// Errors: those of inputs and functions, and what `body` throws.
    @discardableResult
    public func run(
        _ result: Register, count: Int, _ body: (Int, UnsafeBufferPointer<Double>) throws(TensorError) -> Void
    ) throws(TensorError) -> Faults {
        guard steps.indices.contains(result) else { throw .invalidArgument("no such register", operation: "block program") }
        let runner = BlockRunner(self, result)
        return try runner.run(count: count, body)
    }

    /// One number of all elements. Sums are those of blocks in order, with what rounding takes from one given to the next.
    public func fold(_ fold: Fold, _ result: Register, count: Int) throws(TensorError) -> (value: Double, faults: Faults) {
        let loops = gloss_block_loops_best().pointee
        var total = 0.0
        var lost = 0.0
        switch fold {
        case .sum: break
        case .product: total = 1
        case .maximum: total = -.infinity
        case .minimum: total = .infinity
        }
        let faults = try run(result, count: count) { (_, block) throws(TensorError) in
            let part = loops.fold(fold.loop, block.baseAddress, block.count)
            switch fold {
            case .sum:
                let next = total + part
                lost += total.magnitude >= part.magnitude ? (total - next) + part : (part - next) + total
                total = next
            case .product: total *= part
            case .maximum: total = total >= part || total.isNaN ? total : part
            case .minimum: total = total <= part || total.isNaN ? total : part
            }
        }
        return (lost.isFinite ? total + lost : total, faults)
    }
}

extension BlockProgram.Fold {
    var loop: gloss_block_fold {
        switch self {
        case .sum: GLOSS_FOLD_SUM
        case .product: GLOSS_FOLD_PRODUCT
        case .maximum: GLOSS_FOLD_MAXIMUM
        case .minimum: GLOSS_FOLD_MINIMUM
        }
    }
}

extension UnaryFunction {
    /// Its loop over blocks, where there is one.
    var blockLoop: gloss_block_operation? {
        switch self {
        case .negate: GLOSS_NEGATE
        case .abs: GLOSS_ABS
        case .sign: GLOSS_SIGN
        case .square: GLOSS_SQUARE
        case .reciprocal: GLOSS_RECIPROCAL
        case .sqrt: GLOSS_SQRT
        case .floor: GLOSS_FLOOR
        case .ceil: GLOSS_CEIL
        case .truncate: GLOSS_TRUNCATE
        case .exp: GLOSS_EXP
        case .log: GLOSS_LOG
        case .tanh: GLOSS_TANH
        case .sigmoid: GLOSS_SIGMOID
        case .sin: GLOSS_SIN
        case .cos: GLOSS_COS
        case .logicalNot: GLOSS_NOT
        default: nil
        }
    }
}

extension BinaryFunction {
    var blockLoop: gloss_block_operation? {
        switch self {
        case .add: GLOSS_ADD
        case .subtract: GLOSS_SUBTRACT
        case .multiply: GLOSS_MULTIPLY
        case .divide: GLOSS_DIVIDE
        case .power: GLOSS_POWER
        case .maximum: GLOSS_MAXIMUM
        case .minimum: GLOSS_MINIMUM
        case .equal: GLOSS_EQUAL
        case .notEqual: GLOSS_NOT_EQUAL
        case .less: GLOSS_LESS
        case .lessEqual: GLOSS_LESS_EQUAL
        case .logicalAnd: GLOSS_AND
        case .logicalOr: GLOSS_OR
        default: nil
        }
    }
}
