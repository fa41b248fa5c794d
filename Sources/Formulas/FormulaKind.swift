/// What a formula or a statement is by its syntax alone, from its outermost relation or operator.
public enum FormulaKind: String, Sendable, CaseIterable {
    // Mentions
    case symbol, number, expression, application, tuple, membership, distribution, matrix, mapping, asymptotic, other
    // Statements proper
    case definition, equation, chain, derivation, numeric, inequality, approximation, gradient, probability
    case expectation, optimisation, update, system
}
