import Source

/// Definitions that come from outside a formula: `macros` of the project, `\newcommand` of the note so far.
public struct Macros: Sendable {
    public struct Definition: Sendable, Hashable {
        public var parameters: Int
        /// The default of an optional first argument.
        public var optional: [UInt8]?
        public var body: [UInt8]
        /// `\def\f#1,#2;{…}`: what must stand before the first argument and after each; `nil` for plain arguments.
        public var delimiters: [[UInt8]]?

        public init(parameters: Int = 0, optional: [UInt8]? = nil, body: [UInt8]) {
            self.parameters = parameters
            self.optional = optional
            self.body = body
        }
    }

    /// By name, without the backslash.
    public var definitions: [String: Definition]

    public init(_ definitions: [String: Definition] = [:]) { self.definitions = definitions }
}

public struct ParsedFormula: Sendable {
    public var tree: MathTree
    /// Ranges count bytes of the formula. Any of severity `error` means that the formula is malformed.
    public var diagnostics: [Diagnostic]
    /// Definitions that the formula made for those after it (`\newcommand`, `\def`).
    public var definitions: Macros

    public init(tree: MathTree, diagnostics: [Diagnostic] = [], definitions: Macros = Macros()) {
        self.tree = tree
        self.diagnostics = diagnostics
        self.definitions = definitions
    }
}

public enum FormulaParser {
    /// Never fails: what cannot be read becomes `error` nodes and diagnostics.
    public static func parse(_ latex: [UInt8], macros: Macros = Macros(), limits: Limits = Limits()) -> ParsedFormula {
        var parser = Parser(limits: limits)
        parser.read(latex, macros: macros)
        return parser.finish()
    }
}

/// Reads formula after formula with the storage of those before: for whoever needs each tree only for a moment.
public struct FormulaReader: ~Copyable {
    private var parser: Parser

    public init(limits: Limits = Limits()) { parser = Parser(limits: limits) }

    /// Calls `body` with what `FormulaParser.parse` would give; the tree must not outlive the call.
    public mutating func read<Result>(
        _ latex: [UInt8], macros: Macros = Macros(), _ body: (borrowing MathTree, [Diagnostic], Macros) -> Result
    ) -> Result {
        parser.reset()
        parser.read(latex, macros: macros)
        return body(parser.tree, parser.diagnostics, parser.definitions)
    }
}
