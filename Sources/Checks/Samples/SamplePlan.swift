import Formulas
import Source
import Tensors

/// What a statement needs to be run: inputs with shapes and domains, names that follow from them, sizes.
struct SamplePlan {
    struct Input {
        var key: SymbolKey
        var shape: [DimensionSizes.Key]
        var domain: ValueDomain
        /// Data that an author gave.
        var value: Tensor?
    }

    /// A name whose value an earlier statement defines.
    struct Derived {
        var key: SymbolKey
        var expression: Expression
    }

    var inputs: [Input] = []
    /// In the order in which they can be computed.
    var derived: [Derived] = []
    var sizeSymbols: [(key: SymbolKey, size: DimensionSizes.Key, offset: Int)] = []
    var constants: [(key: SymbolKey, value: Double)] = []
    /// Names of one array's entries: `a_{ij}` of A.
    var entries: [(key: SymbolKey, array: SymbolKey)] = []
    /// `\bar{x}` beside data x that nothing defines: their mean.
    var means: [(key: SymbolKey, array: SymbolKey)] = []
    var sizes = DimensionSizes()
    /// Conditions that a sample has to satisfy, as the statement says: `\text{if } x > 0`.
    var conditions: [Expression] = []
    /// Orders that it has to satisfy too, as sentences around the statement say.
    var orders: [OrderCondition] = []

    /// Functions of ours in the place of undefined ones are convex.
    var standInsAreConvex = false

    /// One sample of a plan.
    struct Trial {
        var bindings: Bindings
        var set: Int
        fileprivate let plan: SamplePlan

        /// As an author would list them: sizes only where no array shows them.
        var shown: [(name: String, value: Tensor)] { plan.shown(bindings) }
    }

    /// How many samples are drawn for each seed, over how many sets of sizes.
    static let trialCount = 24

    mutating func add(_ symbols: [FreeSymbol], statement: Int) {
        for symbol in symbols {
            guard !names(symbol.name) else { continue }
            switch symbol.role {
            case .constant(let value): constants.append((symbol.name, value))
            case .dimension(let dimension):
                let key = DimensionSizes.key(dimension, statement: statement)
                sizes.add(key)
                sizeSymbols.append((symbol.name, key, symbol.sizeOffset))
            case .variable:
                let shape = (symbol.shape?.dimensions ?? []).map { DimensionSizes.key($0, statement: statement) }
                for key in shape { sizes.add(key) }
                let domain = ValueDomain(symbol.domain, statement: statement)
                if case .position(let along, _) = domain { sizes.add(along) }
                inputs.append(Input(key: symbol.name, shape: shape, domain: domain, value: nil))
            }
        }
    }

    /// `a_{ij}` beside a matrix A means its entries, where nothing says what either is.
    mutating func nameEntries(isKnown: (SymbolKey) -> Bool) {
        for input in inputs where input.shape.count == 2 && input.value == nil && input.domain == .real {
            let name = input.key.name
            guard name.utf8.count == 1, name == name.lowercased(), !isKnown(input.key),
                let array = inputs.first(where: { $0.key.name == name.uppercased() && $0.shape.count == 2 }), !isKnown(array.key), array.value == nil
            else { continue }
            for (a, b) in zip(input.shape, array.shape) { sizes.unify(a, b) }
            entries.append((input.key, array.key))
        }
        inputs.removeAll { input in entries.contains { $0.key == input.key } }
    }

    /// `\bar{x}` beside a vector x is its mean, where the note does not say what it is.
    mutating func nameMeans(isKnown: (SymbolKey) -> Bool) {
        for input in inputs where input.shape.isEmpty && input.value == nil && input.key.name.hasSuffix("_bar") && !isKnown(input.key) {
            let array = SymbolKey(canonical: String(input.key.name.dropLast(4)))
            guard inputs.contains(where: { $0.key == array && $0.shape.count == 1 && $0.value == nil }) else { continue }
            means.append((input.key, array))
        }
        inputs.removeAll { input in means.contains { $0.key == input.key } }
    }

    /// Data without a domain of their own become positive.
    mutating func makePositive() {
        for index in inputs.indices where inputs[index].domain == .real && inputs[index].value == nil { inputs[index].domain = .positive }
    }

    private func names(_ key: SymbolKey) -> Bool {
        inputs.contains { $0.key == key } || derived.contains { $0.key == key }
            || sizeSymbols.contains { $0.key == key } || constants.contains { $0.key == key }
    }

    /// Gives inputs the data of `values`; their dimensions become fixed.
    mutating func bind(_ values: (SymbolKey) -> Tensor?) {
        for index in inputs.indices {
            guard let value = values(inputs[index].key), value.shape.count == inputs[index].shape.count else { continue }
            inputs[index].value = value
            for (key, size) in zip(inputs[index].shape, value.shape) { sizes.unify(key, .fixed(size)) }
        }
        for symbol in sizeSymbols {
            guard let value = values(symbol.key)?.scalar, value > 0, value < 1e6, let size = Int(exactly: value) else { continue }
            sizes.unify(symbol.size, .fixed(size - symbol.offset))
        }
    }

    /// The sample number `index` of a seed, or `nil` where a derived name has no value or a condition fails on it.
    ///
    /// - Parameter sizes: those of its set, where they are known.
    func trial(
        _ index: Int, seed: UInt64, isRound: Bool = false, imposing: [(SymbolKey, Assumption)] = [], sizes known: DimensionSizes.Sizes? = nil,
        budget: Budget
    ) -> Trial? {
        guard !sizes.hasConflict else { return nil }
        let set = index % max(1, sizes.setCount)
        let chosen = known ?? sizes.sizes(set: set)
        // A condition is met by drawing again, a few times.
        for attempt in 0..<(!orders.isEmpty ? 40 : conditions.isEmpty ? 1 : 12) {
            var bindings = Bindings(minimumCapacity: constants.count + sizeSymbols.count + inputs.count + entries.count + means.count + derived.count + 1)
            bindings.setStandIns((seed & 0xFFFF) << 8 | UInt64(index & 0xFF), areConvex: standInsAreConvex)
            for constant in constants { bindings[constant.key] = Tensor(constant.value) }
            for symbol in sizeSymbols { bindings[symbol.key] = Tensor(chosen[symbol.size] &+ symbol.offset) }
            for input in inputs {
                bindings[input.key] = value(
                    of: input, seed: seed &+ UInt64(index) &* 0x9E37 &+ UInt64(attempt) &* 0x1_0000_0001,
                    sizes: chosen, isRound: isRound, imposing: imposing)
            }
            if imposing.contains(where: { $0.1 == .independent }) { separate(&bindings, by: Assumption.uncorrelated) }
            if imposing.contains(where: { $0.1 == .orthogonal && bindings[$0.0]?.shape.count == 1 }) { separate(&bindings, by: Assumption.perpendicular) }
            for entry in entries { bindings[entry.key] = bindings[entry.array] }
            for mean in means {
                guard let data = bindings[mean.array], data.count > 0 else { return nil }
                bindings[mean.key] = Tensor(data.elements.reduce(0, +) / Double(data.count))
            }
            guard computeDerived(&bindings, budget: budget) else { return nil }
            let holds = conditions.allSatisfy { condition in
                guard let truth = try? condition.evaluate(bindings, budget: budget).value else { return false }
                return truth.elements.allSatisfy { $0 != 0 }
            }
            if holds, orders.allSatisfy({ $0.holds(bindings, budget: budget) }) { return Trial(bindings: bindings, set: set, plan: self) }
        }
        return nil
    }

    private func value(
        of input: Input, seed: UInt64, sizes: DimensionSizes.Sizes, isRound: Bool, imposing: [(SymbolKey, Assumption)]
    ) -> Tensor {
        if let value = input.value { return value }
        // Each name has a stream of its own: a symbol added to a statement changes no other symbol's data.
        var maker = ValueMaker(seed: seed ^ ContentHash.of(input.key.name), isRound: isRound)
        var value = maker.make(shape: input.shape.map { sizes[$0] }, domain: input.domain, sizes: sizes)
        for (key, assumption) in imposing where key == input.key { value = assumption.imposed(on: value) }
        return value
    }

    /// Takes the covariance, or the inner product, out of vectors of one length.
    private func separate(_ bindings: inout Bindings, by change: ([Tensor]) -> [Tensor]) {
        let vectors = inputs.filter { $0.value == nil && bindings[$0.key]?.shape.count == 1 }
        for length in Set(vectors.compactMap { bindings[$0.key]?.count }).sorted() {
            let keys = vectors.map(\.key).filter { bindings[$0]?.count == length }
            guard keys.count > 1 else { continue }
            for (key, value) in zip(keys, change(keys.compactMap { bindings[$0] })) { bindings[key] = value }
        }
    }

    private func computeDerived(_ bindings: inout Bindings, budget: Budget) -> Bool {
        for entry in derived {
            do throws(EvaluationError) {
                bindings[entry.key] = try entry.expression.evaluate(bindings, budget: budget).value
            } catch {
                return false
            }
        }
        return true
    }

    fileprivate func shown(_ bindings: Bindings) -> [(name: String, value: Tensor)] {
        var list: [(name: String, value: Tensor)] = []
        for input in inputs {
            if let value = bindings[input.key] { list.append((input.key.name, value)) }
        }
        for symbol in sizeSymbols where !inputs.contains(where: { $0.shape.contains(symbol.size) }) {
            if let value = bindings[symbol.key] { list.append((symbol.key.name, value)) }
        }
        return list.sorted { $0.name < $1.name }
    }
}
