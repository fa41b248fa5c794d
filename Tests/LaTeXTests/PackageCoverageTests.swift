import LaTeX
import Source
import Testing

/// What users of packages write, each read without complaint, and what is wrong in it told.
@Suite struct PackageCoverageTests {
    @Test(arguments: [
        "\\ce{H2(aq)}", "\\ce{CO3^2-_{(aq)}}", "\\ce{NaOH(aq,$\\infty$)}", "\\ce{Fe^n+}", "\\ce{NO^{(2.)-}}", "\\ce{Mg^.._{Li,x}}", "\\ce{$V$'_{Li,x}}",
        "\\ce{Fe(CN)_{$\\frac{6}{2}$}}", "\\ce{X_$i$^$x$}", "\\ce{{Gluconic Acid} + H2O2}", "\\ce{{(+)}_589{-}[Co(en)3]Cl3}", "\\ce{A\\bond{~-}B}",
        "\\ce{1s^2-N}", "\\ce{[Pt(\\eta^2-C2H4)Cl3]-}", "\\ce{ZnS(\\ca$c$)}", "\\ce{Hg^2+ ->[I-] $\\underset{\\text{red}}{\\ce{HgI2}}$}",
        "\\pu{123 kJ//mol}", "\\pu{1.2(2)e-3 m}", "\\SI{3.0(2)e8}{\\metre\\per\\second}", "\\si{\\square\\metre\\tothe{3}}", "\\si{kg.m^{-3}}", "\\num{2 x 3}",
        "\\begin{tikzcd} A \\arrow[r, \"f\"] \\arrow[d, \"g\"'] & B \\arrow[d, \"h\"] \\\\ C \\arrow[r, \"k\"'] & D \\end{tikzcd}",
        "\\begin{tikzcd}[row sep=large] A \\arrow[rd, dashed] \\arrow[r, hook, \"\\iota\"] & B \\arrow[d, two heads] \\\\ & C \\end{tikzcd}",
        "\\begin{tikzcd} A & B \\arrow[\"f\", from=1-1, to=1-2] \\end{tikzcd}", "\\xymatrix@C=1em{A \\ar[r]^f \\ar@{-->}[d]_g & B \\\\ C}",
        "\\AxiomC{A}\\AxiomC{B}\\BinaryInfC{C}\\DisplayProof", "\\Axiom$A \\fCenter B$\\UnaryInf$A \\fCenter C$\\DisplayProof", "\\notChar",
        "\\DeclarePairedDelimitersX\\foo[1]{(}{)}{#1}\\foo{x}", "\\qty\\big(x)", "\\\\begin{CD}", "\\newcommand\\foo[10]{#1}\\foo 0123456789",
    ])
    func accepts(_ latex: String) {
        var parsed = FormulaParser.parse(Array(latex.utf8))
        parsed.refuseDisplayOnly()
        #expect(parsed.diagnostics.first { $0.severity == .error } == nil)
    }

    @Test(arguments: [
        "\\text{\\backslash}", "\\text{\\lvert x}", "\\text{\\dagger}", "\\text{\\endgroup}", "\\text{\\cr}", "\\text{\\vcenter{a}}", "\\mathrel'", "\\mathop'",
        "\\htmlData{x}{y}", "\\si{\\kilo\\metrre}", "\\num{1\\foo}", "\\AxiomC{A}", "\\begin{CD}a\\end{CD}", "\\AxiomC{A}\\BinaryInfC{B}\\DisplayProof",
    ])
    func refuses(_ latex: String) {
        var parsed = FormulaParser.parse(Array(latex.utf8))
        parsed.refuseDisplayOnly()
        #expect(parsed.diagnostics.contains { $0.severity == .error })
    }

    /// What a diagram stands for.
    @Test func diagram() {
        let tikz = FormulaParser.parse(Array("\\begin{tikzcd} A \\arrow[r, \"f\"] & B \\\\ C \\arrow[u, \"g\"'] \\end{tikzcd}".utf8)).tree
        let xy = FormulaParser.parse(Array("\\xymatrix{ A \\ar[r]^f & B \\\\ C \\ar[u]_g }".utf8)).tree
        let array = tikz.tables.first { $0.environment == "array" }
        #expect(array?.rows.map(\.count) == [3, 3, 3])
        #expect(xy.tables.map(\.rows).first?.map(\.count) == [3, 3, 3])
        func shape(_ tree: MathTree) -> [String] { tree.dump().split(separator: "\n").map { $0.prefix { !$0.isNumber }.trimmingSpaces } }
        #expect(shape(tikz) == shape(xy))
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(split(separator: " ").joined(separator: " ")) }
}
