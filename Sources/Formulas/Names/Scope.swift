import LaTeX
import Source
import Tensors

/// What is known of a name and where that was learned.
public struct Declaration: Sendable {
    public enum Role: Sendable, Hashable {
        case variable
        /// A running index; `count` is the dimension that it runs over, from `first`.
        case index(count: Dimension, first: Int)
        /// The size of a dimension.
        case dimension
        /// A set of indices, as a mini-batch `\mathcal{B}`.
        case indexSet(count: Dimension)
        case function
    }

    public var role: Role
    public var shape: ArrayShape?
    public var domain: Domain
    /// Sample data given for it.
    public var value: Tensor?
    /// How a formula before defined it.
    public var definition: Definition?
    public var learned: Learned

    public init(
        role: Role = .variable, shape: ArrayShape? = nil, domain: Domain = .real, value: Tensor? = nil,
        definition: Definition? = nil, learned: Learned = Learned("declared")
    ) {
        self.role = role
        self.shape = shape
        self.domain = domain
        self.value = value
        self.definition = definition
        self.learned = learned
    }
}

/// Where something was learned, for `--explain-reading` and related places of findings.
public struct Learned: Sendable, Hashable {
    /// `declared`, `bold letter`, `used with an index` …
    public var words: String
    public var file: String?
    /// Bytes of the note, set by whoever knows them.
    public var range: ByteRange?

    public init(_ words: String, file: String? = nil, range: ByteRange? = nil) {
        self.words = words
        self.file = file
        self.range = range
    }
}

/// What a place in a note knows: names with their shapes, ranges, values and definitions, and assumptions.
///
/// Scopes nest as headings do. A name declared again in an inner scope shadows the outer one until `pop`.
public struct Scope: Sendable {
    private var layers: [Layer] = [Layer()]

    private struct Layer: Sendable {
        var declarations: [SymbolKey: Declaration] = [:]
        var assumptions: [String] = []
        var laws: [SymbolKey: Law] = [:]
        var squares: [SymbolKey: Definition] = [:]
        var overloads: [SymbolKey: [Int: Definition]] = [:]
        var variances: Set<SymbolKey> = []
        var identities: Set<SymbolKey> = []
        var measuresInformation = false
    }

    public init() {}

    public mutating func push() { layers.append(Layer()) }

    /// Forgets what was declared since the matching `push`; the outermost layer stays.
    ///
    /// - Returns: what it defined.
    @discardableResult
    public mutating func pop() -> [SymbolKey: Declaration] {
        layers.count > 1 ? layers.removeLast().declarations.filter { $0.value.definition != nil } : [:]
    }

    /// The same with declarations that all others shadow.
    public func over(_ declarations: [SymbolKey: Declaration]) -> Scope {
        var scope = self
        scope.layers.insert(Layer(declarations: declarations), at: 0)
        return scope
    }

    public var depth: Int { layers.count }

    public mutating func declare(_ key: SymbolKey, _ declaration: Declaration) {
        layers[layers.count - 1].declarations[key] = declaration
    }

    /// Gives a name sample data: the shape is the data's own.
    public mutating func bind(_ key: SymbolKey, to value: Tensor, learned: Learned = Learned("let")) {
        var declaration = self[key] ?? Declaration()
        declaration.role = .variable
        declaration.value = value
        declaration.shape = ArrayShape(value.shape.map { .fixed($0) })
        declaration.definition = nil
        declaration.learned = learned
        declare(key, declaration)
    }

    public mutating func assume(_ words: String) { layers[layers.count - 1].assumptions.append(words) }

    public subscript(key: SymbolKey) -> Declaration? {
        for layer in layers.reversed() {
            if let found = layer.declarations[key] { return found }
        }
        return nil
    }

    /// Says what a name is distributed as; `nil` takes back what was said before.
    public mutating func give(_ law: Law?, to key: SymbolKey) {
        layers[layers.count - 1].laws[key] = law
        if law == nil { for k in layers.indices { layers[k].laws[key] = nil } }
    }

    public func law(of key: SymbolKey) -> Law? {
        for layer in layers.reversed() {
            if let found = layer.laws[key] { return found }
        }
        return nil
    }

    /// Says what a square is of which `S^2 = …` speaks: `S` alone is its root.
    mutating func declareSquare(_ definition: Definition) { layers[layers.count - 1].squares[definition.name] = definition }

    func square(_ key: SymbolKey) -> Definition? {
        for layer in layers.reversed() {
            if let found = layer.squares[key] { return found }
        }
        return nil
    }

    /// Says that a letter stands for variances, in the whole note: `D(X) = E(X^2) - E(X)^2`.
    mutating func declareVariance(_ key: SymbolKey) { layers[0].variances.insert(key) }

    /// The note's words speak of variances: `D(X)` is one.
    public var speaksOfVariance = false

    func isVariance(_ key: SymbolKey) -> Bool { layers.contains { $0.variances.contains(key) } }

    /// Says that a letter is the identity matrix: "其中 $E$ 为单位矩阵".
    public mutating func declareIdentity(_ key: SymbolKey) { layers[layers.count - 1].identities.insert(key) }

    func isIdentity(_ key: SymbolKey) -> Bool { layers.contains { $0.identities.contains(key) } }

    /// `H` stands for entropies from here on, in the whole note.
    mutating func declareInformation() { layers[0].measuresInformation = true }

    var measuresInformation: Bool { layers.contains(where: \.measuresInformation) }

    /// Keeps a function beside others of its name with another number of parameters: `H(p)` and `H(p, q)`.
    mutating func declareOverload(_ definition: Definition) {
        layers[layers.count - 1].overloads[definition.name, default: [:]][definition.parameters.count] = definition
    }

    /// The function of a name with so many parameters.
    func function(_ key: SymbolKey, arity: Int) -> Definition? {
        if let definition = self[key]?.definition, !definition.isFunction || definition.parameters.count == arity { return definition }
        guard self[key]?.definition != nil else { return nil }
        for layer in layers.reversed() {
            if let found = layer.overloads[key]?[arity] { return found }
        }
        return nil
    }

    public var hasLaws: Bool { layers.contains { !$0.laws.isEmpty } }

    /// Outer assumptions first.
    public var assumptions: [String] { layers.flatMap(\.assumptions) }

    /// Every name visible, sorted.
    public var keys: [SymbolKey] {
        var all = Set<SymbolKey>()
        for layer in layers { all.formUnion(layer.declarations.keys) }
        return all.sorted()
    }
}
