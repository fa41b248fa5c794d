import LaTeX
import MathML
import Source
import Testing

/// What stands between `<math …>` and `</math>`.
func markup(_ latex: String, display: Bool = false) -> String {
    var out = ByteBuffer()
    MathMLRenderer(display: display).render(FormulaParser.parse(Array(latex.utf8)).tree, to: &out)
    let text = out.string
    guard let start = text.firstIndex(of: ">"), text.hasSuffix("</math>") else { return text }
    return String(text[text.index(after: start)...].dropLast(7))
}

@Suite struct MarkupTests {
    @Test(arguments: [
        ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        ("{}_2", "<msub><mrow></mrow><mn>2</mn></msub>"),
        ("\\frac{1}{2a}", "<mfrac><mn>1</mn><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>"),
        (
            "\\binom nk",
            "<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac>"
                + "<mo form=\"postfix\" stretchy=\"true\">)</mo></mrow>"
        ),
        ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        ("\\sqrt{xy}", "<msqrt><mi>x</mi><mi>y</mi></msqrt>"),
        // Fonts are characters; one upright letter is marked; several are one word.
        ("\\mathbf{W}", "<mi>𝐖</mi>"), ("\\mathbb R", "<mi>ℝ</mi>"), ("\\mathcal{L}", "<mi>ℒ</mi>"),
        ("\\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>"), ("\\mathrm{in}", "<mi>in</mi>"),
        ("\\mathbf{1}", "<mn>𝟏</mn>"), ("\\mathit{h}", "<mi>ℎ</mi>"), ("\\boldsymbol\\alpha", "<mi>𝜶</mi>"),
        ("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
        // Brackets do not stretch unless they are asked to.
        ("(x)", "<mo form=\"prefix\" stretchy=\"false\">(</mo><mi>x</mi><mo form=\"postfix\" stretchy=\"false\">)</mo>"),
        (
            "\\left(\\frac ab\\right.",
            "<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac></mrow>"
        ),
        (
            "|x|",
            "<mo form=\"prefix\" stretchy=\"false\">|</mo><mi>x</mi><mo form=\"postfix\" stretchy=\"false\">|</mo>"
        ),
        // Function application, and no space before a bracket.
        ("\\log x", "<mi>log</mi><mo>\u{2061}</mo><mspace width=\"0.1667em\"/><mi>x</mi>"),
        (
            "\\sin(x)",
            "<mi>sin</mi><mo>\u{2061}</mo><mo form=\"prefix\" stretchy=\"false\">(</mo><mi>x</mi>"
                + "<mo form=\"postfix\" stretchy=\"false\">)</mo>"
        ),
        (
            "\\max_i a",
            "<munder><mo lspace=\"0\" rspace=\"0\" movablelimits=\"true\">max</mo><mi>i</mi></munder><mo>\u{2061}</mo>"
                + "<mspace width=\"0.1667em\"/><mi>a</mi>"
        ),
        ("\\sum_{i}^n", "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>"),
        ("\\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"),
        ("\\sum\\nolimits_i", "<msub><mo>∑</mo><mi>i</mi></msub>"),
        ("\\sum\\limits_i", "<munder><mo movablelimits=\"false\">∑</mo><mi>i</mi></munder>"),
        // A sign in braces is an ordinary one.
        ("1{,}5", "<mn>1</mn><mo lspace=\"0\" rspace=\"0\" stretchy=\"false\">,</mo><mn>5</mn>"),
        ("a{=}b", "<mi>a</mi><mo lspace=\"0\" rspace=\"0\" stretchy=\"false\">=</mo><mi>b</mi>"),
        // Primes combine.
        ("f'", "<msup><mi>f</mi><mo lspace=\"0\" rspace=\"0\">′</mo></msup>"),
        ("f''", "<msup><mi>f</mi><mrow><mo lspace=\"0\" rspace=\"0\">″</mo></mrow></msup>"),
        ("f'''", "<msup><mi>f</mi><mrow><mo lspace=\"0\" rspace=\"0\">‴</mo></mrow></msup>"),
        // Negations are one character.
        ("\\not=", "<mo>≠</mo>"), ("\\not\\in", "<mo>∉</mo>"), ("\\ne", "<mo>≠</mo>"),
        // Signs: unary, binary, in scripts.
        ("-x", "<mo form=\"prefix\">−</mo><mi>x</mi>"), ("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"),
        ("a=-b", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>"),
        (
            "x^{a+b}",
            "<msup><mi>x</mi><mrow><mi>a</mi><mo lspace=\"0\" rspace=\"0\">+</mo><mi>b</mi></mrow></msup>"
        ),
        // Accents.
        ("\\hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover>"),
        ("\\bar x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">¯</mo></mover>"),
        (
            "\\widehat{xy}",
            "<mover accent=\"true\"><mrow><mi>x</mi><mi>y</mi></mrow><mo stretchy=\"true\">\u{302}</mo></mover>"
        ),
        ("\\widetilde x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">˜</mo></mover>"),
        (
            "\\underbrace{a}_n",
            "<munder><munder accentunder=\"true\"><mi>a</mi><mo stretchy=\"true\">⏟</mo></munder><mi>n</mi></munder>"
        ),
        ("\\overset!=", "<mover><mo>=</mo><mo form=\"postfix\" lspace=\"0\" rspace=\"0\">!</mo></mover>"),
        (
            "\\xrightarrow{f}",
            "<munderover><mo stretchy=\"true\" lspace=\"0.2778em\" rspace=\"0.2778em\">→</mo><mspace width=\"2em\"/>"
                + "<mrow><mspace width=\"0.4em\"/><mi>f</mi><mspace width=\"0.4em\"/></mrow></munderover>"
        ),
        // Text keeps its edge spaces.
        ("\\text{ if }", "<mtext>\u{A0}if\u{A0}</mtext>"),
        // Environments.
        (
            "\\begin{aligned}a&=b\\end{aligned}",
            "<mtable class=\"gm-aligned\" displaystyle=\"true\"><mtr><mtd class=\"gm-right\"><mi>a</mi></mtd>"
                + "<mtd class=\"gm-left\"><mo>=</mo><mi>b</mi></mtd></mtr></mtable>"
        ),
        (
            "\\begin{aligned}&+b\\end{aligned}",
            "<mtable class=\"gm-aligned\" displaystyle=\"true\"><mtr><mtd class=\"gm-right\"></mtd>"
                + "<mtd class=\"gm-left\"><mo form=\"infix\">+</mo><mi>b</mi></mtd></mtr></mtable>"
        ),
        (
            "\\begin{cases}1\\\\2\\end{cases}",
            "<mrow><mo form=\"prefix\" stretchy=\"true\">{</mo><mtable class=\"gm-cases\"><mtr><mtd class=\"gm-left\">"
                + "<mn>1</mn></mtd></mtr><mtr><mtd class=\"gm-left\"><mn>2</mn></mtd></mtr></mtable></mrow>"
        ),
        (
            "\\begin{array}{c|c}\\hline a&b\\end{array}",
            "<mtable class=\"gm-array\"><mtr><mtd class=\"gm-rule-top\"><mi>a</mi></mtd>"
                + "<mtd class=\"gm-rule-top gm-rule-left\"><mi>b</mi></mtd></mtr></mtable>"
        ),
        (
            "a\\\\b",
            "<mtable class=\"gm-lines\" displaystyle=\"true\"><mtr><mtd class=\"gm-left\"><mi>a</mi></mtd></mtr>"
                + "<mtr><mtd class=\"gm-left\"><mi>b</mi></mtd></mtr></mtable>"
        ),
        (
            "a\\tag{1}",
            "<mtable class=\"gm-tagged\" displaystyle=\"true\"><mtr><mtd class=\"gm-side\"></mtd><mtd><mi>a</mi></mtd>"
                + "<mtd class=\"gm-tag\"><mtext>(1)</mtext></mtd></mtr></mtable>"
        ),
        // Spaces, colour, links, errors.
        ("\\,", "<mspace width=\"0.1667em\"/>"), ("\\!", "<mspace class=\"gm-neg-3\"/>"),
        ("\\textcolor{red}{x}", "<mstyle mathcolor=\"red\"><mi>x</mi></mstyle>"),
        ("\\href{https://a.b/?c&d}{e}", "<mtext><a href=\"https://a.b/?c&amp;d\">e</a></mtext>"),
        ("\\href{javascript:alert(1)}{e}", "<mi>e</mi>"),
        ("\\foo<", "<mtext class=\"gm-error\">\\foo</mtext><mo>&lt;</mo>"),
        ("x^", "<msup><mi>x</mi><mtext class=\"gm-error\">^</mtext></msup>"),
    ])
    func renders(_ latex: String, _ expected: String) { #expect(markup(latex) == expected) }

    @Test func document() {
        var out = ByteBuffer()
        let latex = Array("a<b".utf8)
        MathMLRenderer(display: true, annotation: latex).render(FormulaParser.parse(latex).tree, to: &out)
        #expect(
            out.string
                == "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" class=\"gm\" display=\"block\"><semantics><mrow>"
                + "<mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow><annotation encoding=\"application/x-tex\">a&lt;b</annotation>"
                + "</semantics></math>")
    }

    @Test func inertLinksAreTheirWords() {
        var renderer = MathMLRenderer(display: false)
        renderer.hasInertLinks = true
        var out = ByteBuffer()
        renderer.render(FormulaParser.parse(Array("\\href{https://a.b}{e}+1".utf8)).tree, to: &out)
        #expect(out.string.contains("<mtext>e</mtext>"))
        #expect(!out.string.contains("<a "))
    }

    /// Every class that the renderer writes has a rule or is documented as bare.
    @Test func styleSheetCoversTheClasses() {
        let bare: Set<String> = ["gm", "gm-array", "gm-lines"]
        for name in ["gm-error", "gm-left", "gm-right", "gm-aligned", "gm-cases", "gm-matrix", "gm-gathered", "gm-substack",
            "gm-small", "gm-tagged", "gm-tag", "gm-box", "gm-cancel", "gm-llap", "gm-clap", "gm-neg-36", "gm-vec", "gm-rule"]
        where !bare.contains(name) {
            #expect(MathMLRenderer.styleSheet.contains(".\(name) "), "\(name)")
        }
    }
}
