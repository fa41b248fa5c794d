import LaTeX
import Source
import TestSupport
import Testing

/// KaTeX's verdicts (Tests/Reference/latex) on formulas that are right, wrong and at the edge.
@Suite struct VerdictTests {
    /// Formulas that we take and KaTeX 0.16.22 does not, on purpose: what its users ask for and it lacks.
    static let wider: Set<String> = [
        "\\newcommand{\\foo}[2][x]{#1^#2}\\foo{a}\\foo[b]{c}", "\\begin{array}{*{2}{c}}a&b\\end{array}",
        "\\begin{array}{@{}c@{}}a\\end{array}", "\\mbox{a}", "\\DeclareMathOperator{\\foo}{foo}\\foo", "\\label{a}",
        "\\ref{a}", "\\eqref{a}", "\\begin{equation}\\label{a}x\\end{equation}", "\\iiiint", "\\idotsint",
        "\\begin{multline}a\\\\b\\end{multline}", "\\begin{eqnarray}a&=&b\\end{eqnarray}", "\\mspace{3mu}",
        "\\sideset{_1^2}{_3^4}\\sum", "\\prescript{a}{b}{c}", "\\cancelto{0}{x}", "\\overbracket{a}",
        "\\underbracket{a}", "\\unicode{x41}", "\\require{ams}", "\\bbox{a}",
        "\\enclose{circle}{a}", "\\matrix{a&b\\cr c&d}", "\\ce{H2O}", "\\newenvironment{a}{b}{c}", "\\dv{x}", "\\qty(a)",
    ]
    /// `\def foo` defines an active character in KaTeX, which nobody means.
    static let narrower: Set<String> = ["\\def foo{a}"]

    /// Lines of malformed.txt that are not: KaTeX lacks the command, or knows the place of `\tag` better than we need to.
    static let harmless: Set<String> = ["\\label^2", "\\label_a", "\\ref^2", "\\ref_a"]

    /// Formulas with one fault each, all of which KaTeX 0.16.22 rejects.
    @Test func noMalformedFormulaIsAccepted() throws {
        let text = try #require(Fixtures.text("Tests/Reference/latex/malformed.txt"))
        let lines = text.split(separator: "\n")
        #expect(lines.count > 2000)
        for line in lines {
            let hasFault = FormulaParser.parse(Array(line.utf8)).diagnostics.contains { $0.severity == .error }
            #expect(hasFault == !VerdictTests.harmless.contains(String(line)), "\(line)")
        }
    }

    @Test func agree() throws {
        let reference = try Fixtures.reference("latex/verdicts.json")
        guard case .object(let top) = reference, case .array(let verdicts)? = top["verdicts"] else {
            Issue.record("the reference has no verdicts")
            return
        }
        #expect(verdicts.count > 300)
        for verdict in verdicts {
            guard case .object(let fields) = verdict, case .string(let latex)? = fields["latex"],
                case .bool(let accepted)? = fields["accepted"]
            else {
                Issue.record("a verdict of another form")
                continue
            }
            let fault = FormulaParser.parse(Array(latex.utf8)).diagnostics.first { $0.severity == .error }
            if accepted {
                if !VerdictTests.narrower.contains(latex) { #expect(fault == nil, "\(latex): \(fault?.message ?? "")") }
            } else {
                #expect((fault == nil) == VerdictTests.wider.contains(latex), "\(latex): \(fault?.message ?? "accepted")")
            }
        }
    }
}
