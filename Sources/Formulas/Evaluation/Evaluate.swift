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
        if let program = tree.program(for: root) {
            var runner = NumberRunner(program, tree, bindings)
            let found = runner.run()
            program.note(hasValue: found != nil)
            if let (value, spent) = found {
                do { try budget.spend(spent) } catch {
                    throw EvaluationError(.limit, at: tree.nodes[Int(root)].range, "the evaluation needs \(error)")
                }
                return value
            }
        }
        var machine = try Machine(tree, bindings: bindings, budget: budget)
        return try machine.run(root)
    }

    /// The value, linked to the tapes that follow `bindings`: what is computed from it can be differentiated by them.
    ///
    /// Shapes and errors: as `evaluate`.
    public func evaluateFollowed(_ bindings: Bindings, budget: Budget) throws(EvaluationError) -> Tensor {
        var machine = try Machine(tree, bindings: bindings, budget: budget)
        return try machine.run(root).value
    }

    /// The value of every part that is more than a number or a name, in the order of evaluation.
    func steps(_ bindings: Bindings, budget: Budget) throws(EvaluationError) -> [EvaluationStep] {
        var machine = try Machine(tree, bindings: bindings, budget: budget)
        _ = try machine.run(root)
        var steps: [EvaluationStep] = []
        // Children stand before parents; what has a value was needed.
        for (id, node) in tree.nodes.enumerated() {
            guard let value = machine.values[ExpressionTree.ID(id)], !node.range.isEmpty else { continue }
            switch node.kind {
            case .number, .symbol, .slot, .local, .truth: continue
            default: break
            }
            let indices = tree.slots(in: value.slots).map { tree.slotEntries[$0].key.name }
            let step = EvaluationStep(range: node.range, value: value.tensor, indices: indices)
            // Several operations may make up one part as it is written: the last has its value.
            if let same = steps.firstIndex(where: { $0.range == node.range }) { steps.remove(at: same) }
            steps.append(step)
        }
        return steps
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
