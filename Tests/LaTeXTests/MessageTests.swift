import LaTeX
import Source
import Testing

@Suite struct MessageTests {
    /// Messages are one line, whatever they quote.
    @Test(arguments: ["\\hspace{1\n2}", "\\begin{a\nb}", "\\frac\\\n", "\\color{a\nb}", "\\left\n"])
    func oneLine(_ latex: String) {
        let diagnostics = FormulaParser.parse(Array(latex.utf8)).diagnostics
        #expect(!diagnostics.isEmpty)
        for diagnostic in diagnostics {
            #expect(diagnostic.message.utf8.allSatisfy { $0 >= 0x20 })
            #expect(diagnostic.help?.utf8.allSatisfy { $0 >= 0x20 } ?? true)
        }
    }
}
