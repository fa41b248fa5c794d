import Source

/// The syntax tree of one block: a flat array, children before parents.
///
/// What the parser tried and gave up stays behind in `nodes`; walk from `body`.
public struct PythonTree: Sendable {
    public typealias ID = UInt32
    /// A stretch of `lists`.
    public typealias List = Range<UInt32>
    public typealias NameID = UInt32

    public struct Node: Sendable {
        public var kind: Kind
        public var range: ByteRange
    }

    public enum Kind: Sendable {
        // Expressions
        case name(NameID)
        case noneLiteral, ellipsis
        case truth(Bool)
        case integer(Int)
        /// Too large for a machine word: its digits are the node's source text.
        case longInteger
        case float(Double)
        case imaginary(Double)
        /// Index into `strings`.
        case string(UInt32)
        case bytes(UInt32)
        case joined(List)
        /// `conversion` is `r`, `s`, `a` or 0.
        case formatted(ID, conversion: UInt8, format: ID?)
        case tuple(List)
        case list(List)
        case set(List)
        /// Keys and values in turn; a key `noID` stands for `**`.
        case dictionary(List)
        case unary(UnaryOperator, ID)
        case binary(BinaryOperator, ID, ID)
        case boolean(isAnd: Bool, List)
        /// Operators (raw) and operands in turn.
        case comparison(ID, List)
        /// Arguments: expressions, `starred`, `doubleStarred`, `keyword`.
        case call(ID, List)
        case keyword(NameID, ID)
        case starred(ID)
        case doubleStarred(ID)
        case attribute(ID, NameID)
        case subscripted(ID, ID)
        case slice(ID?, ID?, ID?)
        /// Index into `functions`.
        case lambda(UInt32)
        case conditional(test: ID, ID, otherwise: ID)
        case named(ID, ID)
        case comprehension(ComprehensionKind, ID, value: ID?, List)
        case clause(target: ID, iterable: ID, conditions: List, isAsync: Bool)
        case await(ID)
        case yield(ID?)
        case yieldFrom(ID)

        // Statements
        case expression(ID)
        case assign(targets: List, ID)
        case augmented(BinaryOperator, ID, ID)
        case annotated(ID, annotation: ID, value: ID?)
        case returns(ID?)
        case delete(List)
        case pass, `break`, `continue`
        /// Names, not nodes.
        case global(List)
        case nonlocal(List)
        case conditionalStatement(test: ID, List, otherwise: List)
        case whileLoop(test: ID, List, otherwise: List)
        case forLoop(target: ID, iterable: ID, List, otherwise: List)
        case with(items: List, List)
        case withItem(ID, target: ID?)
        /// Index into `functions`.
        case function(UInt32)
        /// Index into `classes`.
        case classDefinition(UInt32)
        case tryStatement(List, handlers: List, otherwise: List, finally: List)
        case handler(type: ID?, name: NameID?, List)
        case raise(ID?, cause: ID?)
        case assert(ID, message: ID?)
        case importModules(List)
        case importFrom(module: NameID?, level: Int32, List)
        case alias(NameID, as: NameID?)
        case match(ID, List)
        case matchCase(pattern: ID, guard: ID?, List)

        // Patterns
        case valuePattern(ID)
        case capturePattern(NameID?)
        case starPattern(NameID?)
        case sequencePattern(List)
        /// Keys and patterns in turn.
        case mappingPattern(List, rest: NameID?)
        case classPattern(ID, List)
        case alternatives(List)
        case asPattern(ID, NameID)

        /// Only inside the parser: a list as the result of a rule.
        case bundle(List)
    }

    public enum UnaryOperator: UInt8, Sendable { case negative, positive, invert, not }

    public enum BinaryOperator: UInt8, Sendable {
        case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
        case leftShift, rightShift, bitAnd, bitOr, bitXor

        var sign: String {
            switch self {
            case .add: "+"
            case .subtract: "-"
            case .multiply: "*"
            case .divide: "/"
            case .floorDivide: "//"
            case .modulo: "%"
            case .power: "** or pow()"
            case .matrixMultiply: "@"
            case .leftShift: "<<"
            case .rightShift: ">>"
            case .bitAnd: "&"
            case .bitOr: "|"
            case .bitXor: "^"
            }
        }
    }

    public enum ComparisonOperator: UInt32, Sendable {
        case equal, notEqual, less, lessEqual, greater, greaterEqual, isSame, isNot, isIn, notIn

        var sign: String {
            switch self {
            case .equal: "=="
            case .notEqual: "!="
            case .less: "<"
            case .lessEqual: "<="
            case .greater: ">"
            case .greaterEqual: ">="
            case .isSame: "is"
            case .isNot: "is not"
            case .isIn: "in"
            case .notIn: "not in"
            }
        }
    }

    public enum ComprehensionKind: UInt8, Sendable { case list, set, dictionary, generator }

    public struct Parameter: Sendable {
        public var name: NameID
        public var nameRange: ByteRange
        public var kind: SnippetFunction.Parameter.Kind
        public var isPositionalOnly = false
        public var standard: ID?
        public var annotation: ID?
    }

    /// A `def` or a `lambda`.
    public struct Function: Sendable {
        public var name: NameID
        public var nameRange: ByteRange
        public var parameters: [Parameter]
        /// Statements; of a lambda, its one expression.
        public var body: List
        public var isLambda: Bool
        public var isAsync = false
        public var decorators: List = 0..<0
        public var returns: ID?
    }

    public struct Class: Sendable {
        public var name: NameID
        public var nameRange: ByteRange
        public var arguments: List
        public var body: List
        public var decorators: List = 0..<0
    }

    public static let noID = ID.max

    /// `async for` and `async with`.
    var asyncNodes: Set<ID> = []

    func isAsync(_ id: ID) -> Bool { asyncNodes.contains(id) }

    public internal(set) var nodes: [Node] = []
    public internal(set) var lists: [UInt32] = []
    public internal(set) var names: [String] = []
    public internal(set) var strings: [String] = []
    public internal(set) var functions: [Function] = []
    public internal(set) var classes: [Class] = []
    /// The statements of the block.
    public internal(set) var body: List = 0..<0
    var nameIDs: [String: NameID] = [:]

    public init() {}

    public subscript(id: ID) -> Node { nodes[Int(id)] }
    public subscript(list: List) -> ArraySlice<UInt32> { lists[Int(list.lowerBound)..<Int(list.upperBound)] }
    public func name(_ id: NameID) -> String { names[Int(id)] }

    mutating func add(_ kind: Kind, _ range: ByteRange) -> ID {
        nodes.append(Node(kind: kind, range: range))
        return ID(nodes.count - 1)
    }

    mutating func list(_ items: [UInt32]) -> List {
        let start = UInt32(lists.count)
        lists.append(contentsOf: items)
        return start..<UInt32(lists.count)
    }

    mutating func intern(_ name: String) -> NameID {
        if let id = nameIDs[name] { return id }
        let id = NameID(names.count)
        names.append(name)
        nameIDs[name] = id
        return id
    }

    mutating func addString(_ text: String) -> UInt32 {
        strings.append(text)
        return UInt32(strings.count - 1)
    }
}
