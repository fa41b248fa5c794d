import Tensors

/// One entry of the catalogue: what notes are checked against.
///
/// An entry is one file in `Entries` and one line in `StandardCatalogue`.
public struct Implementation: Sendable {
    /// As `gloss eval` and directives name it: lower case, words joined by hyphens.
    public let name: String
    public let title: Title
    /// Other names in English and Chinese, precise enough that a heading or table cell with one means this entry.
    public let aliases: [String]
    /// Subjects whose texts state it among other things: `Adam` for its moments, `normal distribution` for its density.
    /// Near them it is recognised by what it computes; they are no names of it.
    public let topics: [String]
    /// Texts use conventions beyond the variants: agreement verifies, difference says nothing.
    public let isOpen: Bool
    /// A sum or product of a few names: it is recognised under the names that its parameters usually have, and no others.
    public let needsNames: Bool
    /// Letters and operator names that formulas conventionally use for it, as symbol keys: `sigma`, `H`, `MSE`.
    public let symbols: [String]
    /// The definition as LaTeX, in the letters of `parameters`.
    public let equation: String
    public let parameters: [Parameter]
    public let result: ShapeTemplate
    /// Applies to each element by itself; then a formula about one number states it.
    public let isElementwise: Bool
    /// Accepted conventions. The first is the standard one.
    public let variants: [Variant]
    /// The arguments that pages show, one for each parameter.
    public let sample: [Tensor]
    /// Arguments with large magnitudes, zeros, ties: they show hazards and never refute.
    public let stressSamples: [[Tensor]]
    public let properties: [Property]
    /// Conditions under which the definition holds, in words.
    public let assumptions: [String]
    /// What tests demand of every entry and this one cannot have.
    public let exemptions: [Exemption]
    public let source: String

    public init(
        _ name: String, title: Title, aliases: [String], topics: [String] = [], symbols: [String] = [], equation: String,
        parameters: [Parameter], result: ShapeTemplate, isElementwise: Bool = false, variants: [Variant],
        sample: [Tensor], stressSamples: [[Tensor]] = [], properties: [Property] = [], assumptions: [String] = [],
        exemptions: [Exemption] = [], needsNames: Bool = false, isOpen: Bool = false, source: String
    ) {
        self.name = name
        self.title = title
        self.aliases = aliases
        self.topics = topics
        self.isOpen = isOpen
        self.needsNames = needsNames
        self.symbols = symbols
        self.equation = equation
        self.parameters = parameters
        self.result = result
        self.isElementwise = isElementwise
        self.variants = variants
        self.sample = sample
        self.stressSamples = stressSamples
        self.properties = properties
        self.assumptions = assumptions
        self.exemptions = exemptions
        self.source = source
    }

    /// The standard variant.
    public var standard: Variant? { variants.first }

    public func variant(named name: String) -> Variant? { variants.first { $0.name == name } }

    public func parameters(of variant: Variant) -> [Parameter] { variant.parameters ?? parameters }

    public func result(of variant: Variant) -> ShapeTemplate { variant.result ?? result }

    /// How many arguments a call may have: hyperparameters may be left out from the end.
    public func arity(of variant: Variant? = nil) -> ClosedRange<Int> {
        let list = variant?.parameters ?? parameters
        let required = list.count { $0.defaultValue == nil }
        return required...max(required, list.count)
    }

    /// The value on these arguments; hyperparameters left out at the end take their defaults.
    ///
    /// Errors: `invalidArgument` for too few or too many arguments, and what the implementation throws.
    public func evaluate(_ arguments: [Tensor], variant: Variant? = nil) throws(TensorError) -> Tensor {
        guard let variant = variant ?? standard else {
            throw .invalidArgument("no variant", operation: name)
        }
        let list = parameters(of: variant)
        let allowed = arity(of: variant)
        guard allowed.contains(arguments.count) else {
            throw .invalidArgument(
                "takes \(allowed.lowerBound == allowed.upperBound ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)") arguments, found \(arguments.count)",
                operation: name)
        }
        var all = arguments
        for parameter in list[arguments.count...] { all.append(Tensor(parameter.defaultValue ?? 0)) }
        return try variant.evaluate(all)
    }

    public struct Title: Sendable, Hashable {
        public let english: String
        public let chinese: String

        public init(_ english: String, _ chinese: String) {
            self.english = english
            self.chinese = chinese
        }
    }
}

/// One accepted convention of an implementation.
public struct Variant: Sendable {
    /// Unique in its entry, words joined by hyphens: `mean`, `half-sum`, `base-2`.
    public let name: String
    public let description: String
    /// Where they differ from the entry's.
    public let parameters: [Parameter]?
    public let result: ShapeTemplate?
    /// Where they differ from the entry's.
    public let sample: [Tensor]?
    /// Words that ask for this convention and no other: *unbiased*.
    public let cues: [String]
    /// Where texts tell it by the letter of its head alone, those letters: `x` of `x = r \cos \theta`.
    public let heads: [String]
    /// The value on one argument for each parameter, hyperparameters included.
    public let evaluate: @Sendable ([Tensor]) throws(TensorError) -> Tensor

    public init(
        _ name: String, _ description: String, parameters: [Parameter]? = nil, result: ShapeTemplate? = nil,
        sample: [Tensor]? = nil, cues: [String] = [], heads: [String] = [], evaluate: @escaping @Sendable ([Tensor]) throws(TensorError) -> Tensor
    ) {
        self.cues = cues
        self.heads = heads
        self.name = name
        self.description = description
        self.parameters = parameters
        self.result = result
        self.sample = sample
        self.evaluate = evaluate
    }
}
