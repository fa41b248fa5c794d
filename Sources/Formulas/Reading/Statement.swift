import Source
import Tensors

/// What a formula means: its kind, its statements in order, and what is certainly wrong with it.
public struct Reading: Sendable {
    /// By syntax alone.
    public var kind: FormulaKind
    public var statements: [Statement]
    /// Ranges count bytes of the formula.
    public var diagnostics: [Diagnostic]

    public init(kind: FormulaKind, statements: [Statement] = [], diagnostics: [Diagnostic] = []) {
        self.kind = kind
        self.statements = statements
        self.diagnostics = diagnostics
    }
}

/// The sign between two sides.
public struct Relation: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, approximately, defines, assigns, identical
        case proportional, member, distributed, tendsTo, muchLess, muchGreater, other
    }

    public var kind: Kind
    /// As one sign: `=`, `≤`, `←`.
    public var sign: String
    public var range: ByteRange

    public init(_ kind: Kind, sign: String, range: ByteRange) {
        self.kind = kind
        self.sign = sign
        self.range = range
    }
}

/// One side of a relation, or the whole of a statement without relations.
public struct Side: Sendable {
    public var range: ByteRange
    /// `nil` where `reason` says why it has no meaning.
    public var expression: Expression?
    public var reason: Reason?
    /// The part at fault.
    public var reasonRange: ByteRange?

    public init(range: ByteRange, expression: Expression? = nil, reason: Reason? = nil, reasonRange: ByteRange? = nil) {
        self.range = range
        self.expression = expression
        self.reason = reason
        self.reasonRange = reasonRange
    }
}

/// What a statement defines: a symbol, an indexed symbol, or a function.
public struct Definition: Sendable {
    public var name: SymbolKey
    /// Bytes of the formula.
    public var range: ByteRange
    /// Of an application `f(x, y) =`; empty for a symbol.
    public var parameters: [Parameter]
    /// Whether it was written as an application.
    public var isFunction: Bool
    /// Slots of the indices of an indexed head `o_i`, in the order written.
    public var indices: [Int]
    /// The defining expression; its axes are the head's indices in order, then those of its own shape.
    public var body: Expression

    public init(
        name: SymbolKey, range: ByteRange, parameters: [Parameter] = [], isFunction: Bool = false, indices: [Int] = [], body: Expression
    ) {
        self.name = name
        self.range = range
        self.parameters = parameters
        self.isFunction = isFunction
        self.indices = indices
        self.body = body
    }

    public struct Parameter: Sendable {
        public var name: SymbolKey
        public var shape: ArrayShape?

        public init(name: SymbolKey, shape: ArrayShape? = nil) {
            self.name = name
            self.shape = shape
        }
    }
}

/// A name that a statement leaves free: what a sample must give.
public struct FreeSymbol: Sendable {
    public enum Role: Sendable, Hashable {
        case variable
        /// The size of a dimension: taken from the data where some array has it.
        case dimension(Dimension)
        case constant(Double)
    }

    public var name: SymbolKey
    /// Where it stands first.
    public var range: ByteRange
    /// `nil`: nothing settles it.
    public var shape: ArrayShape?
    public var domain: Domain
    public var role: Role
    public var learned: Learned
    /// Of a dimension's size: what the value is more than it.
    public var sizeOffset = 0
}

/// An index over which a whole statement holds: `i` in `z_i = x_i - \mu`.
public struct FreeIndex: Sendable {
    public var name: SymbolKey
    public var slot: Int
    public var dimension: Dimension?
    /// It stands on the left side too, or is declared; else nothing binds it.
    public var isBound: Bool
    public var range: ByteRange
}

/// Points where the reading took one of several plausible ways. Alternatives are read by choosing the others.
public struct Choices: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A sum's body goes on over the next `+` and `-`.
    public static let sumIncludesLaterTerms = Choices(rawValue: 1 << 0)
    /// `a(b)` is a product where it was read as an application, or the other way round.
    public static let applicationAsProduct = Choices(rawValue: 1 << 1)
    /// `X^T` is a power.
    public static let transposeAsPower = Choices(rawValue: 1 << 2)
    public static let logarithmBase2 = Choices(rawValue: 1 << 3)
    public static let logarithmBase10 = Choices(rawValue: 1 << 4)
    /// `a / b c` is `a / (b c)`.
    public static let slashTakesProduct = Choices(rawValue: 1 << 5)
    /// `\sin a b` is `(\sin a) b`.
    public static let functionTakesOneFactor = Choices(rawValue: 1 << 6)
    /// `x y` of two vectors, or `x \cdot y`, is taken element by element.
    public static let productElementwise = Choices(rawValue: 1 << 7)
    /// `\|x\|` without an order is not the Euclidean norm but that of order 1.
    public static let subscriptAsLabel = Choices(rawValue: 1 << 8)

    /// Random variables have a mean of zero.
    public static let centredVariables = Choices(rawValue: 1 << 9)

    /// `\|A\|_2` of a matrix is its largest singular value, not the root of the sum of its squares.
    public static let spectralNorm = Choices(rawValue: 1 << 10)

    /// `\sin (a + b) c` is the sine of the product.
    public static let sineTakesProduct = Choices(rawValue: 1 << 11)

    /// Random variables follow the laws that the note gives them; everything that depends on them is random too.
    public static let lawsOfVariables = Choices(rawValue: 1 << 16)

    /// Of `\pm` and `\mp` the lower signs: what is claimed is claimed of both.
    public static let lowerSigns = Choices(rawValue: 1 << 17)

    public static let each: [Choices] = (0..<12).map { Choices(rawValue: 1 << $0) }
}

/// One claim or declaration of a formula.
public struct Statement: Sendable {
    public var range: ByteRange
    public var kind: FormulaKind
    /// It declares or names something and claims nothing: a symbol, a number, a shape, a set.
    public var isNotation: Bool
    /// Why it was not understood as a whole; sides have reasons of their own.
    public var reason: Reason?
    public var definition: Definition?
    /// The function that `a = g(z) = …` defines beside `a`.
    public var definesToo: Definition?
    public var sides: [Side]
    /// One less than `sides`.
    public var relations: [Relation]
    /// Truth values under which it is claimed: `\text{if } x > 0`.
    public var conditions: [Expression]
    public var indices: [FreeIndex]
    /// Sorted by name.
    public var symbols: [FreeSymbol]
    /// Names whose shape or domain it declares.
    public var declares: [(name: SymbolKey, declaration: Declaration)]
    /// Choices on which the reading depends.
    public var openChoices: Choices
    /// It may hold only under conditions that stand in the text, as laws for independent variables do.
    public var isConditional = false
    /// It speaks of expectations, variances or probabilities.
    public var hasMoments = false
    /// It speaks of entropies or of mutual information.
    public var measuresInformation = false
    /// The letter that stands for variances in it: `D` in `D(X) = …`.
    var variance: SymbolKey?
    /// What random variables are distributed as from here on; `nil`: as is not understood.
    public var laws: [(name: SymbolKey, law: Law?)] = []
    /// Of a reading that follows laws: the random variables that it uses, sorted by name.
    public var randomVariables: [RandomVariable] = []
    /// Shapes that contradict one another.
    public var conflicts: [(range: ByteRange, message: String)]
    /// Those that this reading took against the standard.
    public var taken: Choices
    /// `… + O(x^3)`: what its sides leave out.
    public var remainders: [Remainder] = []
    /// `\pm` stands on both sides: it holds where it does with the upper signs and with the lower ones.
    public var hasTwoSigns = false
    /// `f(x, 0) = …`: what a function is where a parameter has a value of its own, which its definition may leave out.
    public var isSpecialCase = false
    /// The variable of its indefinite integrals: its sides are the derivatives by it of what is written.
    public var integrationVariable: SymbolKey?

    /// What it says holds up to a constant.
    public var isUpToConstant: Bool { integrationVariable != nil }

    public init(range: ByteRange, kind: FormulaKind) {
        self.range = range
        self.kind = kind
        isNotation = false
        reason = nil
        definition = nil
        sides = []
        relations = []
        conditions = []
        indices = []
        symbols = []
        declares = []
        conflicts = []
        openChoices = []
        taken = []
    }
}

/// `O(x^3)`, `o(h)` as a term: something that is no larger than this, or smaller, where it becomes small. As a value it is 0.
public struct Remainder: Sendable {
    public var bound: Expression
    public var isLittle: Bool
    public var range: ByteRange
}
