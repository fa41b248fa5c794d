import LaTeX
import Source
import Testing

@Suite struct LimitTests {
    @Test(arguments: ["{", "\\left(", "\\begin{matrix}", "\\sqrt{", "x^{", "\\text{$", "\\hat{", "\\sqrt[", "\\begingroup "])
    func nesting(_ opening: String) throws {
        let latex = Array(String(repeating: opening, count: 4_000).utf8)
        let parsed = FormulaParser.parse(latex)
        #expect(parsed.diagnostics.count == 1)
        #expect(try #require(parsed.diagnostics.first).code == .formulaLimit)
    }

    @Test func nestingWithinTheLimit() {
        let latex = String(repeating: "{", count: 150) + "x" + String(repeating: "}", count: 150)
        #expect(FormulaParser.parse(Array(latex.utf8)).diagnostics.isEmpty)
    }

    @Test func size() throws {
        let parsed = FormulaParser.parse(Array(repeating: 0x78, count: 64 << 10 | 1))
        #expect(try #require(parsed.diagnostics.first).code == .formulaLimit)
    }

    @Test func cells() throws {
        let latex = "\\begin{matrix}" + String(repeating: "&", count: 20_000) + "\\end{matrix}"
        let parsed = FormulaParser.parse(Array(latex.utf8))
        #expect(parsed.diagnostics.map(\.code) == [.formulaLimit])
    }

    /// A length that is too long is cut, with a warning: the formula is still worth reading.
    @Test func length() throws {
        let parsed = FormulaParser.parse(Array("a\\hspace{51em}b".utf8))
        let warning = try #require(parsed.diagnostics.first)
        #expect(warning.code == .formulaLimit && warning.severity == .warning)
        #expect(parsed.tree.nodes.contains { if case .space(let em) = $0.kind { em == 50 } else { false } })
    }

    /// A macro that doubles its argument ends in a finding, not in memory.
    @Test func expansion() throws {
        let latex = "\\def\\a#1{#1#1#1#1#1#1#1#1}" + String(repeating: "\\a{", count: 60) + "x" + String(repeating: "}", count: 60)
        let parsed = FormulaParser.parse(Array(latex.utf8))
        #expect(parsed.diagnostics.map(\.code) == [.macroLimit])
    }

    /// Shapes whose ends are looked for again and again: every one is read in a time that grows with its length, so that
    /// the largest formula is done in moments.
    @Test(arguments: [
        ("\\ce{", "->[", "}"), ("\\ce{", "H2O + ", "}"), ("\\ce{", "{", ""), ("\\pu{1 ", "kg//", "}"), ("\\si{", "\\kilo\\metre", "}"),
        ("\\begin{tikzcd}", "\\arrow[", "\\end{tikzcd}"), ("\\begin{tikzcd}", "A&", "\\end{tikzcd}"), ("\\begin{tikzcd}", "A\\\\", "\\end{tikzcd}"),
        ("\\begin{tikzcd}A\\arrow[", "\"a\"{", "]\\end{tikzcd}"), ("\\xymatrix{", "\\ar@{", "}"), ("\\begin{CD}", "@>", "\\end{CD}"),
        ("", "\\smash[", ""), ("", "\\sqrt[", ""), ("", "\\qty(", ""), ("", "\\begin{center}", ""), ("", "\\csname a", ""), ("", "\\def\\a", ""),
        ("\\begin{prooftree}", "\\AxiomC{A}", "\\end{prooftree}"), ("\\begin{tabular}{c}", "a\\\\", "\\end{tabular}"),
        ("\\def\\a#1.{#1}", "\\a ", "."), ("\\newcommand\\a[1]{#1}", "\\a{x}", ""), ("\\text{", "$x$ ", "}"), ("x", "'", ""),
        ("\\begin{matrix}", "&", "\\end{matrix}"), ("", "\\left(\\left(", ""), ("", "\\label{a}", ""), ("", "x_{x_{", ""),
    ])
    func linear(_ opening: String, _ piece: String, _ ending: String) {
        func seconds(_ bytes: Int) -> Double {
            let count = max(1, bytes / piece.utf8.count)
            let latex = Array((opening + String(repeating: piece, count: count) + ending).utf8)
            let clock = ContinuousClock()
            let elapsed = clock.measure { _ = FormulaParser.parse(latex) }
            return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        }
        // Far above what any takes in a debug build on a busy machine, far below what a square of the length costs.
        #expect(seconds(60_000) < 20)
    }

    /// A diagram with more cells than the limit, though its text is short.
    @Test func largeDiagram() {
        let latex = "\\begin{tikzcd}" + String(repeating: "A&", count: 500) + String(repeating: "A\\\\", count: 500) + "\\end{tikzcd}"
        #expect(FormulaParser.parse(Array(latex.utf8)).diagnostics.map(\.code) == [.formulaLimit])
    }

    /// Work grows with the length: nodes are a bounded number a byte, faults are capped.
    @Test(arguments: ["x", "x^2", "\\alpha ", "1+", "{a}", "}", "\\foo", "a_", "&", "\\\\", "\\frac12", "\\left(a\\right)", "'", "\\bf a", "中"])
    func flat(_ piece: String) {
        func size(_ count: Int) -> Int {
            let latex = Array(String(repeating: piece, count: count).utf8)
            let parsed = FormulaParser.parse(latex)
            #expect(parsed.diagnostics.count <= 200)
            return parsed.tree.nodes.count + parsed.tree.lists.count
        }
        let small = size(500)
        let large = size(4_000)
        #expect(large <= small * 8 + 200)
    }
}
