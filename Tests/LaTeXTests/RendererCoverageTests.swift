import LaTeX
import Source
import Testing

/// Names and forms that renderers of LaTeX share beyond TeX itself, and faults that all of them refuse.
@Suite struct RendererCoverageTests {
    private func fault(_ latex: String) -> Diagnostic? {
        FormulaParser.parse(Array(latex.utf8)).diagnostics.first { $0.severity == .error }
    }

    @Test(arguments: [
        // Comments inside arguments, lengths, colours and definitions.
        "\\kern{1 %c\nem}", "\\kern1 %c\nem", "\\color{#f00%c\n}x", "\\def\\foo{1 %}\n2}\\foo", "\\text{hello% c\nworld}",
        // In an address % is a sign.
        "\\href{https://a.example/%20b}{x}", "\\url%x",
        // One token as words; a command read where it stands.
        "\\gdef\\foo{hi}\\text\\foo", "\\text\\O", "\\text{a\\textit\\large b}", "\\text{\\L \\d{a}\\k{e}}",
        "\\@firstoftwo{yes}{no}", "\\@ifstar{yes}{no}*!", "\\@ifnextchar!{yes}{no}!", "L\\@binrel{=}{x}R",
        "\\gdef\\foo#1#{#1}\\foo1^{23}", "\\def\\d{\\def}\\global\\d\\foo{x}\\foo", "\\def\\b{\\bgroup\\bf\\let\\next= }\\b{a}",
        "\\char`\\%", "\\verb \\verb ,", "\\not\\operatorname{R}", "\\not\\sqrt{x}", "C_\\angln", "\\idotsint\\limits_0^1",
        "\\blue{x}+\\redA{y}", "\\rule{999em}{999em}", "\\sideset{_a}{^b}{\\sum}", "a\u{302}=b\u{338}",
        // MathJax's names.
        "a\\overwithdelims<> b", "a\\atopwithdelims[] b", "\\raise 2pt\\hbox{x}\\lower1ex{y}\\moveleft 1em{z}", "\\Space{1em}{2ex}{0pt}",
        "\\toggle{a}{b}\\endtoggle", "\\skew7\\hat A", "\\array{a&b\\\\c&d}", "\\left\\arrowvert x\\right\\bracevert",
        "\\Newextarrow{\\xfoo}{5,10}{8672}A\\xfoo[a]{b}B", "\\DeclarePairedDelimiterX\\inner[2]{\\langle}{\\rangle}{#1,#2}\\inner{a}{b}",
        "\\begin{prooftree}\\Axiom$A \\fCenter B$\\UnaryInf$C \\fCenter D$\\end{prooftree}",
        "\\begin{empheq}[left=\\empheqbiglbrack, right=\\empheqrangle]{align}a&=b\\\\c&=d\\end{empheq}", "\\begin{align}\\Aboxed{a&=b}\\\\c&=d\\end{align}",
        "\\smqty(a&b\\\\c&d)", "\\begin{pmatrix}\\xmat*{a}{2}{3}\\end{pmatrix}", "\\begin{pmatrix}\\zmat{2}{2}\\end{pmatrix}",
        "\\begin{pmatrix}\\pmat{2}\\end{pmatrix}", "\\mqty(\\admat{a,b})", "\\hypsine x+\\Probability(A)", "\\textbullet\\text{\\textbullet}",
        // unicode-math and siunitx.
        "a\\eqdef b\\leftdasharrow c\\Uuparrow d", "\\left\\lAngle x\\right\\rAngle", "\\qtylist{1;2;3}{\\metre}", "\\numrange{1}{5}",
        // What only our table has, an author may define.
        "\\newcommand{\\d}{\\mathrm{d}}\\d x", "\\newcommand{\\L}{\\mathcal{L}}\\L", "\\newcommand{\\k}{K}\\k", "\\newcommand{\\eqdef}{:=}a\\eqdef b",
    ])
    func isRead(_ latex: String) { #expect(fault(latex) == nil, "\(latex): \(fault(latex)?.message ?? "")") }

    @Test(arguments: [
        "\\gdef{\\foo}{}", "\\def{\\foo}{y}", "\\xdef\\a{\\undefinedname}", "\\raisebox5pt{text}", "\\begin{matrix*}[]a\\end{matrix*}",
        "A\u{328}", "\\begin{align}\\label{a}1\\label{b}\\end{align}", "\\begin{multline}1&1\\end{multline}", "\\begin{align}\\shoveleft 1\\end{align}",
        "\\begin{multline}1\\shoveleft 2\\end{multline}", "\\cramped[1]{x}", "\\cramped[\\scriptstyle\\scriptstyle]{x}", "x\\mspace{1em} y",
        "\\sideset{}{}{a \\sum}", "\\Space 1em{2ex}{0pt}", "\\Space{1em} 2ex{0pt}", "\\text{a b%}", "\\d x", "\\newcommand{\\frac}{x}",
    ])
    func isRefused(_ latex: String) { #expect(fault(latex) != nil, "\(latex)") }

    /// `align` and its like are displays, and so is a tag; `aligned` is not.
    @Test(arguments: [
        ("\\begin{align}a&=b\\end{align}", true), ("\\begin{split}a&=b\\end{split}", true), ("x\\tag{1}", true),
        ("\\begin{CD}A @>>> B\\end{CD}", true), ("\\begin{aligned}a&=b\\end{aligned}", false), ("\\begin{pmatrix}a\\end{pmatrix}", false),
        ("\\begin{multline}a\\end{multline}", false), ("x+1", false),
    ])
    func displayOnly(_ latex: String, _ isRefused: Bool) {
        var parsed = FormulaParser.parse(Array(latex.utf8))
        #expect(parsed.diagnostics.isEmpty)
        parsed.refuseDisplayOnly()
        #expect(parsed.diagnostics.contains { $0.severity == .error } == isRefused)
    }
}
