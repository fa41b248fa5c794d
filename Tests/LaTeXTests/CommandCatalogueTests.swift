import Source
import Testing

@testable import LaTeX

@Suite struct CommandCatalogueTests {
    /// Every command has an example, and the example has no fault.
    @Test func examplesParse() {
        let families = CommandCatalogue.families()
        let entries = families.flatMap(\.entries) + CommandCatalogue.environments()
        #expect(entries.count > 2_000)
        for entry in entries {
            let fault = FormulaParser.parse(Array(entry.example.utf8)).diagnostics.first { $0.severity == .error }
            #expect(fault == nil, "\(entry.name): \(entry.example): \(fault?.message ?? "")")
            #expect(!entry.example.isEmpty)
        }
        let names = families.flatMap(\.entries).map(\.name)
        #expect(Set(names).count == names.count)
        // None that a formula can use is left out, and an example shows what it is an example of.
        let internals: Set<String> = ["pairedDelimiter", "(", ")", " ", "\n", "\t"]
        for range in CommandTable.shared.names {
            let name = String(decoding: CommandTable.shared.name(range), as: UTF8.self)
            #expect(internals.contains(name) || names.contains(name), "\(name)")
        }
        for entry in families.flatMap(\.entries) { #expect(entry.example.contains("\\" + entry.name), "\(entry.name): \(entry.example)") }
        for entry in CommandCatalogue.environments() { #expect(entry.example.contains("\\begin{\(entry.name)}"), "\(entry.name): \(entry.example)") }
    }

    /// A label may come after the formula that refers to it.
    @Test func labelsBeforeTheirUse() {
        let reference = Array("\\eqref{eq:a}".utf8)
        #expect(FormulaParser.mentionsLabel(reference))
        #expect(!FormulaParser.mentionsLabel(Array("\\label{eq:a}x\\reference".utf8)))
        let labelled = FormulaParser.parse(Array("\\begin{equation}\\label{eq:a}x\\end{equation}".utf8))
        var macros = Macros()
        macros.definitions.merge(labelled.definitions.labels.definitions) { $1 }
        let read = FormulaParser.parse(reference, macros: macros)
        #expect(read.tree.dump().contains("(1)"))
    }
}
