import LaTeX
import Source
import Synchronization
import Tensors

/// The typed meaning of one side of a relation: a root in the tree that all sides of its statement share.
public struct Expression: Sendable {
    let tree: ExpressionTree
    let root: ExpressionTree.ID

    /// Bytes of the formula.
    public var range: ByteRange { tree.nodes[Int(root)].range }

    /// The shape of the value, the statement's free indices in slot order before the expression's own dimensions.
    public var shape: ArrayShape { tree.shape(of: root) }

    /// Slots of the free indices on which the value depends, in the order of its first axes.
    public var slots: [Int] { tree.slots(in: tree.facts[Int(root)].slots) }

    /// Names of the symbols below, sorted.
    public var symbols: [SymbolKey] { tree.symbols(below: root) }

    /// A number written out, with its sign: what printed decimals are compared with.
    public var printedNumber: PrintedNumber? { tree.printedNumber(root) }

    /// The same with other names for its symbols.
    public func naming(_ name: (SymbolKey) -> SymbolKey) -> Expression {
        Expression(tree: tree.naming(name), root: root)
    }

    /// The outermost operation in words, for messages: `sum`, `softmax`, `product`.
    public var head: String { tree.headName(root) }
}

/// A number as it stands in a formula: its value and the place of its last digit.
public struct PrintedNumber: Sendable, Hashable {
    public var value: Double
    /// Digits behind the point.
    public var decimals: Int
}

/// Expressions of one statement: nodes in one array, children before parents, with types. Never changed once made.
final class ExpressionTree: Sendable {
    typealias ID = Int32

    struct List: Sendable, Hashable {
        var start: Int32
        var count: Int32
    }

    struct Node: Sendable {
        var kind: Kind
        var range: ByteRange
    }

    enum Kind: Sendable, Equatable {
        case number(Double, decimals: Int16)
        case symbol(Int32)
        /// The number that an index stands for; 1-based where it runs over an axis.
        case slot(Int32)
        /// A variable of a derivative, integral or limit: its point.
        case local(Int32)
        case unary(UnaryOperation, ID)
        case binary(BinaryOperation, ID, ID)
        case product(ID, ID, ProductStyle)
        case power(ID, ID)
        case call(Int32, List)
        /// One index an axis from the first on; `wholeAxis` for a colon.
        case access(ID, List)
        case reduce(Reduction, slot: Int32, body: ID, condition: ID)
        /// Without slots: the largest element, the sum of all.
        case reduceAll(Reduction, ID)
        /// Value and condition in turn; an odd last one is what else holds.
        case choose(List)
        case norm(ID, order: NormOrder, exponent: ID)
        case matrix(rows: Int32, columns: Int32, List)
        case vector(List)
        case derivative(body: ID, local: Int32, at: ID, isElementwise: Bool)
        case limit(body: ID, local: Int32, at: ID, side: Int8)
        case integral(body: ID, local: Int32, from: ID, to: ID)
        /// Over nodes of locals; the place of the optimum is that of the one variable.
        case optimum(body: ID, variables: List, isMinimum: Bool, isPlace: Bool)
        /// How many values an index takes: `|\mathcal{B}|`.
        case count(Int32)
        case identity
        case truth(Bool)
    }

    enum UnaryOperation: Sendable, Hashable {
        case negate, elementwise(UnaryFunction), factorial, transpose, inverse, determinant, trace, diagonal, rank
        case magnitude, cardinality, not, gamma, sec, csc, cot, asinh, acosh, atanh, pseudoInverse, vectorize
        case softmaxLike
        case plus
    }

    enum BinaryOperation: Sendable, Hashable {
        case add, subtract, divide, elementwise(BinaryFunction), modulo, binomial, outer, kronecker, inner, cross, gcd
    }

    enum ProductStyle: Sendable, Hashable { case juxtaposed, dot, times, asterisk, hadamard }

    enum Reduction: Sendable, Hashable { case sum, product, maximum, minimum, argmax, argmin, mean, all, any }

    enum NormOrder: Sendable, Hashable { case euclidean, one, infinity, zero, frobenius, spectral, nuclear, exponent }

    static let none: ID = -1
    static let wholeAxis: ID = -2

    let nodes: [Node]
    let lists: [ID]
    let symbols: [SymbolEntry]
    let slotEntries: [SlotEntry]
    let locals: [LocalEntry]
    let localPoints: [ID]
    let functions: [any KnownFunction]
    let facts: [Facts]
    let dimensions: DimensionTable
    /// Two vectors side by side are multiplied element by element.
    let elementwiseProducts: Bool
    /// What could mean two things is an error: nothing beside the data decides.
    let isStrict: Bool
    /// Slots of sums with conditions: positions outside are left out, not wrong.
    let conditioned: UInt64
    /// What is asked of one root again and again: a statement is evaluated on many samples.
    let known = Mutex(Known())

    struct Known {
        var orders: [ID: [ID]] = [:]
        var symbols: [ID: [SymbolKey]] = [:]
        var programs: [ID: NumberProgram?] = [:]
    }

    let hasNestedDerivatives: Bool
    let hasOptima: Bool
    /// A call of a function whose meaning is a guess is somewhere in it.
    let hasTentativeFunctions: Bool
    /// Something stands in it that takes whole numbers only, and is not seen to have one.
    let mayNeedWholeNumbers: Bool

    init(_ draft: Draft, facts: [Facts], dimensions: DimensionTable, elementwiseProducts: Bool = false, isStrict: Bool = false) {
        self.elementwiseProducts = elementwiseProducts
        self.isStrict = isStrict
        var conditioned: UInt64 = 0
        var derivatives = 0
        var optima = false
        for node in draft.nodes {
            if case .reduce(_, let s, _, let condition) = node.kind, condition >= 0 { conditioned |= 1 << UInt64(s) }
            if case .derivative = node.kind { derivatives += 1 }
            if case .optimum = node.kind { optima = true }
        }
        self.conditioned = conditioned
        hasNestedDerivatives = derivatives > 1
        hasOptima = optima
        mayNeedWholeNumbers = draft.mayNeedWholeNumbers
        nodes = draft.nodes
        lists = draft.lists
        symbols = draft.symbols
        slotEntries = draft.slots
        locals = draft.locals
        localPoints = draft.localPoints
        functions = draft.functions
        hasTentativeFunctions = draft.functions.contains { $0.standing != .known }
        self.facts = facts
        self.dimensions = dimensions
    }

    /// The same with some of its parts changed; the caller keeps children before parents.
    init(
        _ other: ExpressionTree, nodes: [Node]? = nil, facts: [Facts]? = nil, lists: [ID]? = nil, localPoints: [ID]? = nil, slotEntries: [SlotEntry]? = nil,
        symbols: [SymbolEntry]? = nil
    ) {
        elementwiseProducts = other.elementwiseProducts
        isStrict = other.isStrict
        conditioned = other.conditioned
        hasNestedDerivatives = other.hasNestedDerivatives
        hasOptima = other.hasOptima
        mayNeedWholeNumbers = other.mayNeedWholeNumbers
        self.nodes = nodes ?? other.nodes
        self.lists = lists ?? other.lists
        self.symbols = symbols ?? other.symbols
        self.slotEntries = slotEntries ?? other.slotEntries
        locals = other.locals
        self.localPoints = localPoints ?? other.localPoints
        functions = other.functions
        hasTentativeFunctions = other.hasTentativeFunctions
        self.facts = facts ?? other.facts
        dimensions = other.dimensions
    }

    /// The same with another node at one place.
    func replacing(_ place: ID, by kind: Kind) -> ExpressionTree {
        guard nodes.indices.contains(Int(place)) else { return self }
        var changed = nodes
        changed[Int(place)].kind = kind
        return ExpressionTree(self, nodes: changed)
    }

    /// The same with other names for its symbols.
    func naming(_ name: (SymbolKey) -> SymbolKey) -> ExpressionTree {
        ExpressionTree(
            self,
            symbols: symbols.map { entry in
                var entry = entry
                entry.key = name(entry.key)
                return entry
            })
    }

    func children(_ list: List) -> ArraySlice<ID> {
        lists[Int(list.start)..<Int(list.start) + Int(list.count)]
    }
}

/// What inference found of a node.
struct Facts: Sendable {
    var type: TypeTerm
    /// A bit a slot on which the value depends.
    var slots: UInt64
}

/// A symbol of a statement.
struct SymbolEntry: Sendable {
    var key: SymbolKey
    var range: ByteRange
    var isBold: Bool
    var isUpper: Bool
    var declared: ArrayShape?
    var learned: Learned
    var value: Tensor?
    var domain: Domain = .real
    /// It stood with indices: how many, at most.
    var indexCount = 0
    var type = TypeTerm()
    /// Set when its value is the size of that dimension.
    var sizeOf: Int32 = -1
    /// What it is more than that size: -1 for the `n` of `x_0, …, x_n`.
    var sizeOffset = 0
    /// A bit an axis whose positions count from 0.
    var zeroAxes: UInt8 = 0
    var isConstant: Double?

    /// The number of axes of what the note defines it as.
    var definedRank = 0

    /// Its first axis is that of outcomes.
    var isRandom = false

    /// Made by the reader, not written: an array of ones, a parameter that a value takes the place of.
    var isHidden: Bool { key.name.unicodeScalars.first.map { $0.value <= 2 } ?? true }

    /// A derivative of what is not known as a function.
    var isDerivative: Bool { key.name.hasPrefix(ExpressionParser.derivativeMark) || key.name.hasPrefix("∇") }
}

/// An index of a statement.
struct SlotEntry: Sendable {
    enum Range: Sendable {
        /// Over the axis that it indexes, or a batch.
        case inferred
        case bounds(first: ExpressionTree.ID, last: ExpressionTree.ID)
        case set(ExpressionTree.List)
    }

    var key: SymbolKey
    var range: ByteRange
    var bounds: Range
    /// The dimension whose positions it takes: variable of the unifier, or -1.
    var dimension: Int32 = -1
    /// The first value where it runs over an axis.
    var first = 1
    /// Not bound by a sum: the statement holds for every value.
    var isFree: Bool
}

struct LocalEntry: Sendable {
    var key: SymbolKey
    var type = TypeTerm()
}

/// A type under inference: rank unknown, or known with one dimension variable an axis.
struct TypeTerm: Sendable, Hashable {
    var rank: Int8 = -1
    var isRow = false
    var d0: Int32 = -1
    var d1: Int32 = -1
    var d2: Int32 = -1
    var d3: Int32 = -1

    static let maximumRank = 4

    var isKnown: Bool { rank >= 0 }

    subscript(axis: Int) -> Int32 {
        get {
            switch axis {
            case 0: d0
            case 1: d1
            case 2: d2
            default: d3
            }
        }
        set {
            switch axis {
            case 0: d0 = newValue
            case 1: d1 = newValue
            case 2: d2 = newValue
            default: d3 = newValue
            }
        }
    }

    static let scalar: TypeTerm = {
        var t = TypeTerm()
        t.rank = 0
        return t
    }()
}
