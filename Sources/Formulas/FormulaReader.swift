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

    /// The statements that define something, read without knowledge of the note; others may be left unread.
    public static func definitions(in tree: MathTree, vocabulary: any Vocabulary) -> [Statement] {
        guard tree.holdsSign({ [.equal, .defines, .identical].contains(RelationSigns.kind($0 == 0xFF1D ? Sign.equal : $0)) }) else { return [] }
        var reader = StatementReader(tree: tree, scope: Scope(), vocabulary: vocabulary, choices: [])
        reader.wantsDefinitions = true
        return reader.read().statements.filter { $0.definition != nil }
    }

    /// Whether a sign of order stands in it: `x > 0`, `a \ne b`.
    public static func holdsOrder(_ tree: MathTree) -> Bool {
        tree.holdsSign { sign in
            switch RelationSigns.kind(sign) {
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual: true
            default: false
            }
        }
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
