import Source
import Tensors

/// A smooth function in the place of one that nothing defines, the same wherever its name and number of arguments are.
///
/// Equation: f(a)_r = Σ_j c_{rj} sin(w_{rj} · a + b_{rj}), j = 1 … 3, its numbers drawn from the name, the number of arguments
/// and the sample: bounded, with derivatives of every order near 1 in size. Where the formula takes its logarithm or root,
/// and for densities, 1 / (1 + e^{-f}).
///
/// Shapes: the result has the shape that its place in the formula needs, a scalar where that is free.
struct StandIn: KnownFunction {
    let name: String
    let arity: Int
    /// Its values lie between 0 and 1.
    var isPositive = false
    /// Its name is bold: its value is a vector.
    var isBold = false

    var standing: FunctionStanding { .standIn }

    var signature: Signature {
        Signature((0..<arity).map { Signature.Parameter("a\($0 + 1)", .any) }, result: .any)
    }

    /// Which of the many functions stands in: a number that every sample binds to this name.
    static let sampleKey = SymbolKey(canonical: "\u{3}stand-in")

    private static let terms = 3
    /// Of a sample whose functions are convex.
    static let convexBit: UInt64 = 0x8_0000_0000
    /// Convex functions take values of both signs.
    private static let convexDrop = 1.5

    func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor {
        var rows: [Tensor] = []
        for argument in arguments { rows.append(try argument.reshaped([1, argument.count])) }
        return try value(rows, count: 1, sample: 0).reshaped([])
    }

    /// Shapes: each argument [rows, elements]; result [rows, count].
    func value(_ arguments: [Tensor], count: Int, sample: UInt64) throws(TensorError) -> Tensor {
        if !arguments.contains(where: \.isTracked) {
            let rows = arguments.first?.shape[0] ?? 1
            let elements = arguments.map(\.elements)
            if let waves = waves(elements, rows: rows, count: count, sample: sample) {
                return try Tensor(shape: [rows, count], elements: waves.values(elements, rows: rows))
            }
        }
        var generator = Generator(seed: Self.hash(name) &+ UInt64(arity) &* 0x9E37_79B9_7F4A_7C15 ^ (sample &* 0xD1B5_4A32_D192_ED03))
        let width = count &* Self.terms
        var biases: [Double] = []
        var amplitudes: [Double] = []
        for _ in 0..<width {
            biases.append(generator.uniform(-3, 3))
            amplitudes.append(generator.uniform(0.4, 1))
        }
        var phase = Tensor(biases)
        for argument in arguments {
            let elements = argument.shape.last ?? 1
            var own = generator.split()
            let scale = 1 / Double(max(elements, 1)).squareRoot()
            var weights: [Double] = []
            for _ in 0..<(elements &* width) {
                let size = own.uniform(0.4, 1.2)
                weights.append(own.uniform() < 0.5 ? -size * scale : size * scale)
            }
            phase = try phase + argument.matmul(try Tensor(shape: [elements, width], elements: weights))
        }
        let isConvex = sample & Self.convexBit != 0
        let waves = try isConvex ? (phase.applying(.softplus) - Tensor(Self.convexDrop)) * Tensor(amplitudes) : phase.applying(.sin) * Tensor(amplitudes)
        let rows = waves.shape.count > 1 ? waves.shape[0] : 1
        let sum = try waves.reshaped([rows, count, Self.terms]).sum(axes: [2])
        return isPositive ? sum.applying(.sigmoid) : sum
    }

    /// The numbers of a function for arguments of these sizes.
    struct Waves: Sendable {
        fileprivate var biases: [Double]
        fileprivate var amplitudes: [Double]
        /// Of each argument, for each of its elements one a term.
        fileprivate var weights: [[Double]]
        fileprivate var count: Int
        fileprivate var isConvex: Bool
        fileprivate var isPositive: Bool

        func suits(_ arguments: [[Double]], rows: Int, count: Int) -> Bool {
            guard count == self.count, rows > 0, max(rows, biases.count) <= 16, arguments.count == weights.count else { return false }
            return arguments.indices.allSatisfy { arguments[$0].count / rows &* biases.count == weights[$0].count && arguments[$0].count <= 16 &* rows }
        }

        func values(_ arguments: [[Double]], rows: Int) -> [Double] {
            let width = biases.count
            var phases: [Double] = []
            phases.reserveCapacity(rows * width)
            for _ in 0..<rows { phases += biases }
            var sums = [Double](repeating: 0, count: rows * width)
            for (argument, weights) in zip(arguments, weights) {
                let elements = argument.count / rows
                for k in sums.indices { sums[k] = 0 }
                for e in 0..<elements {
                    for k in 0..<width {
                        let weight = weights[e * width + k]
                        for row in 0..<rows { sums[row * width + k] += argument[row * elements + e] * weight }
                    }
                }
                for k in phases.indices { phases[k] += sums[k] }
            }
            let wave = isConvex ? UnaryFunction.softplus.scalarFunction : UnaryFunction.sin.scalarFunction
            let drop = isConvex ? StandIn.convexDrop : 0
            let sigmoid = UnaryFunction.sigmoid.scalarFunction
            var out: [Double] = []
            out.reserveCapacity(rows * count)
            for row in 0..<rows {
                for place in 0..<count {
                    var sum = 0.0
                    for term in 0..<StandIn.terms {
                        let k = place * StandIn.terms + term
                        sum += (wave(phases[row * width + k]) - drop) * amplitudes[k]
                    }
                    out.append(isPositive ? sigmoid(sum) : sum)
                }
            }
            return out
        }
    }

    /// What gives the same values without tensors, in the same order of operations; `nil` for sizes that BLAS multiplies.
    func waves(_ arguments: [[Double]], rows: Int, count: Int, sample: UInt64) -> Waves? {
        let width = count &* Self.terms
        guard rows > 0, count > 0, max(rows, width) <= 16, arguments.allSatisfy({ $0.count <= 16 &* rows }) else { return nil }
        var generator = Generator(seed: Self.hash(name) &+ UInt64(arity) &* 0x9E37_79B9_7F4A_7C15 ^ (sample &* 0xD1B5_4A32_D192_ED03))
        var waves = Waves(biases: [], amplitudes: [], weights: [], count: count, isConvex: sample & Self.convexBit != 0, isPositive: isPositive)
        for _ in 0..<width {
            waves.biases.append(generator.uniform(-3, 3))
            waves.amplitudes.append(generator.uniform(0.4, 1))
        }
        for argument in arguments {
            let elements = argument.count / rows
            var own = generator.split()
            let scale = 1 / Double(max(elements, 1)).squareRoot()
            var weights: [Double] = []
            weights.reserveCapacity(elements * width)
            for _ in 0..<elements * width {
                let size = own.uniform(0.4, 1.2)
                weights.append(own.uniform() < 0.5 ? -size * scale : size * scale)
            }
            waves.weights.append(weights)
        }
        return waves
    }

    /// The function that stands in on a sample.
    static func sample(of bindings: Bindings) -> UInt64 {
        bindings[sampleKey]?.scalar.map { $0 >= 0 && $0 < 0x1p52 ? UInt64($0) : 0 } ?? 0
    }

    /// FNV-1a.
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}

extension Bindings {
    /// Which of the functions that stand in for undefined ones a sample is of; both sides of a relation get the same.
    ///
    /// - Parameter areConvex: sums of the softplus of linear functions, which are convex, instead of waves.
    public mutating func setStandIns(_ sample: UInt64, areConvex: Bool = false) {
        self[StandIn.sampleKey] = Tensor(Double(sample & 0x7_FFFF_FFFF | (areConvex ? StandIn.convexBit : 0)))
    }
}

extension Expression {
    /// Names of undefined functions that have a stand-in below, sorted.
    public var standIns: [String] { functionNames { $0 == .standIn } }

    /// A value of a function that nothing defines, with a sign or a number before it perhaps: `-f(x)`, `2 g(x, y)`.
    public var isUnknownValue: Bool {
        var id = root
        while id >= 0 {
            switch tree.nodes[Int(id)].kind {
            case .unary(.negate, let a): id = a
            case .product(let a, let b, _):
                guard tree.facts[Int(a)].type.rank == 0, !tree.reachable(from: a).contains(where: isStandInCall) else { return false }
                id = b
            case .access(let a, _): id = a
            case .call: return isStandInCall(id)
            default: return false
            }
        }
        return false
    }

    private func isStandInCall(_ id: ExpressionTree.ID) -> Bool {
        if case .call(let f, _) = tree.nodes[Int(id)].kind { tree.functions[Int(f)].standing == .standIn } else { false }
    }

    /// Whether a function below is a guess of ours: its value may be shown, but contradicts nothing.
    public var isTentative: Bool { tree.hasTentativeFunctions && !functionNames { $0 != .known }.isEmpty || hasUnknownDerivative }

    /// Whether a derivative of what is not known as a function is a quantity of its own below.
    public var hasUnknownDerivative: Bool {
        guard tree.symbols.contains(where: \.isDerivative) else { return false }
        return tree.reachable(from: root).contains { id in
            if case .symbol(let s) = tree.nodes[Int(id)].kind { tree.symbols[Int(s)].isDerivative } else { false }
        }
    }

    /// Whether vectors are multiplied to a vector below: what holds of a basis is said of unit vectors at right angles.
    public var hasVectorProduct: Bool {
        tree.reachable(from: root).contains { id in
            switch tree.nodes[Int(id)].kind {
            case .binary(.cross, _, _), .binary(.outer, _, _): return true
            case .product(let a, let b, .times): return tree.facts[Int(a)].type.rank == 1 && tree.facts[Int(b)].type.rank == 1
            default: return false
            }
        }
    }

    private func functionNames(_ isWanted: (FunctionStanding) -> Bool) -> [String] {
        guard tree.hasTentativeFunctions else { return [] }
        var names: Set<String> = []
        for id in tree.reachable(from: root) {
            if case .call(let f, _) = tree.nodes[Int(id)].kind, isWanted(tree.functions[Int(f)].standing) { names.insert(tree.functions[Int(f)].name) }
        }
        return names.sorted()
    }
}

extension Machine {
    /// The size of an axis that neither data nor a declaration fixes, where a function of ours has no size of its own.
    static let freeSize = 3

    mutating func standIn(_ function: StandIn, _ arguments: [Value], _ type: TypeTerm, _ range: ByteRange) throws(EvaluationError) -> Value {
        var slots: UInt64 = 0
        for argument in arguments { slots |= argument.slots }
        var own: [Int] = []
        for axis in 0..<max(0, Int(type.rank)) {
            let root = Int(tree.dimensions.root(type[axis]))
            if sizes[root] < 0 { sizes[root] = Self.freeSize }
            own.append(sizes[root])
        }
        let axes = slots.nonzeroBitCount
        do {
            var leading = [Int](repeating: 1, count: axes)
            var aligned: [Tensor] = []
            for argument in arguments {
                let tensor = try self.aligned(argument, slots: slots, rank: rank(argument), range)
                leading = try Tensors.Shape.broadcast(leading, Array(tensor.shape[..<axes]))
                aligned.append(tensor)
            }
            let rows = try Tensors.Shape.count(leading)
            let count = try Tensors.Shape.count(own)
            var inputs: [Tensor] = []
            for tensor in aligned {
                let shape = Array(tensor.shape[axes...])
                let elements = try Tensors.Shape.count(shape)
                do { try budget.allow(elements: (elements &+ rows) &* max(count, 1) &* 3) } catch { throw fail(error, range) }
                try spend((elements &+ rows) &* count &* 48, range)
                inputs.append(try tensor.broadcast(to: leading + shape).reshaped([rows, elements]))
            }
            let value = try function.value(inputs, count: count, sample: StandIn.sample(of: bindings))
            return Value(tensor: try value.reshaped(leading + own), slots: slots)
        } catch let error as TensorError { throw fail(error, range) } catch let error as EvaluationError { throw error } catch {
            throw EvaluationError(.notEvaluable, at: range, "not evaluated")
        }
    }
}
