import Formulas
import Source

/// A definition of a note with the place where it stands: what later statements and snippets are held against.
struct StatedDefinition {
    var known: KnownDefinition
    /// Index of its formula in the note, and of its statement among that formula's records.
    var formula: Int
    var statement: Int
    var line: Int
    /// Of the defining side, blanks left out.
    var bodyHash: UInt64
    /// The whole statement as it is written.
    var latex: [UInt8]

    /// The sample that its body needs, by itself.
    func plan() -> SamplePlan {
        var plan = SamplePlan()
        plan.add(known.symbols, statement: known.statement)
        return plan
    }
}
