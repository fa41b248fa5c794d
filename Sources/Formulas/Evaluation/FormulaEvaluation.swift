import LaTeX
import Source
import Tensors

/// What `gloss eval` answers.
public struct FormulaAnswer: Sendable {
    /// A tensor; a truth value is a scalar of boolean kind.
    public var value: Tensor
    public var warnings: [EvaluationWarning]
    /// By the name as it was asked for, in that order.
    public var gradients: [(name: String, value: Tensor)]

    public init(value: Tensor, warnings: [EvaluationWarning] = [], gradients: [(name: String, value: Tensor)] = []) {
        self.value = value
        self.warnings = warnings
        self.gradients = gradients
    }
}

/// Evaluates one formula on named data.
public enum FormulaEvaluation {
    /// The value of an expression; of an equation with one unbound head the value of the other side; of a relation
    /// whose names are all bound its truth.
    ///
    /// `bindings` are keyed by a symbol's LaTeX or its plain name. Errors carry the range at fault.
    public static func evaluate(
        _ formula: ParsedFormula, bindings: [(name: String, value: Tensor)],
        vocabulary: any Vocabulary = EmptyVocabulary(), gradients: [String] = [], budget: Budget
    ) throws(EvaluationError) -> FormulaAnswer {
        throw EvaluationError(.unsupported, at: .empty(at: 0), "not evaluated yet")
    }
}
