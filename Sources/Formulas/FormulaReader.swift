import LaTeX
import Source
import Tensors

/// Reads meaning: from the tree of a formula as it is written to statements with typed expressions.
public enum FormulaReader {
    /// Never fails: what is not understood has a `Reason`.
    ///
    /// `taking` reads against the standard choices; a statement's `openChoices` says which would make a difference.
    /// `goesOn`: text or another formula goes on where this one stops, so that its last side may stand there.
    public static func read(
        _ tree: MathTree, scope: Scope = Scope(), vocabulary: any Vocabulary = EmptyVocabulary(),
        taking choices: Choices = [], goesOn: Bool = false
    ) -> Reading {
        var reader = StatementReader(tree: tree, scope: scope, vocabulary: vocabulary, choices: choices, goesOn: goesOn)
        return reader.read()
    }

    /// The other plausible readings of one statement, most plausible first.
    public static func alternatives(
        to index: Int, of reading: Reading, in tree: MathTree, scope: Scope = Scope(),
        vocabulary: any Vocabulary = EmptyVocabulary()
    ) -> [Statement] {
        guard reading.statements.indices.contains(index) else { return [] }
        let open = reading.statements[index].openChoices
        var found: [Statement] = []
        for choice in Choices.each where open.contains(choice) {
            let other = read(tree, scope: scope, vocabulary: vocabulary, taking: choice)
            guard other.statements.indices.contains(index) else { continue }
            found.append(other.statements[index])
        }
        return found
    }
}
