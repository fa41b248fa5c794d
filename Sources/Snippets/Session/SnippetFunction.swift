import Source
import Tensors

/// A function that a block defines at its top level, ready to be called.
///
/// It belongs to its session: one task at a time.
public struct SnippetFunction {
    public struct Parameter: Sendable {
        public enum Kind: Sendable, Hashable { case positional, keywordOnly, variadic, variadicKeyword }

        public var name: String
        public var kind: Kind
        /// The default's source text.
        public var defaultText: String?

        public init(name: String, kind: Kind, defaultText: String? = nil) {
            self.name = name
            self.kind = kind
            self.defaultText = defaultText
        }
    }

    public var name: String
    /// Of the name after `def`, in bytes of the block's content.
    public var nameRange: ByteRange
    public var parameters: [Parameter]
    let body: ([Tensor], Budget) throws(SnippetError) -> Tensor

    init(
        name: String, nameRange: ByteRange, parameters: [Parameter],
        body: @escaping ([Tensor], Budget) throws(SnippetError) -> Tensor
    ) {
        self.name = name
        self.nameRange = nameRange
        self.parameters = parameters
        self.body = body
    }

    /// How many arguments a call has to give at least.
    public var requiredCount: Int { parameters.count { $0.kind == .positional && $0.defaultText == nil } }

    /// Calls the function with arrays for its first parameters, of the library (NumPy or PyTorch) that its body uses.
    /// Rank-0 tensors arrive as Python numbers.
    ///
    /// - Throws: what Python would raise, a limit, or that the result is not numeric.
    public func call(_ arguments: [Tensor], budget: Budget) throws(SnippetError) -> Tensor {
        try body(arguments, budget)
    }
}
