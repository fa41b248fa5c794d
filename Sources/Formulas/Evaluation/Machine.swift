import Source
import Tensors

/// Evaluates nodes of one tree on data. Bound and free indices are axes: a node that depends on indices has one axis for
/// each, in slot order, before the dimensions of its own shape, so that a sum is one reduction and a gradient one tape.
struct Machine {
    typealias ID = ExpressionTree.ID

    struct Value {
        var tensor: Tensor
        /// A bit an index axis.
        var slots: UInt64
    }

    let tree: ExpressionTree
    let bindings: Bindings
    let budget: Budget
    /// By root of the tree's dimension table; -1 where no data has it.
    var sizes: [Int]
    var values: NodeValues
    var ranges: [SlotRange?]
    var locals: [Value?]
    /// Symbols that a tape follows.
    var tracked: [Int: Value] = [:]
    var magnitude = 0.0
    var warnings: [EvaluationWarning] = []
    var hasReversedRange = false
    var derivativeDepth = 0
    /// Derivatives are differences, to check those of a tape.
    var usesDifferences = false
    var tape: Tape?
    var integrand: Integrand?
    /// How often the body of an optimum was evaluated.
    var optimumEvaluations = 0

    /// The values of nodes: most nodes of a tree have none in one evaluation.
    struct NodeValues {
        /// Of each node its place in `found`; -1 for none, and -2 - place for a value that was taken back.
        private var places: [Int32]
        private var found: [Value] = []

        init(count: Int) {
            places = [Int32](repeating: -1, count: count)
            found.reserveCapacity(min(count, 16))
        }

        subscript(id: ID) -> Value? {
            get {
                let place = places[Int(id)]
                return place < 0 ? nil : found[Int(place)]
            }
            set {
                let place = places[Int(id)]
                guard let newValue else {
                    if place >= 0 { places[Int(id)] = -2 - place }
                    return
                }
                if place == -1 {
                    places[Int(id)] = Int32(truncatingIfNeeded: found.count)
                    found.append(newValue)
                } else {
                    // An integrand is evaluated again and again.
                    let own = place < 0 ? -2 - place : place
                    places[Int(id)] = own
                    found[Int(own)] = newValue
                }
            }
        }

        func has(_ id: ID) -> Bool { places[Int(id)] >= 0 }
    }

    struct SlotRange {
        var first: Int
        var count: Int
        /// Set where the bounds depend on other indices: which values count.
        var mask: Value?
        /// Values of a set that is no range.
        var members: [Double]?
    }

    init(_ tree: ExpressionTree, bindings: Bindings, budget: Budget) throws(EvaluationError) {
        self.tree = tree
        self.bindings = bindings
        self.budget = budget
        sizes = [Int](repeating: -1, count: tree.dimensions.count)
        values = NodeValues(count: tree.nodes.count)
        ranges = [SlotRange?](repeating: nil, count: tree.slotEntries.count)
        locals = [Value?](repeating: nil, count: tree.locals.count)
        for k in 0..<tree.dimensions.count {
            if let size = tree.dimensions.size(Int32(k)) { sizes[Int(tree.dimensions.root(Int32(k)))] = size }
        }
        for k in tree.symbols.indices {
            guard let value = value(of: tree.symbols[k]) else { continue }
            try learnSizes(value.shape, of: tree.symbols[k])
        }
        for k in tree.symbols.indices where tree.symbols[k].sizeOf >= 0 {
            let entry = tree.symbols[k]
            guard let value = value(of: entry)?.scalar, value.magnitude < 1e12, let size = Int(exactly: value - Double(entry.sizeOffset)), size >= 0
            else { continue }
            let root = Int(tree.dimensions.root(entry.sizeOf))
            if sizes[root] < 0 { sizes[root] = size }
        }
    }

    func value(of entry: SymbolEntry) -> Tensor? { bindings[entry.key] ?? entry.value }

    private mutating func learnSizes(_ shape: [Int], of entry: SymbolEntry) throws(EvaluationError) {
        let type = entry.type
        guard shape.count == Int(type.rank) else {
            throw EvaluationError(
                .shapeMismatch, at: entry.range,
                "\(entry.key) has shape \(Tensors.Shape.text(shape)), but its use needs \(type.rank) \(type.rank == 1 ? "axis" : "axes")")
        }
        for (axis, size) in shape.enumerated() {
            let root = Int(tree.dimensions.root(type[axis]))
            if sizes[root] < 0 {
                sizes[root] = size
            } else if sizes[root] != size, size != 1, sizes[root] != 1 {
                throw EvaluationError(
                    .shapeMismatch, at: entry.range,
                    "\(entry.key) has \(size) along axis \(axis + 1) where \(sizes[root]) is needed")
            }
        }
    }

    // MARK: Running

    mutating func run(_ root: ID) throws(EvaluationError) -> Evaluated {
        let value = try evaluate(root)
        var evaluated = Evaluated(value: value.tensor, magnitude: magnitude, warnings: warnings)
        evaluated.hasReversedRange = hasReversedRange
        return evaluated
    }

    mutating func evaluate(_ root: ID) throws(EvaluationError) -> Value {
        for id in tree.order(of: root) where !values.has(id) {
            let range = tree.nodes[Int(id)].range
            keep(try step(id, range), at: id)
        }
        guard let value = values[root] else {
            throw EvaluationError(.notEvaluable, at: tree.nodes[Int(root)].range, "no value")
        }
        return value
    }

    mutating func keep(_ value: Value, at id: ID) {
        values[id] = value
        note(value, at: id)
    }

    private mutating func note(_ value: Value, at id: ID) {
        if let scalar = value.tensor.scalar {
            if scalar.isFinite {
                magnitude = max(magnitude, scalar.magnitude)
            } else {
                warn(scalar.isNaN, id)
            }
            return
        }
        if value.tensor.isFinite {
            magnitude = max(magnitude, value.tensor.maximumMagnitude)
        } else {
            let elements = value.tensor.elements
            for x in elements where x.isFinite { magnitude = max(magnitude, x.magnitude) }
            warn(elements.contains(where: \.isNaN), id)
        }
    }

    mutating func warn(_ isNaN: Bool, _ id: ID) {
        guard warnings.isEmpty, let warning = tree.warning(isNaN, id) else { return }
        warnings.append(warning)
    }

    func fail(_ error: TensorError, _ range: ByteRange) -> EvaluationError {
        switch error {
        case .shapeMismatch, .unexpectedShape, .notScalar: EvaluationError(.shapeMismatch, at: range, error.description)
        case .indexOutOfRange: EvaluationError(.indexOutOfRange, at: range, error.description)
        case .sizeOverflow: EvaluationError(.limit, at: range, error.description)
        default: EvaluationError(.domain, at: range, error.description)
        }
    }

    func fail(_ error: LimitExceeded, _ range: ByteRange) -> EvaluationError {
        EvaluationError(.limit, at: range, "the evaluation needs \(error)")
    }

    func spend(_ count: Int, _ range: ByteRange) throws(EvaluationError) {
        do { try budget.spend(1 &+ count / 16) } catch { throw fail(error, range) }
    }

    func tensors<T>(_ range: ByteRange, _ body: () throws(TensorError) -> T) throws(EvaluationError) -> T {
        do { return try body() } catch { throw fail(error, range) }
    }

    func value(_ id: ID) throws(EvaluationError) -> Value {
        guard id >= 0, let value = values[id] else {
            throw EvaluationError(.notEvaluable, at: id >= 0 ? tree.nodes[Int(id)].range : .empty(at: 0), "no value")
        }
        return value
    }

    func rank(_ value: Value) -> Int { value.tensor.rank - value.slots.nonzeroBitCount }

    func rowness(_ id: ID) -> Bool { tree.facts[Int(id)].type.isRow }

    // MARK: Axes

    /// The tensor with an axis for each of `slots` (size 1 where it does not depend on it) and `rank` own dimensions.
    func aligned(_ value: Value, slots: UInt64, rank: Int, _ range: ByteRange) throws(EvaluationError) -> Tensor {
        let own = self.rank(value)
        if value.slots == slots, own == rank { return value.tensor }
        var shape: [Int] = []
        var axis = 0
        var rest = slots
        while rest != 0 {
            let bit = rest & (~rest &+ 1)
            if value.slots & bit != 0 {
                shape.append(value.tensor.shape[axis])
                axis += 1
            } else {
                shape.append(1)
            }
            rest &= rest &- 1
        }
        for _ in 0..<max(0, rank - own) { shape.append(1) }
        shape += value.tensor.shape[axis...]
        return try tensors(range) { () throws(TensorError) in try value.tensor.reshaped(shape) }
    }

    /// Checks before computing that a result of so many elements is allowed.
    func allow(_ slots: UInt64, _ shape: [Int], _ range: ByteRange) throws(EvaluationError) {
        var count = 1
        var overflow = false
        for k in 0..<64 where slots & (1 << UInt64(k)) != 0 {
            (count, overflow) = count.multipliedReportingOverflow(by: max(ranges[k]?.count ?? 1, 1))
            if overflow { break }
        }
        for size in shape where !overflow { (count, overflow) = count.multipliedReportingOverflow(by: max(size, 1)) }
        do {
            try budget.allow(elements: overflow ? .max : count)
        } catch { throw fail(error, range) }
    }

    func broadcastBinary(
        _ function: BinaryFunction, _ a: Value, _ b: Value, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        if a.tensor.isScalar, b.tensor.isScalar {
            return Value(tensor: try tensors(range) { () throws(TensorError) in try .apply(function, a.tensor, b.tensor) }, slots: 0)
        }
        let slots = a.slots | b.slots
        let rank = max(self.rank(a), self.rank(b))
        let x = a.tensor.isScalar ? a.tensor : try aligned(a, slots: slots, rank: rank, range)
        let y = b.tensor.isScalar ? b.tensor : try aligned(b, slots: slots, rank: rank, range)
        if a.slots != b.slots || self.rank(a) != self.rank(b) {
            let shape = try tensors(range) { () throws(TensorError) in try Tensors.Shape.broadcast(x.shape, y.shape) }
            try allow(0, shape, range)
        }
        return Value(tensor: try tensors(range) { () throws(TensorError) in try .apply(function, x, y) }, slots: slots)
    }
}

extension ExpressionTree {
    /// What a value that is no finite number says of the node that gave it.
    func warning(_ isNaN: Bool, _ id: ID) -> EvaluationWarning? {
        let range = nodes[Int(id)].range
        switch nodes[Int(id)].kind {
        case .number: return nil
        case .unary(.negate, let a):
            if case .number = nodes[Int(a)].kind { return nil }
        case .symbol: return EvaluationWarning(isNaN ? .notANumber : .overflow, at: range, isNaN ? "the data hold NaN" : "the data hold infinity")
        case .unary(.elementwise(let f), _) where !isNaN && (f == .log || f == .log2 || f == .log10):
            return EvaluationWarning(.logOfZero, at: range, "a logarithm of zero is -∞")
        case .binary(.divide, _, _):
            return EvaluationWarning(.divisionByZero, at: range, isNaN ? "0/0 is not a number" : "a division by zero or an overflow")
        default: break
        }
        return EvaluationWarning(isNaN ? .notANumber : .overflow, at: range, isNaN ? "not a number" : "the value overflows")
    }
}
