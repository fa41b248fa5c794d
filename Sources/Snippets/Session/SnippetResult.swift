import Source
import Tensors

/// What became of one block of Python.
public struct SnippetResult {
    /// Never `verified`: that is for whoever compares the block with something independent.
    public var outcome: CodeOutcome
    /// Why the block was skipped; `nil` for every other outcome.
    public var reason: Reason?
    /// Names that the block binds at its top level, in order, each once.
    public var defines: [String]
    /// What it printed, also where it stopped before its end.
    public var output: String
    /// The value of the last statement where that is an expression, as Python's prompt would show it.
    public var lastValue: SnippetValue?
    /// Ranges count bytes of the block's content.
    public var diagnostics: [Diagnostic]
    /// Functions defined at the top level, in order.
    public var functions: [SnippetFunction]
    public var classes: [SnippetClass]
    /// Set when what it printed or computed came from random numbers, so that no stated output can be held against it.
    public var dependsOnRandom: Bool
    /// Statements of which the block says what they show.
    public var examples: [SnippetExample] = []

    public init(
        outcome: CodeOutcome, reason: Reason? = nil, defines: [String] = [], output: String = "",
        lastValue: SnippetValue? = nil, diagnostics: [Diagnostic] = [], functions: [SnippetFunction] = [],
        classes: [SnippetClass] = [], dependsOnRandom: Bool = false
    ) {
        self.outcome = outcome
        self.reason = reason
        self.defines = defines
        self.output = output
        self.lastValue = lastValue
        self.diagnostics = diagnostics
        self.functions = functions
        self.classes = classes
        self.dependsOnRandom = dependsOnRandom
    }
}

/// What a block says that a statement shows, in a session or in a comment beside it, and what it shows.
public struct SnippetExample: Sendable {
    public var stated: String
    /// In bytes of the block's content.
    public var statedRange: ByteRange
    /// `nil` where the statement could not run, or shows what hangs on random numbers.
    public var shown: String?
    /// In a comment, which need not be meant as output.
    public var isComment: Bool

    public init(stated: String, statedRange: ByteRange, shown: String?, isComment: Bool) {
        self.stated = stated
        self.statedRange = statedRange
        self.shown = shown
        self.isComment = isComment
    }
}

/// A Python value as others may look at it: its text, and its numbers where it has some.
public struct SnippetValue: Sendable {
    /// As `repr` gives it.
    public var text: String
    /// `float`, `ndarray`, `Tensor` …
    public var type: String
    /// A number, a truth value, an array or a rectangular list of numbers.
    public var tensor: Tensor?

    public init(text: String, type: String, tensor: Tensor? = nil) {
        self.text = text
        self.type = type
        self.tensor = tensor
    }
}

/// A class that a block defines.
public struct SnippetClass: Sendable {
    public var name: String
    /// Of the name after `class`.
    public var nameRange: ByteRange
    public var methods: [String]

    public init(name: String, nameRange: ByteRange, methods: [String]) {
        self.name = name
        self.nameRange = nameRange
        self.methods = methods
    }
}

/// Why a snippet's function gave no value.
public struct SnippetError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// Python would raise an exception: other arguments may do better.
        case raised
        /// Something is needed that the note does not define or that is not here.
        case missing
        /// Stopped at a limit.
        case limit
        /// It returned what is no array of numbers.
        case notNumeric
    }

    public var kind: Kind
    /// `ValueError: operands could not be broadcast together with shapes (2,) (3,)`, or words.
    public var message: String
    /// Bytes of the block that defines the function; `nil` where no place in it is at fault.
    public var range: ByteRange?

    public init(_ kind: Kind, _ message: String, at range: ByteRange? = nil) {
        self.kind = kind
        self.message = message
        self.range = range
    }

    public var description: String { message }
}
