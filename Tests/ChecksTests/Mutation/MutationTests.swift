import Catalogue
import Checks
import Markdown
import Source
import Testing

/// How many slips in right statements are found, by kind; and that the right statements are left alone.
@Suite struct MutationTests {
    @Test(arguments: RightStatements.all) func rightStatementsAreLeftAlone(_ text: String) {
        #expect(NoteRun.record(text).findings.filter { $0.severity != .info && $0.code.family != .hazards }.map(\.code.code) == [])
    }

    /// The least share of slips that errors find, in percent: raise it when more are.
    static let least: [Mutant.Kind: Int] = [
        .index: 0, .factor: 55, .power: 90, .transpose: 7, .bound: 88, .number: 90, .function: 95, .bracket: 85, .operand: 50,
    ]

    @Test func slipsAreFound() {
        let context = CheckContext(StandardCatalogue.table.entries)
        var records: [MutationRecord] = []
        for text in RightStatements.all {
            records += MutationCheck.run(
                note: NoteRun.note(text), configuration: CheckConfiguration(), context: context, clock: { 0 })
        }
        for kind in Mutant.Kind.allCases {
            let own = records.filter { $0.kind == kind && $0.fate != .dropped }
            let missed = own.filter { $0.fate == .survived }.map(\.latex)
            let share = own.isEmpty ? 0 : 100 * (own.count - missed.count) / own.count
            #expect(share >= Self.least[kind, default: 100], "\(kind): \(own.count - missed.count) of \(own.count); missed:\n\(missed.joined(separator: "\n"))")
            #expect(records.count { $0.kind == kind && $0.fate == .dropped } * 100 <= 15 * records.count { $0.kind == kind }, "\(kind)")
        }
    }

    @Test func changesOnePlace() {
        let records = MutationCheck.run(
            note: NoteRun.note(#"$$\sum_{i=1}^{n} i = \frac{n (n + 1)}{2}$$"#), configuration: CheckConfiguration(),
            context: CheckContext(StandardCatalogue.table.entries), clock: { 0 })
        for wanted in [
            #"\sum_{i=1}^{n} i = \frac{n (n - 1)}{2}"#, #"\sum_{i=2}^{n} i = \frac{n (n + 1)}{2}"#, #"\sum_{i=1}^{n - 1} i = \frac{n (n + 1)}{2}"#,
            #"\prod_{i=1}^{n} i = \frac{n (n + 1)}{2}"#, #"\sum_{i=1}^{n} i = \frac{2}{n (n + 1)}"#, #"\sum_{i=1}^{n} i = \frac{ (n + 1)}{2}"#,
            #"\sum_{i=1}^{n} i = \frac{n n + 1 }{2}"#, #"\sum_{i=1}^{n} i = \frac{n (n + 1}{2}"#, #"\sum_{i=1}^{n} i = \frac{n (n + 1)}{3}"#,
        ] {
            let words = wanted.split(separator: " ")
            #expect(records.contains { $0.latex.split(separator: " ") == words && $0.fate == .caught }, "\(wanted)")
        }
    }

    /// The brackets of the text around an inline formula are counted with the slip in it.
    @Test(arguments: [#"The rule is $P(A, B) = P(A \mid B) P(B)$."#, "and\n\n- ReLU: $ReLU(x) = \\max(0, x)$"]) func bracketsMissInline(_ text: String) {
        let records = MutationCheck.run(
            note: NoteRun.note(text), configuration: CheckConfiguration(), context: CheckContext(StandardCatalogue.table.entries), clock: { 0 })
        let brackets = records.filter { $0.kind == .bracket }
        #expect(brackets.count >= 4)
        #expect(brackets.filter { $0.fate != .caught }.map(\.latex) == [])
    }
}
