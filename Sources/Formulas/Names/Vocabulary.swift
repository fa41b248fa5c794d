import Source
import Tensors

/// A shape as a function's signature states it.
public enum ShapeTemplate: Sendable, Hashable {
    /// One dimension a name; equal names are equal dimensions; no names is a scalar.
    case dimensions([String])
    /// Applied to each element: any shape, and all elementwise parameters broadcast together.
    case elementwise
    /// Any shape, of which the result says nothing.
    case any

    public static let scalar = ShapeTemplate.dimensions([])
}

/// What a function takes and gives.
public struct Signature: Sendable, Hashable {
    public struct Parameter: Sendable, Hashable {
        public var name: String
        public var template: ShapeTemplate

        public init(_ name: String, _ template: ShapeTemplate) {
            self.name = name
            self.template = template
        }
    }

    public var parameters: [Parameter]
    public var result: ShapeTemplate
    /// How many of the last parameters may be left out.
    public var optional: Int

    public init(_ parameters: [Parameter], result: ShapeTemplate, optional: Int = 0) {
        self.parameters = parameters
        self.result = result
        self.optional = optional
    }

    public func accepts(arity: Int) -> Bool {
        arity <= parameters.count && arity >= parameters.count - optional
    }

    /// Applied to each element of its arguments.
    public var isElementwise: Bool {
        result == .elementwise
    }
}

/// How sure it is that a function is the one that the author means.
public enum FunctionStanding: Sendable, Hashable {
    /// By its name, or by a definition in the note.
    case known
    /// By a letter's usual meaning: `B(a, b)`, `\Phi(x)`. A value computed with it contradicts nobody.
    case conventional
    /// Nothing says what it is: a smooth function of our own in its place.
    case standIn
}

/// A function that a formula may name: a catalogue entry, or mathematics that everyone knows.
public protocol KnownFunction: Sendable {
    var name: String { get }
    var signature: Signature { get }
    var standing: FunctionStanding { get }
    /// The value on `arguments`, which match the signature; tracked tensors give tracked results.
    func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor
    /// The call in Swift on arguments of type `Tensor`; `nil` where there is none.
    func swiftCall(_ arguments: [String]) -> String?
}

extension KnownFunction {
    public func swiftCall(_ arguments: [String]) -> String? { nil }
    public var standing: FunctionStanding { .known }
}

/// The functions that formulas may name beside the mathematics that Formulas itself knows.
public protocol Vocabulary: Sendable {
    /// The function of that name or alias, in any case, and of that arity unless `nil`.
    func function(named name: String, arity: Int?) -> (any KnownFunction)?
    /// Every name and alias, for suggestions.
    var names: [String] { get }
}

/// No functions beside the built-in mathematics.
public struct EmptyVocabulary: Vocabulary {
    public init() {}
    public func function(named name: String, arity: Int?) -> (any KnownFunction)? { nil }
    public var names: [String] { [] }
}
