import Catalogue
import Checks
import Markdown
import Source

/// Runs notes written as literals.
enum NoteRun {
    static func record(_ text: String, configuration: CheckConfiguration = CheckConfiguration()) -> NoteRecord {
        NoteChecker.check(
            note: note(text), configuration: configuration, catalogue: StandardCatalogue.table.entries, clock: { 0 })
    }

    static func note(_ text: String, name: String = "note.md") -> Note {
        NoteReader.read(SourceText(name: name, text: text))
    }

    /// `CODE line:column` of every finding.
    static func findings(_ text: String) -> [String] {
        record(text).findings.map { "\($0.code.code) \($0.start.line):\($0.start.column)" }
    }

    static func outcomes(_ text: String) -> [Outcome] { record(text).formulas.map(\.outcome) }
}
