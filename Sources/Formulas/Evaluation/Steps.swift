import Source
import Tensors

extension Machine {
    mutating func step(_ id: ID, _ range: ByteRange) throws(EvaluationError) -> Value {
        throw EvaluationError(.notEvaluable, at: range, "not evaluated yet")
    }

    mutating func gradient(of root: ID, withRespectTo key: SymbolKey) throws(EvaluationError) -> Evaluated {
        throw EvaluationError(.notEvaluable, at: tree.nodes[Int(root)].range, "not evaluated yet")
    }
}
