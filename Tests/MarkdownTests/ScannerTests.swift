import Markdown
import Source
import Testing

/// What is mathematics and what is not: formulas are marked.
struct ScannerTests {
    @Test(arguments: [
        // Single dollars
        "Let ⟦$x$⟧ be", "⟦$x$⟧", "⟦$x_1$⟧和⟦$y$⟧", "⟦$ x $⟧ and ⟦$ \\text{a b c} $⟧", "⟦$\\bar{Z} $⟧", "⟦$\\mu $⟧是",
        "it costs $5 and $6", "it costs $5, $6 or $7.", "$5 and 6$", "from $PATH to $HOME", "$a and b$", "5$ or $6",
        "⟦$1$⟧ is ⟦$10$⟧", "⟦$(0, 1)$⟧", "⟦$A=a$⟧和⟦$B=b$⟧", "⟦$a$⟧⟦$b$⟧", "a \\$x$ b", "\\$x\\$", "⟦$x\\$y_1$⟧",
        "$x$2 costs", "⟦$f(x)$⟧", "⟦$x'$⟧", "⟦$n!$⟧", "⟦$x, y$⟧", "⟦$ReLU$⟧", "⟦$α$⟧", "⟦$a≤b$⟧",
        "$中文$", "⟦$v_中$⟧", "⟦$a\n= b$⟧", "$a\n\n+b$", "| ⟦$|x|$⟧ | ⟦$a\\|b$⟧ |",
        "$foo_bar and $baz", "we pay $5 - maybe more $ here", "⟦$`a_1`$⟧",
        "echo $HOME/bin:$PATH", "$AAPL,$TSLA and $A", "⟦$huber(x, y) / beta$⟧", "$(date) and $x(y) z", "$ ls -l\n$ pwd", "$ x=1\n$ y=2", "${a} and ${b}", "$(a).b $(c)",
        "rated $$ or $$$", "US$50 and C$60", "| $a | $b |", "| costs $5 | ⟦$x$⟧ |", "价格$100，折后$80", "the ⟦$x$⟧s", "5$ + 6$",
        "⟦$f = \\text{if $a$ holds}$⟧ b", "⟦$\\mbox{$a$, $b$} = c$⟧", "US$5, A$AP", "HK$40 or US$5 x", "a\\#b ⟦$x$⟧ \\#c",
        // Code and tags
        "`$x_1$` ⟦$y$⟧", "``$x_1$ ` $y_1$`` ⟦$z$⟧", "`⟦$x_1$⟧ and ⟦$y_2$⟧", "\\`⟦$x_1$⟧\\`", "<a title=\"$x_1$\">⟦$y$⟧</a>",
        "<!-- $x_1$ --> ⟦$y$⟧", "<https://a.b/$x_1$>", "<code>$x_1$</code>", "[a](b$x_1$c)", "![⟦$x_1$⟧](a.png)",
        "~~~\n$x_1$\n~~~\n⟦$y$⟧", "```\n$$\n```\n\n⟦$$a$$⟧", "- a\n  ```\n  $x_1$\n  ```\n  ⟦$y$⟧",
        "> ```\n> $x_1$\n> ```\n\n⟦$y$⟧", "    $x_1$ = f(y);", "a\n    ⟦$x_1$⟧", "- a\n\n      $x_1$ = f(y);\n\n  ⟦$y$⟧",
        // Double dollars
        "⟦$$a$$⟧", "text ⟦$$a$$⟧ text ⟦$$b$$⟧", "⟦$$\na\n\nb\n$$⟧", "文字：\n⟦$$\n- a\n+ b\n===\n#c\n$$⟧",
        "- a ⟦$$\n  x\n\n  y\n  $$⟧ b\n- c ⟦$d$⟧", "> a\n> ⟦$$\n> b\n>\n> c\n> $$⟧ d", "⟦$$a$$⟧⟦$$b$$⟧", "⟦$$ 5 $$⟧",
        "⟦$$\n\n\\begin{aligned}\n\na\n\n\\end{aligned}\n\n$$⟧", "$$$$", "$$ $$", "the variable $$ holds the process",
        "1. a\n   ⟦$$\n   b\n   $$⟧\n2. c", "⟦$$\n    a & b\n$$⟧", "⟦$$\n> a\n$$⟧", "**⟦$$a$$⟧**",
        // Brackets
        "⟦\\(x\\)⟧", "⟦\\( Z \\)⟧ is", "\\(see below\\)", "\\[1\\]", "\\[ \\] todo", "\\[x\\]", "⟦\\[x = 1\\]⟧", "⟦\\[\nx = 1\n\\]⟧",
        "\\(1\\)", "⟦\\[\na_1\n\nb\n\\]⟧", "\\\\(x\\\\)", "\\[\\\\\\]", "`\\(x\\)`",
        // Environments
        "⟦\\begin{aligned}\na\n\nb\n\\end{aligned}⟧", "text\n⟦\\begin{align*} a \\end{align*}⟧ b", "\\begin{document}\na\n\\end{document}",
        "⟦\\begin{array}{c}\\begin{array}{c}a\\end{array}\\end{array}⟧",
        // Raw HTML
        "<div>\n⟦$x_1$⟧ <b class=\"$y_1$\">⟦$z$⟧</b>\n</div>", "<pre>\n$x_1$\n</pre>", "<script>\n$x_1$\n</script>",
        "<div>\n<!-- $x_1$ -->\n<code>$y_1$</code>\n</div>", "<div>\n⟦$$\na\n\nb\n$$⟧\n</div>",
        // Headings, tables, links
        "# A ⟦$x$⟧ #", "A ⟦$x$⟧\n===", "[a ⟦$x$⟧](b)", "*⟦$x$⟧*", "**⟦$x$⟧**范数", "| a | b |\n|---|---|\n| ⟦$a|b$⟧ | `$c_1$` |",
    ])
    func mathematicsIsFound(_ example: String) {
        let (text, ranges) = marked(example)
        let note = read(text)
        #expect(note.formulas.map(\.range) == ranges)
        #expect(note.diagnostics.allSatisfy { $0.severity == .info })
        checkInvariants(note)
    }

    @Test(arguments: [
        ("> a $$\n> x\n>\n> - y\n> $$ b", "\nx\n\n- y\n"), ("- $$\n  x\n    y\n  $$", "\nx\n  y\n"),
        ("> - $$\n>   x\n>   $$", "\nx\n"), ("-\t$$\n\tx\n\t$$", "\nx\n"), ("$f(x;W)\\_{y_i}$", "f(x;W)_{y_i}"),
        ("$||a||\\_2$", "||a||_2"), ("$w^\\*$", "w^*"), ("$\\text{a\\_b}_c$", "\\text{a\\_b}_c"),
        ("$x_{batch\\_size}$", "x_{batch\\_size}"), ("$\\mathrm{max\\_len} = 1$", "\\mathrm{max\\_len} = 1"),
        ("$a &lt; b$", "a < b"), ("$a，b=1$", "a，b=1"), ("$a\u{200B}=b\u{A0}$", "a\u{200B}=b\u{A0}"), ("$$\r\nx\r\n$$", "\nx\n"),
        ("```math\na\nb\n```", "a\nb"), ("> ```Math\n> a\n> ```", "a"), ("\\begin{align}a\\end{align}", "\\begin{align}a\\end{align}"),
    ])
    func latexIsWhatTheAuthorMeans(_ text: String, _ latex: String) throws {
        let note = read(text)
        let formula = try #require(note.formulas.first)
        #expect(String(decoding: formula.latex, as: UTF8.self) == latex)
        checkInvariants(note)
        // Every byte that the map covers stands in the note where it says; line ends and references are written anew.
        for segment in formula.map.segments where !text.contains("&") && !text.utf8.contains(0x0D) {
            let derived = formula.latex[Int(segment.derived)..<Int(segment.derived + segment.count)]
            let original = note.source.bytes[Int(segment.original)..<Int(segment.original + segment.count)]
            #expect(derived.elementsEqual(original))
        }
    }

    @Test func aRangeInAFormulaMapsThroughContainerPrefixes() throws {
        let (text, ranges) = marked("> a $$\n> b\n> ⟦cd⟧ e\n> $$")
        let formula = try #require(read(text).formulas.first)
        let at = try #require(formula.latex.firstIndex(of: UInt8(ascii: "c")))
        #expect(formula.map.original(ByteRange(at, at + 2)) == ranges[0])
    }

    @Test func displayFollowsTheDelimiter() {
        let note = read("$a_1$ $$b$$ \\(c_1\\) \\[d=1\\]\n\n```math\ne\n```\n\n\\begin{align}f\\end{align}")
        #expect(note.formulas.map(\.display) == [false, true, false, true, true, true])
        #expect(note.formulas.map(\.delimiter) == [.dollar, .doubleDollar, .parenthesis, .bracket, .fence, .environment])
    }

    @Test(arguments: [
        ("a\n\n⟦$$⟧\nx = 1\n\ntext $y$", 2), ("⟦$$⟧x = 1\n\n# H\n\n$$y$$", 2), ("⟦$$⟧\n\n中文一段。\n\n$y$", 1),
        ("⟦\\[⟧\nx = 1\n\n中文", 1), ("⟦\\begin{aligned}⟧\nx &= 1\n\n中文", 1),
        ("⟦$$⟧\nx = 1\n\nThis is a sentence about it.\n\n$$\ny = 2\n$$", 2),
    ])
    func anUnclosedFormulaIsReportedAndNothingIsLost(_ example: String, _ formulas: Int) {
        let (text, ranges) = marked(example)
        let note = read(text)
        #expect(note.diagnostics.map(\.code) == [.unclosedMath])
        #expect(note.diagnostics.map(\.range) == ranges)
        #expect(note.formulas.count == formulas)
        #expect(note.formulas.filter(\.isUnclosed).count <= 1)
        checkInvariants(note)
    }

    @Test func directivesComeInOrderWithTheirBodies() {
        let (text, ranges) = marked("a ⟦<!-- gloss: let a = 1 -->⟧ b\n\n⟦<!--gloss:skip-->⟧\n\n> ⟦<!-- gloss: let\n> b = 2 -->⟧\n\n`<!-- gloss: no -->`\n\n<!-- other -->")
        let note = read(text)
        #expect(note.directives.map(\.body) == ["let a = 1", "skip", "let\nb = 2"])
        #expect(note.directives.map(\.range) == ranges)
        #expect(note.source.string(note.directives[0].bodyRange) == "let a = 1")
        #expect(note.diagnostics.isEmpty)
    }
}
