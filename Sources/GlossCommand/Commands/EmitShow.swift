import Formulas
import LaTeX
import Source
import Tensors

/// `gloss eval --emit swift`
struct EmitShow {
    private let evaluator: ShellEvaluator
    private let asJSON: Bool
    private let terminal: Terminal

    init(_ evaluator: ShellEvaluator, asJSON: Bool, terminal: Terminal) {
        (self.evaluator, self.asJSON, self.terminal) = (evaluator, asJSON, terminal)
    }

    func show(_ formula: String, _ bindings: [(name: String, value: Tensor)]) throws(UsageError) -> Int32 {
        do throws(EvaluationFailure) {
            let code = try evaluator.swift(formula, bindings)
            terminal.print(asJSON ? JSONValue.object(["ok": true, "swift": .string(code)]).serialized() : code)
            return 0
        } catch {
            if asJSON { terminal.print(error.json(in: Array(formula.utf8)).serialized()) } else { error.report(formula, to: terminal) }
            return 1
        }
    }
}
