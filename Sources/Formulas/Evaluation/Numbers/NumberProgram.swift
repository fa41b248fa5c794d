import Synchronization
import Tensors

/// The steps that give an expression its value, worked out once for a statement that is evaluated on many samples.
///
/// Only what needs nothing but numbers: arithmetic, functions of numbers, sums over indices, elements of arrays, products of vectors
/// and matrices, calls. An expression that holds anything else has no program; `Machine` evaluates it. Both give the same
/// doubles: every operation does what the tensor's does, in the same order.
final class NumberProgram: Sendable {
    typealias ID = ExpressionTree.ID

    enum Operation: Sendable {
        case number(Double)
        case truth(Bool)
        case symbol(Int32)
        case slot(Int32)
        /// The variable of an integral or a limit, where the program is of what stands under it.
        case local(Int32)
        case count(Int32)
        case same
        case unary(UnaryFunction)
        /// One over the function's value.
        case inverted(UnaryFunction)
        case factorial
        /// Of numbers and vectors only.
        case magnitude
        case reciprocalOfNumber
        case numberOnly
        case transpose
        case binary(BinaryFunction)
        case inner
        case product(ExpressionTree.ProductStyle, leftIsRow: Bool, rightIsRow: Bool)
        case power
        case reduce(ExpressionTree.Reduction, slot: Int32)
        case reduceAll(ExpressionTree.Reduction)
        case norm(ExpressionTree.NormOrder)
        case choose
        case access(zeroAxes: UInt8)
        case stack(rows: Int32)
        case call(Int32, isElementwise: Bool)
        case standIn(Int32, TypeTerm)
    }

    /// Operands are places of earlier steps: `a`, `b` and `c`, or those of `list`.
    struct Step: Sendable {
        var operation: Operation
        var a: Int32 = -1
        var b: Int32 = -1
        var list: Range<Int32> = 0..<0
    }

    /// What a symbol's data say of the sizes of dimensions.
    struct Symbol: Sendable {
        var key: SymbolKey
        var value: Tensor?
        var rank: Int
        /// Roots of its axes' dimensions.
        var axes: SIMD4<Int32>
        var constant: Double?
        /// The root of the dimension whose size it is, or -1.
        var sizeOf: Int32
        var sizeOffset: Int
    }

    struct Slot: Sendable {
        var dimension: Int32
        var first: Int
        var isInferred: Bool
        /// Places of the steps that give its bounds.
        var bounds: (lower: Int32, upper: Int32) = (-1, -1)
    }

    let steps: [Step]
    let lists: [Int32]
    let result: Int32
    let symbols: [Symbol]
    let slots: [Slot]
    let standIns: [StandIn]
    let sizes: [Int]
    let isStrict: Bool
    /// How often it could not say what the value is.
    let failures = Atomic<Int>(0)
    static let mostFailures = 4

    /// Whether it said what the value is; one that never does is given up.
    func note(hasValue: Bool) {
        if hasValue { failures.store(.min / 2, ordering: .relaxed) } else { failures.wrappingAdd(1, ordering: .relaxed) }
    }

    /// `nil` where the expression below `root` needs more than numbers.
    init?(_ tree: ExpressionTree, root: ID) {
        var maker = Maker(tree)
        guard maker.emit(root), let result = maker.place(root) else { return nil }
        self.result = result
        steps = maker.steps
        lists = maker.lists
        slots = maker.slots
        standIns = maker.standIns
        isStrict = tree.isStrict
        var sizes = [Int](repeating: -1, count: tree.dimensions.count)
        for k in 0..<tree.dimensions.count {
            if let size = tree.dimensions.size(Int32(k)) { sizes[Int(tree.dimensions.root(Int32(k)))] = size }
        }
        self.sizes = sizes
        symbols = tree.symbols.map { entry in
            var axes = SIMD4<Int32>(repeating: -1)
            for axis in 0..<max(0, min(Int(entry.type.rank), TypeTerm.maximumRank)) where entry.type[axis] >= 0 { axes[axis] = tree.dimensions.root(entry.type[axis]) }
            return Symbol(
                key: entry.key, value: entry.value, rank: Int(entry.type.rank), axes: axes, constant: entry.isConstant,
                sizeOf: entry.sizeOf >= 0 ? tree.dimensions.root(entry.sizeOf) : -1, sizeOffset: entry.sizeOffset)
        }
    }

    /// Emits what `Machine` evaluates, children first.
    private struct Maker {
        let tree: ExpressionTree
        var steps: [Step] = []
        var lists: [Int32] = []
        var slots: [Slot] = []
        var standIns: [StandIn] = []
        private var places: [Int32]
        private var boundsAreKnown: UInt64 = 0

        init(_ tree: ExpressionTree) {
            self.tree = tree
            places = [Int32](repeating: -1, count: tree.nodes.count)
            slots = tree.slotEntries.map { entry in
                var isInferred = false
                if case .inferred = entry.bounds { isInferred = true }
                return Slot(dimension: entry.dimension >= 0 ? tree.dimensions.root(entry.dimension) : -1, first: entry.first, isInferred: isInferred)
            }
        }

        func place(_ id: ID) -> Int32? {
            guard id >= 0, Int(id) < places.count, places[Int(id)] >= 0 else { return nil }
            return places[Int(id)]
        }

        mutating func emit(_ root: ID) -> Bool {
            guard root >= 0, Int(root) < places.count else { return false }
            for id in tree.order(of: root) where places[Int(id)] < 0 {
                guard let step = step(id) else { return false }
                places[Int(id)] = Int32(truncatingIfNeeded: steps.count)
                steps.append(step)
            }
            return true
        }

        private mutating func emitBounds(_ slot: Int32) -> Bool {
            guard slot >= 0, slot < 64, Int(slot) < slots.count else { return false }
            if boundsAreKnown & (1 << UInt64(slot)) != 0 { return true }
            switch tree.slotEntries[Int(slot)].bounds {
            case .inferred: guard slots[Int(slot)].dimension >= 0 else { return false }
            case .bounds(let first, let last):
                guard emit(first), emit(last), let lower = place(first), let upper = place(last) else { return false }
                slots[Int(slot)].bounds = (lower, upper)
            case .set: return false
            }
            boundsAreKnown |= 1 << UInt64(slot)
            return true
        }

        private mutating func list(_ ids: some Sequence<ID>) -> Range<Int32>? {
            let start = lists.count
            for id in ids {
                guard let place = place(id) else { return nil }
                lists.append(place)
            }
            return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: lists.count)
        }

        private mutating func step(_ id: ID) -> Step? {
            func one(_ operation: Operation, _ a: ID) -> Step? { place(a).map { Step(operation: operation, a: $0) } }
            func two(_ operation: Operation, _ a: ID, _ b: ID) -> Step? {
                guard let a = place(a), let b = place(b) else { return nil }
                return Step(operation: operation, a: a, b: b)
            }
            func isRow(_ id: ID) -> Bool { tree.facts[Int(id)].type.isRow }
            switch tree.nodes[Int(id)].kind {
            case .number(let value, _): return Step(operation: .number(value))
            case .truth(let value): return Step(operation: .truth(value))
            case .symbol(let s): return Step(operation: .symbol(s))
            case .slot(let s): return emitBounds(s) ? Step(operation: .slot(s)) : nil
            case .count(let s): return emitBounds(s) ? Step(operation: .count(s)) : nil
            case .unary(let operation, let a):
                switch operation {
                case .plus: return one(.same, a)
                case .negate: return one(.unary(.negate), a)
                case .elementwise(let function): return one(.unary(function), a)
                case .not: return one(.unary(.logicalNot), a)
                case .factorial: return one(.factorial, a)
                case .gamma: return one(.unary(.gamma), a)
                case .sec: return one(.inverted(.cos), a)
                case .csc: return one(.inverted(.sin), a)
                case .cot: return one(.inverted(.tan), a)
                case .asinh: return one(.unary(.asinh), a)
                case .acosh: return one(.unary(.acosh), a)
                case .atanh: return one(.unary(.atanh), a)
                case .magnitude: return one(.magnitude, a)
                case .transpose: return one(.transpose, a)
                case .inverse: return one(.reciprocalOfNumber, a)
                case .determinant, .trace: return one(.numberOnly, a)
                case .pseudoInverse, .diagonal, .vectorize, .cardinality, .rank, .softmaxLike: return nil
                }
            case .binary(let operation, let a, let b):
                switch operation {
                case .add: return two(.binary(.add), a, b)
                case .subtract: return two(.binary(.subtract), a, b)
                case .divide: return two(.binary(.divide), a, b)
                case .elementwise(let function): return two(.binary(function), a, b)
                case .modulo: return two(.binary(.remainder), a, b)
                case .inner: return two(.inner, a, b)
                case .binomial, .gcd, .outer, .cross, .kronecker: return nil
                }
            case .product(let a, let b, let style):
                // Vectors side by side, and signs that are read in several ways.
                if tree.elementwiseProducts { return nil }
                return two(.product(style, leftIsRow: isRow(a), rightIsRow: isRow(b)), a, b)
            case .power(let a, let b): return two(.power, a, b)
            case .reduce(let reduction, let slot, let body, let condition):
                switch reduction {
                case .sum, .product, .maximum, .minimum, .mean: break
                case .argmax, .argmin, .all, .any: return nil
                }
                guard emitBounds(slot), emit(body), let body = place(body) else { return nil }
                var step = Step(operation: .reduce(reduction, slot: slot), a: body)
                if condition >= 0 {
                    guard emit(condition), let condition = place(condition) else { return nil }
                    step.b = condition
                }
                return step
            case .reduceAll(let reduction, let a):
                switch reduction {
                case .sum, .product, .maximum, .minimum, .mean: return one(.reduceAll(reduction), a)
                case .argmax, .argmin, .all, .any: return nil
                }
            case .norm(let a, let order, _):
                switch order {
                case .euclidean, .frobenius, .one: return one(.norm(order), a)
                case .infinity, .zero, .spectral, .nuclear, .exponent: return nil
                }
            case .choose(let parts): return list(tree.children(parts)).map { Step(operation: .choose, list: $0) }
            case .access(let base, let indices):
                guard let place = place(base) else { return nil }
                var zeroAxes: UInt8 = 0
                if case .symbol(let s) = tree.nodes[Int(base)].kind { zeroAxes = tree.symbols[Int(s)].zeroAxes }
                // Of each axis its position, or -1 for a whole one.
                let start = lists.count
                for index in tree.children(indices) {
                    guard let position = index == ExpressionTree.wholeAxis ? -1 : self.place(index) else { return nil }
                    lists.append(position)
                }
                return Step(operation: .access(zeroAxes: zeroAxes), a: place, list: Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: lists.count))
            case .vector(let parts): return list(tree.children(parts)).map { Step(operation: .stack(rows: 0), list: $0) }
            case .matrix(let rows, _, let parts): return list(tree.children(parts)).map { Step(operation: .stack(rows: rows), list: $0) }
            case .call(let f, let arguments):
                let function = tree.functions[Int(f)]
                if let function = function as? StandIn {
                    var type = tree.facts[Int(id)].type
                    for axis in 0..<max(0, min(Int(type.rank), TypeTerm.maximumRank)) {
                        guard type[axis] >= 0 else { return nil }
                        type[axis] = tree.dimensions.root(type[axis])
                    }
                    standIns.append(function)
                    let place = Int32(truncatingIfNeeded: standIns.count - 1)
                    return list(tree.children(arguments)).map { Step(operation: .standIn(place, type), list: $0) }
                }
                return list(tree.children(arguments)).map { Step(operation: .call(f, isElementwise: function.signature.isElementwise), list: $0) }
            case .local(let l): return Step(operation: .local(l))
            case .derivative, .limit, .integral, .optimum, .identity: return nil
            }
        }
    }
}
