import Catalogue
import Checks
import Markdown
import Source
import TestSupport
import Testing

@Suite struct LedgerJSONTests {
    static let text = """
        # Sigmoid

        The sigmoid $\\sigma(x) = \\frac{1}{1 + e^{-x}}$ and $x$.

        <!-- gloss: let x = 0.5 -->
        <!-- gloss: expect 0.6225 within 1e-4 -->
        $$
        \\frac{1}{1 + e^{-x}}
        $$

        Wrong: $\\log \\frac{a}{b} = \\log b - \\log a$ and $\\hatt{y}$.

        ```python
        def f(x):
            return x
        ```
        """

    @Test func conformsToItsSchema() throws {
        let bytes = try #require(Fixtures.bytes("Schemas/check.schema.json"))
        let validator = SchemaValidator(try JSONValue(parsing: bytes))
        let ledger = Ledger(notes: [NoteRun.record(Self.text)])
        let json = ledger.json()
        #expect(validator.faults(in: json) == [])
        // What is written reads back as what was meant.
        #expect(try JSONValue(parsing: json.serialized())["summary"] == json["summary"])
        // The validator can fail.
        #expect(validator.faults(in: ["version": 2]).count > 3)
    }

    @Test func countsAddUp() throws {
        let record = NoteRun.record(Self.text)
        let summary = Ledger(notes: [record]).summary
        #expect(summary.formulaTotal == record.note.formulas.count)
        #expect(summary.codeTotal == record.note.code.count)
        #expect(summary.findings.values.reduce(0, +) == record.findings.count)
        #expect(Ledger(notes: [record]).hasErrors)
    }

    @Test func valuesAreNestedLists() throws {
        let json = Ledger(notes: [NoteRun.record(Self.text)]).json()
        let formulas = try #require(json["formulas"]?.elements)
        let expected = try #require(formulas.first { $0["line"] == 7 })
        #expect(expected["shape"] == [])
        let value = try #require(expected["value"]?.double)
        // 1/(1 + exp(-0.5)) by mpmath.
        #expect(abs(value - 0.622459331201854593) < 1e-15)
        #expect(expected["outcome"] == "verified")
        let statement = try #require(expected["statements"]?.elements?.first)
        #expect(statement["sample"] == ["x": 0.5])
        #expect(statement["evidence"]?.elements?.contains { $0["by"] == "expectation" } ?? false)
    }

    @Test func doesNotDependOnTheOrderOfNotes() {
        let notes = (0..<6).map { NoteRun.note(Self.text + "\n\nNote \($0): $\($0) + 1 = \($0 + 1)$\n", name: "n\($0).md") }
        let entries = StandardCatalogue.table.entries
        let together = NoteChecker.check(
            notes: notes.reversed(), configuration: CheckConfiguration(), catalogue: entries, clock: { 0 })
        let alone = notes.map {
            NoteChecker.check(note: $0, configuration: CheckConfiguration(), catalogue: entries, clock: { 0 })
        }
        #expect(together.json().serialized() == Ledger(notes: alone).json().serialized())
    }

    @Test func aFormulaMovedElsewhereKeepsItsValues() throws {
        let alone = NoteRun.record("$\\sum_{i=1}^{n} x_i^2$")
        let moved = NoteRun.record("# Other\n\nText $a + b$.\n\n> $\\sum_{i=1}^{n} x_i^2$")
        let (a, b) = (try #require(alone.formulas.last?.value), try #require(moved.formulas.last?.value))
        #expect(JSONValue(a) == JSONValue(b))
    }
}
