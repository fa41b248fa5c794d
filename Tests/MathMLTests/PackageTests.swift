import LaTeX
import MathML
import Source
import Testing

/// Commands and environments of packages, by the LaTeX that they are short for.
@Suite struct PackageTests {
    @Test(arguments: [
        // physics
        ("\\dv{f}{x}", "\\frac{\\mathrm{d} f}{\\mathrm{d} x}"), ("\\dv[2]{f}{x}", "\\frac{\\mathrm{d}^{2} f}{\\mathrm{d} x^{2}}"),
        ("\\dv{x}", "\\frac{\\mathrm{d}}{\\mathrm{d} x}"), ("\\pdv{f}{x}{y}", "\\frac{\\partial^{2} f}{\\partial x\\partial y}"),
        ("\\pdv[3]{f}{x}", "\\frac{\\partial^{3} f}{\\partial x^{3}}"), ("\\dd{x}", "\\,\\mathrm{d}{x}"), ("\\dd x", "\\mathrm{d} x"),
        ("\\qty(\\frac{a}{b})", "{\\left(\\frac{a}{b}\\right)}"), ("\\qty[a(b]c)]", "{\\left[a(b\\right]}c)]"),
        ("\\qty{a}", "{\\left\\{a\\right\\}}"), ("\\qty|a|", "{\\left|a\\right|}"), ("\\abs{x}^2", "{\\left|x\\right|}^2"),
        ("\\norm{x}_2", "{\\left\\|x\\right\\|}_2"), ("\\comm{A}{B}", "{\\left[A,B\\right]}"), ("x^\\abs{a}", "x^{\\left|a\\right|}"),
        ("\\eval{x}_0^1", "\\left.x\\right|_0^1"), ("\\eval(x|_0", "\\left(x\\right|_0"), ("\\tr A", "\\operatorname{tr} A"),
        ("\\expval{A}{\\psi}", "{\\left\\langle\\psi\\middle|A\\middle|\\psi\\right\\rangle}"), ("\\vb{a}", "\\mathbf{a}"),
        ("\\mqty(a & b \\\\ c & d)", "\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix}"),
        ("\\imat{2}", "\\begin{matrix}1&0\\\\0&1\\end{matrix}"), ("\\grad f", "\\boldsymbol{\\nabla} f"),
        // An author's definition stands before a package's.
        ("\\newcommand{\\abs}[1]{a#1}\\abs{x}", "ax"), ("\\def\\tr{t}\\tr", "t"), ("\\DeclareMathOperator{\\rank}{rk}\\rank", "\\operatorname{rk}"),
        // mhchem
        ("\\ce{H2O}", "{\\mathrm{H}_{2}\\mathrm{O}}"), ("\\ce{SO4^2-}", "{\\mathrm{SO}_{4}^{2-}}"), ("\\ce{Na+}", "{\\mathrm{Na}^{+}}"),
        ("\\ce{2H2 + O2}", "{2\\,\\mathrm{H}_{2} + \\mathrm{O}_{2}}"), ("\\ce{Fe^{3+}}", "{\\mathrm{Fe}^{3+}}"),
        ("\\ce{A -> B}", "{\\mathrm{A}\\;\\xrightarrow{\\;\\;\\;\\;}\\;\\mathrm{B}}"),
        ("\\ce{A <=>[k] B}", "{\\mathrm{A}\\;\\xrightleftharpoons{\\;\\;{k}\\;\\;}\\;\\mathrm{B}}"),
        ("\\ce{C6H5-CHO}", "{\\mathrm{C}_{6}\\mathrm{H}_{5}{-}\\mathrm{CHO}}"), ("\\ce{^{14}_{6}C}", "{{}^{14}_{6}\\mathrm{C}}"),
        ("\\ce{[Fe(CN)6]^3-}", "{[\\mathrm{Fe}(\\mathrm{CN})_{6}]^{3-}}"), ("\\ce{1/2 O2}", "{\\tfrac{1}{2}\\,\\mathrm{O}_{2}}"),
        ("\\ce{CuSO4 * 5H2O}", "{\\mathrm{CuSO}_{4} \\cdot 5\\,\\mathrm{H}_{2}\\mathrm{O}}"), ("\\ce{BaSO4 v}", "{\\mathrm{BaSO}_{4} \\downarrow}"),
        ("\\ce{e-}", "{\\mathrm{e}^{-}}"), ("\\ce{H2 ^}", "{\\mathrm{H}_{2} \\uparrow}"),
        ("\\pu{123 kJ}", "{123~\\mathrm{kJ}}"), ("\\pu{1.2e3 m/s^2}", "{1.2\\times 10^{3}~\\mathrm{m}/\\mathrm{s}^{2}}"),
        ("\\pu{kJ*mol-1}", "{\\mathrm{kJ}\\,\\mathrm{mol}^{-1}}"),
        // siunitx
        ("\\text{a \\ce{H2O} b}", "\\text{a ${\\mathrm{H}_{2}\\mathrm{O}}$ b}"), ("\\text{\\SI{1}{kg}}", "\\text{${{1}\\,{\\mathrm{kg}}}$}"),
        ("\\SI{10}{\\kilo\\metre\\per\\second}", "{{10}\\,{\\mathrm{km}\\,\\mathrm{s}^{-1}}}"), ("\\num{1e-5}", "{1\\times 10^{-5}}"),
        ("\\qty{5}{kg}", "{{5}\\,{\\mathrm{kg}}}"), ("\\si{m.s^{-1}}", "{\\mathrm{m}\\,\\mathrm{s}^{-1}}"), ("\\ang{30;5}", "{30^{\\circ}5'}"),
        // Environments
        ("\\begin{subequations}\\begin{align}a&=b\\end{align}\\end{subequations}", "{\\begin{align}a&=b\\end{align}}"),
        ("\\begin{cases*}a & if $x>0$\\\\b&else\\end{cases*}", "{\\begin{cases}a &\\text{if $x>0$}\\\\b&\\text{else}\\end{cases}}"),
        ("\\begin{numcases}{f=}a & x>0\\end{numcases}", "{f=\\begin{dcases}a & x>0\\end{dcases}}"),
        ("\\begin{empheq}[left=\\empheqlbrace]{align}a&=b\\end{empheq}", "{\\left\\{\\begin{aligned}a&=b\\end{aligned}\\right.}"),
        ("\\begin{tabular}{|l|c|}\\hline a & $x$\\\\ \\hline\\end{tabular}", "{\\begin{array}{|l|c|}\\hline \\text{a }&\\text{$x$}\\\\ \\hline\\end{array}}"),
        ("\\begin{prooftree}\\AxiomC{$A$}\\AxiomC{B}\\RightLabel{$r$}\\BinaryInfC{$C$}\\end{prooftree}", "{\\dfrac{{A}\\qquad\\text{B}}{{C}}\\,{\\scriptstyle{r}}}"),
        ("\\newenvironment{m}[1]{\\begin{array}{#1}}{\\end{array}}\\begin{m}{cc}a&b\\end{m}", "{\\begin{array}{cc} a&b\\end{array}}"),
        ("\\newenvironment{b}{\\left(}{\\right)}\\begin{b}x\\end{b}", "{\\left( x\\right)}"),
        ("\\bordermatrix{ & 1 \\cr 2 & a \\cr}", "{\\begin{matrix} & \\begin{matrix} 1 \\end{matrix}\\\\\\begin{matrix}2\\end{matrix}&\\begin{pmatrix} a \\end{pmatrix}\\end{matrix}}"),
        // Short forms
        ("\\root 3 \\of x", "\\sqrt[3]x"), ("\\buildrel a \\over b", "\\mathrel{\\overset{a}{b}}"), ("\\unicode[STIX]{x3B1}", "α"),
        ("\\definecolor{c}{RGB}{255,0,16}\\textcolor{c}{x}", "\\textcolor{#ff0010}{x}"), ("\\textcolor[HTML]{00FF00}{x}", "\\textcolor{#00FF00}{x}"),
        ("\\DeclarePairedDelimiter{\\foo}{\\lvert}{\\rvert}\\foo*{x}+\\foo{y}+\\foo[\\big]{z}", "{\\left\\lvert x\\right\\rvert}+{\\lvert y\\rvert}+{\\big\\lvert z\\big\\rvert}"),
        ("\\csname alpha\\endcsname", "\\alpha"), ("\\upalpha\\Upgamma", "\\mathrm{\\alpha}\\Gamma"), ("\\text{1\\textsuperscript{st}}", "\\text{1${}^{\\text{st}}$}"),
        ("\\begin{array}{*2{c}r}a&b&c\\end{array}", "\\begin{array}{ccr}a&b&c\\end{array}"), ("\\mapsfrom", "\\mathrel{↤}"),
        ("\\color[gray]{1}x", "\\color{#ffffff}x"), ("\\hat\\bf x", "\\hat{\\bf x}"),
        ("\\begin{IEEEeqnarray}{rCl}a&=&b\\end{IEEEeqnarray}", "\\begin{eqnarray}a&=&b\\end{eqnarray}"),
    ])
    func means(_ latex: String, _ plain: String) {
        let parsed = FormulaParser.parse(Array(latex.utf8))
        #expect(parsed.diagnostics.map(\.message) == [])
        #expect(FormulaParser.parse(Array(plain.utf8)).diagnostics.map(\.message) == [])
        #expect(markup(latex, display: true) == markup(plain, display: true))
        #expect(parsed.tree.nodes.allSatisfy { $0.range.upper <= latex.utf8.count })
    }

    @Test(arguments: [
        ("\\begin{array}{c|c}\\multicolumn{2}{l|}{x}\\\\a&b\\end{array}", "<mtr><mtd columnspan=\"2\" class=\"gm-left gm-rule-right\"><mi>x</mi></mtd></mtr>"),
        ("\\begin{array}{ccc}a&b&c\\\\\\cline{2-3}d&e&f\\end{array}", "<mtr><mtd><mi>d</mi></mtd><mtd class=\"gm-rule-top\"><mi>e</mi></mtd><mtd class=\"gm-rule-top\"><mi>f</mi></mtd></mtr>"),
        ("\\begin{array}{cc}a&b\\\\\\hhline{~-}\\end{array}", "<mtr><mtd><mi>a</mi></mtd><mtd class=\"gm-rule-bottom\"><mi>b</mi></mtd></mtr>"),
        ("\\begin{matrix}\\cellcolor{red}a&b\\end{matrix}", "<mtr><mtd mathbackground=\"red\" mathcolor=\"black\"><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"),
        ("\\begin{array}{cc}\\rowcolor[HTML]{FFAA00}a&b\\\\c&d\\end{array}", "<mtr><mtd mathbackground=\"#FFAA00\" mathcolor=\"black\"><mi>a</mi></mtd><mtd mathbackground=\"#FFAA00\" mathcolor=\"black\"><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd>"),
        ("\\begin{array}{cc}\\toprule a&b\\\\\\bottomrule\\end{array}", "<mtd class=\"gm-rule-top gm-rule-bottom\"><mi>a</mi></mtd>"),
        ("\\begin{align}a&=b\\\\\\intertext{and}c&=d\\end{align}", "<mtr><mtd class=\"gm-left\"><mpadded width=\"0\"><mtext>and</mtext></mpadded></mtd></mtr>"),
        ("\\begin{bmatrix}[c|c]a&b\\end{bmatrix}", "<mtd class=\"gm-rule-left\"><mi>b</mi></mtd>"),
        ("\\begin{psmallmatrix}a\\end{psmallmatrix}", "<mo form=\"prefix\" stretchy=\"true\">(</mo><mstyle scriptlevel=\"1\"><mtable class=\"gm-matrix gm-small\">"),
        ("\\begin{multline}a\\\\b\\\\c\\end{multline}", "<mtd class=\"gm-left\"><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr><mtr><mtd class=\"gm-right\"><mi>c</mi></mtd>"),
        ("\\bbox[yellow]{x}", "<mrow class=\"gm-colour-box\" mathbackground=\"yellow\" mathcolor=\"black\"><mi>x</mi></mrow>"), ("\\bbox[5px,border:1px solid red]{x}", "<mrow class=\"gm-box\"><mi>x</mi></mrow>"),
        ("\\begin{lgathered}a\\end{lgathered}", "<mtable class=\"gm-gathered\" displaystyle=\"true\"><mtr><mtd class=\"gm-left\">"),
    ])
    func tables(_ latex: String, _ piece: String) {
        #expect(FormulaParser.parse(Array(latex.utf8)).diagnostics.map(\.message) == [])
        #expect(markup(latex).contains(piece), "\(markup(latex))")
    }

    @Test(arguments: [
        ("\\multicolumn{2}{c}{x}", FindingCode.misplacedAlignment), ("\\begin{matrix}\\multicolumn{x}{c}{y}\\end{matrix}", .badArgument),
        ("\\begin{array}{c}a\\\\\\cline{2-1}b\\end{array}", .badArgument), ("a\\cline{1-2}", .misplacedAlignment),
        ("\\dv", .missingArgument), ("\\qty", .missingArgument), ("\\qty(a", .missingArgument), ("\\ce", .missingArgument),
        ("\\ce{H2O", .unbalancedBrace), ("\\textcolor[RGB]{256,0,0}{x}", .badArgument), ("\\definecolor{a}{foo}{1}", .badArgument),
        ("\\begin{prooftree}\\AxiomC{A}\\BinaryInfC{B}\\end{prooftree}", .badArgument), ("\\begin{numcases}{a}b", .environmentMismatch),
        ("\\newenvironment{a}{\\begin{a}}{\\end{a}}\\begin{a}x\\end{a}", .formulaLimit), ("\\text{\\cancel{a}}", .modeError),
        ("\\begin{empheq}{foo}a\\end{empheq}", .badArgument), ("\\root 3 x", .missingArgument), ("\\imat{x}", .badArgument),
        ("\u{8}eta", .unknownCommand), ("a+\u{C}rac{1}{2}", .unknownCommand), ("\\hat \u{B}arepsilon", .missingArgument),
        ("x\theta", .unknownCommand),
    ] as [(String, FindingCode)])
    func faults(_ latex: String, _ code: FindingCode) {
        let first = FormulaParser.parse(Array(latex.utf8)).diagnostics.first { $0.severity == .error }
        #expect(first?.code == code, "\(first?.message ?? "accepted")")
        #expect((first?.range.upper ?? 0) <= latex.utf8.count)
    }

    /// A command whose backslash was lost names itself.
    @Test func aLostBackslashIsExplained() {
        let parsed = FormulaParser.parse(Array("y = X\u{8}eta + \u{7}lpha".utf8))
        #expect(parsed.diagnostics.map(\.range) == [ByteRange(5, 9), ByteRange(12, 17)])
        #expect(parsed.diagnostics.first?.help?.contains("\\beta") == true)
    }
}
