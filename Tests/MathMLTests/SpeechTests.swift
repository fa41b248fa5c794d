import LaTeX
import MathML
import TestSupport
import Testing

@Suite struct SpeechTests {
    private func words(_ latex: String, _ language: FormulaSpeech.Language) -> String {
        FormulaSpeech(language).words(FormulaParser.parse(Array(latex.utf8)).tree)
    }

    /// Formulas are read as a teacher reads them, in both languages.
    @Test func formulasAreReadAloud() throws {
        let text = try #require(Fixtures.text("Tests/Fixtures/speech/formulas.tsv"))
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(rows.count >= 150)
        for row in rows {
            let parts = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3 else {
                Issue.record("a row of another form: \(row)")
                continue
            }
            #expect(words(parts[0], .english) == parts[1], "\(parts[0])")
            #expect(words(parts[0], .chinese) == parts[2], "\(parts[0])")
        }
    }

    /// Time and words are linear in the formula, and no nesting exhausts the stack.
    @Test(arguments: [
        String(repeating: "(", count: 20_000), String(repeating: "(", count: 9_000) + String(repeating: ")", count: 9_000),
        String(repeating: "|", count: 20_000), String(repeating: "\\sum", count: 8_000), String(repeating: "\\int dx", count: 4_000),
        String(repeating: "f(", count: 8_000), String(repeating: "\\log", count: 8_000), String(repeating: "x\\ \\ ", count: 6_000),
        String(repeating: "\\nabla", count: 6_000), String(repeating: "a:b", count: 8_000), String(repeating: "x+", count: 10_000),
    ])
    func longFormulasAreReadInLinearTime(_ latex: String) {
        for language in [FormulaSpeech.Language.english, .chinese] {
            let clock = ContinuousClock()
            let spoken = clock.measure { #expect(!words(latex, language).isEmpty) }
            #expect(spoken < .seconds(8))
        }
    }
}
