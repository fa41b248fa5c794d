import Source
import Tensors

/// Values by the name of their symbol.
public typealias Bindings = [SymbolKey: Tensor]

extension Expression {
    /// The value on `bindings`, which hold every free symbol of the statement that is no dimension.
    ///
    /// Shapes: the sizes of the statement's free indices in slot order, then the expression's own dimensions.
    /// Errors: a name without value, shapes that do not conform, an index out of range, a limit; with the range.
    public func evaluate(_ bindings: Bindings, budget: Budget) throws(EvaluationError) -> Evaluated {
        var machine = try Machine(tree, bindings: bindings, budget: budget)
        return try machine.run(root)
    }

    /// The gradient of the value's sum with respect to a symbol, by reverse-mode automatic differentiation.
    ///
    /// Shapes: that of the symbol's value.
    public func gradient(
        withRespectTo key: SymbolKey, _ bindings: Bindings, budget: Budget
    ) throws(EvaluationError) -> Evaluated {
        var machine = try Machine(tree, bindings: bindings, budget: budget)
        return try machine.gradient(of: root, withRespectTo: key)
    }
}
