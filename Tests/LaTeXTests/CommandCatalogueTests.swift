import LaTeX
import Source
import Testing

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
