import LaTeX
import Source
import Testing

/// A fault in what is rewritten before it is read is found where the author typed it.
@Suite struct PlaceTests {
    @Test(arguments: [
        "\\SI{10}{⟦\\metrre⟧}", "\\si{\\kilo⟦\\meterr⟧\\per\\second}", "\\num{1.2 ⟦\\foo⟧}", "\\SI{1^2⟦^⟧3}{m}", "\\qty{1}{⟦\\metrre⟧}",
        "\\ce{H2O + ⟦\\foo⟧}", "\\ce{A ->[⟦\\fooo⟧] B}", "\\ce{$x^2⟦^⟧3$ + H2O}", "\\pu{3 ⟦\\metrre⟧}",
        "\\dv{⟦\\foo⟧}{x}", "\\pdv{f}{x^2⟦^⟧3}", "\\qty(\\frac{a}{⟦\\bta⟧})", "\\qty[a ⟦&⟧ b]", "\\qty\\big(⟦\\bta⟧)", "\\ev{⟦\\foo⟧}{\\psi}",
        "\\mqty(a & b \\\\ ⟦\\fraq⟧ & d)", "\\eval(⟦\\foo⟧|", "\\dmat{1,⟦\\foo⟧}", "\\ketbra{⟦\\foo⟧}{b}", "\\vb{⟦\\foo⟧}", "\\qq{⟦\\foo⟧}",
        "\\begin{empheq}[left=\\empheqlbrace]{align} a &= ⟦\\bta⟧ \\\\ c &= d \\end{empheq}",
        "\\begin{numcases}{f=} ⟦\\foo⟧ & $x$ \\\\ y & else \\end{numcases}",
        "\\begin{numcases}{f=} a & $x^2⟦^⟧3$ \\end{numcases}", "\\begin{cases*} a^b⟦^⟧c & if $x$ \\end{cases*}",
        "\\begin{tabular}{cc} a & $⟦\\foo⟧$ \\end{tabular}", "\\begin{subequations} a ⟦\\foo⟧ \\end{subequations}",
        "\\bordermatrix{ & 1 & ⟦\\twoo⟧ \\cr a & b & c}", "\\begin{CD} A @>⟦\\foo⟧>> B \\\\ @VVV @VVV \\\\ C @>>> D \\end{CD}",
        "\\begin{CD} A @>>> B \\\\ ⟦@X⟧ C \\end{CD}", "\\begin{tikzcd} A \\arrow[r, \"⟦\\foo⟧\"] & B \\end{tikzcd}",
        "\\begin{tikzcd} A \\arrow[r] & B^2⟦^⟧3 \\end{tikzcd}", "\\xymatrix{A \\ar[r]^{⟦\\foo⟧} & B}",
        "\\begin{prooftree}\\AxiomC{$A ⟦\\fooo⟧ B$}\\UnaryInfC{B}\\end{prooftree}", "\\infer{⟦\\foo⟧}{A & B}",
        "\\newcommand{\\half}[1]{\\frac{#1}{2}} \\half{⟦\\foo⟧}", "\\newcommand{\\f}[2]{#2_{#1}} \\f{⟦\\foo⟧}{b}",
        "\\newcommand{\\g}{\\bta} x + ⟦\\g⟧", "\\newcommand{\\g}{\\bta} \\newcommand{\\h}[1]{\\g #1} ⟦\\h{x}⟧",
        "\\newcommand{\\one}[1]{#1} \\newcommand{\\two}[1]{#1} \\one{\\two{⟦\\foo⟧}}",
        "\\newcommand{\\one}[1]{#1} \\newcommand{\\g}{\\bta} \\one{x ⟦\\g⟧}",
        "\\newenvironment{e}{\\left(}{\\right)} \\begin{e} ⟦\\foo⟧ \\end{e}",
        "\\DeclarePairedDelimiter\\abs{|}{|} \\abs{⟦\\foo⟧}", "\\root ⟦\\fo⟧ \\of x", "\\begin{aligned}\\Aboxed{a &= ⟦\\foo⟧}\\end{aligned}",
        "\\buildrel ⟦\\foo⟧ \\over =", "\\def\\a#1.{#1} \\a ⟦\\foo⟧.", "\\csname a\\endcsname",
    ])
    func place(_ marked: String) throws {
        let expected = Marked(marked)
        let parsed = FormulaParser.parse(expected.latex)
        if expected.range.isEmpty {
            #expect(parsed.diagnostics.first?.range == ByteRange(0, expected.latex.count))
            return
        }
        let fault = try #require(parsed.diagnostics.first { $0.severity == .error })
        #expect(fault.range == expected.range, "\(fault.message)")
    }

    /// The place of a fault in a definition is that of its use: the message says so.
    @Test func faultInDefinition() throws {
        let fault = try #require(FormulaParser.parse(Array("\\newcommand{\\g}{\\bta} x + \\g".utf8)).diagnostics.first)
        #expect(fault.message == "\\bta is not a command, in what \\g stands for")
    }

    /// Nodes of an argument have its range; those of the definition that of the use.
    @Test func nodes() {
        let dump = FormulaParser.parse(Array("\\newcommand{\\p}[2]{#2+#1}\\p{x}{y}".utf8)).tree.dump()
        #expect(dump.contains("atom x 28..29"))
        #expect(dump.contains("atom y 31..32"))
        #expect(dump.contains("binary + 25..33"))
    }
}
