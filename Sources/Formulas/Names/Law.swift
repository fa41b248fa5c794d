/// What a random variable is distributed as: `X \sim \mathcal{N}(\mu, \sigma^2)`, "independent, with mean μ and variance σ²".
public struct Law: Sendable {
    public enum Family: String, Sendable, Hashable {
        /// Mean and variance.
        case normal
        /// Both ends.
        case uniform
        /// The chance of 1.
        case bernoulli
        /// How many trials, and the chance of each.
        case binomial
        /// The mean.
        case poisson
        /// The rate; for some authors the mean.
        case exponential
        /// The chance of success: of the trial that succeeds first, for some of the failures before it.
        case geometric
        /// Both exponents, each plus one.
        case beta
        /// Shape and scale; for some shape and rate.
        case gamma
        /// Degrees of freedom.
        case chiSquared
        /// Location and scale.
        case laplace
        /// −1 and 1, each by half.
        case signs
        /// Any law with this mean and this variance.
        case moments

        /// How many parameters it takes.
        public var arity: Int {
            switch self {
            case .signs: 0
            case .bernoulli, .poisson, .exponential, .geometric, .chiSquared: 1
            case .normal, .uniform, .binomial, .beta, .gamma, .laplace, .moments: 2
            }
        }
    }

    public var family: Family
    /// In the order that the family takes them.
    public var parameters: [Expression]
    /// The second parameter of a normal law stands without a square: it may be the deviation or the variance.
    public var mayBeDeviation = false
    /// It is the law of every element of a vector: `\mathcal{N}(0, I)`.
    public var isOfVector = false
    /// All elements, and all variables, are said to be independent.
    public var isIndependent = false
    /// Where the note says so, in its bytes.
    public var place = 0
    /// An expectation names it for itself: `\mathbb{E}_{x \sim p}`.
    public var isOfExpectation = false

    public init(_ family: Family, _ parameters: [Expression]) {
        self.family = family
        self.parameters = parameters
    }
}

/// A random variable of a statement, with its law's parameters as expressions of the statement.
public struct RandomVariable: Sendable {
    public var name: SymbolKey
    public var law: Law
}

extension SymbolKey {
    /// The chance of each outcome: a vector along the axis of outcomes, which is the first of every random variable.
    public static let chances = SymbolKey(canonical: "chance_of_outcome")
    /// The name of that axis.
    public static let outcomes = "outcomes"
}

extension Law {
    /// Φ^{-1}(p): the value that a standard normal variable stays below with chance p.
    public static func normalQuantile(_ p: Double) -> Double { SpecialFunction.probit(p) }
}
