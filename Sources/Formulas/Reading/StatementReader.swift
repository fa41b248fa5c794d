import LaTeX
import Source
import Tensors

struct StatementReader {
    let tree: MathTree
    let scope: Scope
    let vocabulary: any Vocabulary
    let choices: Choices

    mutating func read() -> Reading { Reading(kind: .other) }
}
